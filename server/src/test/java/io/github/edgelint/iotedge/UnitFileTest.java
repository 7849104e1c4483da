package io.github.edgelint.iotedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitFileTest {

  @ParameterizedTest
  @CsvSource({
    "etc/systemd/system/aziot-edged.service.d/proxy.conf, aziot-edged, EDGED, true, true",
    "etc\\systemd\\system\\docker.service.d\\http-proxy.conf, docker, DOCKER, true, true",
    "lib/systemd/system/aziot-identityd.service, aziot-identityd, IDENTITYD, false, true",
    "aziot-certd.service, aziot-certd, CERTD, false, true",
    "aziot-edged.service.d/proxy.conf.txt, aziot-edged, EDGED, true, false",
    "snap.azure-iot-edge.aziot-edged.service.d/p.conf, snap.azure-iot-edge.aziot-edged, EDGED,"
        + " true, true",
    "snap.docker.dockerd.service.d/p.conf, snap.docker.dockerd, DOCKER, true, true",
    "iotedge.service.d/p.conf, iotedge, , true, true",
    "proxy.conf, proxy.conf, , false, true"
  })
  void its_path_names_the_unit(
      String path, String unitName, DaemonUnit unit, boolean dropIn, boolean read) {
    UnitFile file = Trees.unit(path, "");

    assertThat(file.unitName()).isEqualTo(unitName);
    assertThat(file.unit()).isEqualTo(Optional.ofNullable(unit));
    assertThat(file.isDropIn()).isEqualTo(dropIn);
    assertThat(file.isRead()).isEqualTo(read);
  }

  @Test
  void an_assignment_leads_back_to_the_file() {
    UnitFile file =
        Trees.unit(
            "docker.service.d/p.conf",
            "[Service]\nEnvironment=\"A=1\" \"https_proxy=http://u:p%%40w@proxy:3128\"\n");
    EnvVariable variable = file.assignments().get(1);

    assertThat(variable.value()).contains("http://u:p%40w@proxy:3128");
    assertThat(Trees.at(file.tree(), variable.nameRange())).isEqualTo("https_proxy");
    assertThat(Trees.at(file.tree(), variable.valueRange()))
        .isEqualTo("http://u:p%%40w@proxy:3128");
    assertThat(Trees.at(file.tree(), variable.range()))
        .isEqualTo("\"https_proxy=http://u:p%%40w@proxy:3128\"");
  }

  @ParameterizedTest
  @CsvSource({"A=old", "\"A=old\"", "'A=old'"})
  void an_edit_of_a_value_is_written_so_that_systemd_reads_it_back(String word) {
    UnitFile file = Trees.unit("docker.service.d/p.conf", "[Service]\nEnvironment=" + word + "\n");
    ValueText value = file.assignments().get(0).text().orElseThrow();
    String wanted = "a %b \"c\" 'd' \\e";
    List<TextEdit> edits =
        value.encode(List.of(new TextEdit(new TextRange(0, 3), wanted))).orElseThrow();

    UnitFile after = Trees.unit("docker.service.d/p.conf", Trees.edited(file.tree(), edits));

    assertThat(after.assignments().get(0).value()).contains(wanted);
  }

  @Test
  void an_edit_that_would_take_one_of_two_quotes_is_none() {
    UnitFile file = Trees.unit("docker.service.d/p.conf", "[Service]\nEnvironment=A=1\"2 3\"4\n");
    ValueText value = file.assignments().get(0).text().orElseThrow();

    assertThat(value.encode(List.of(new TextEdit(new TextRange(0, 2), "x")))).isEmpty();
    assertThat(value.encode(List.of(new TextEdit(new TextRange(0, 5), "x")))).isPresent();
  }

  @Test
  void an_edit_inside_a_joined_line_stays_in_its_piece() {
    UnitFile file = Trees.unit("docker.service.d/p.conf", "[Service]\nEnvironment=A=1 \\\n  B=2\n");
    ValueText value = file.assignments().get(1).text().orElseThrow();
    List<TextEdit> edits =
        value.encode(List.of(new TextEdit(new TextRange(0, 1), "3"))).orElseThrow();

    assertThat(Trees.edited(file.tree(), edits))
        .isEqualTo("[Service]\nEnvironment=A=1 \\\n  B=3\n");
  }

  @Test
  void lines_outside_the_service_section_set_nothing() {
    UnitFile file =
        Trees.unit(
            "docker.service.d/p.conf",
            "Environment=A=1\n[Unit]\nEnvironment=B=2\n[service]\nEnvironment=C=3\n"
                + "[Service]\nEnvironment=D=4\n[Unit]\n[Service]\nEnvironment=E=5\n");

    assertThat(file.assignments()).extracting(EnvVariable::name).containsExactly("D", "E");
  }

  @Test
  void an_empty_line_is_a_reset() {
    UnitFile file =
        Trees.unit("docker.service.d/p.conf", "[Service]\nEnvironment=\nEnvironment=A=1\n");

    assertThat(file.environmentLines())
        .extracting(UnitFile.EnvironmentLine::isReset)
        .containsExactly(true, false);
  }

  @Test
  void finds_what_it_takes_from_elsewhere() {
    UnitFile file =
        Trees.unit(
            "docker.service.d/p.conf",
            "[Service]\nEnvironmentFile=-/etc/environment\nPassEnvironment=HTTPS_PROXY\n"
                + "UnsetEnvironment=NO_PROXY\n");

    assertThat(file.environmentFiles()).hasSize(1);
    assertThat(file.passEnvironment()).hasSize(1);
    assertThat(file.unsetEnvironment()).hasSize(1);
  }

  @Test
  void gives_its_proxies_to_the_reader_of_its_unit() {
    UnitFile file =
        Trees.unit(
            "aziot-identityd.service.d/p.conf", "[Service]\nEnvironment=https_proxy=http://p:1\n");

    assertThat(file.proxies())
        .extracting(ProxySetting::place, ProxySetting::owner)
        .containsExactly(tuple(ProxyPlace.IDENTITYD, "aziot-identityd"));
  }
}
