package io.github.edgelint.iotedge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectiveUnitTest {

  private static EffectiveUnit unit(String... pathsAndTexts) {
    List<UnitFile> files = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.add(Trees.unit(pathsAndTexts[i], "[Service]\n" + pathsAndTexts[i + 1]));
    }
    return EffectiveUnit.of(files);
  }

  private static String value(EffectiveUnit unit, String name) {
    return unit.environment().variable(name).flatMap(EnvVariable::value).orElse("(not set)");
  }

  @Test
  void the_unit_comes_first_and_drop_ins_follow_by_name() {
    EffectiveUnit unit =
        unit(
            "docker.service.d/20-b.conf", "Environment=A=b",
            "docker.service.d/10-a.conf", "Environment=A=a",
            "docker.service", "Environment=A=unit");

    assertThat(unit.files())
        .extracting(UnitFile::fileName)
        .containsExactly("docker.service", "10-a.conf", "20-b.conf");
    assertThat(value(unit, "A")).isEqualTo("b");
  }

  @Test
  void of_several_assignments_the_last_counts() {
    assertThat(value(unit("docker.service", "Environment=A=1 A=2\nEnvironment=A=3"), "A"))
        .isEqualTo("3");
  }

  @Test
  void an_empty_line_clears_what_stands_before_it() {
    EffectiveUnit unit =
        unit(
            "docker.service", "Environment=A=1",
            "docker.service.d/p.conf", "Environment=\nEnvironment=B=2");

    assertThat(value(unit, "A")).isEqualTo("(not set)");
    assertThat(value(unit, "B")).isEqualTo("2");
  }

  @Test
  void unset_environment_removes_a_variable_wherever_it_stands() {
    EffectiveUnit unit =
        unit("docker.service", "UnsetEnvironment=A B=2 C=4\nEnvironment=A=1 B=2 C=3");

    assertThat(value(unit, "A")).isEqualTo("(not set)");
    assertThat(value(unit, "B")).isEqualTo("(not set)");
    assertThat(value(unit, "C")).isEqualTo("3");
  }

  @Test
  void an_empty_unset_environment_forgets_the_ones_before() {
    assertThat(
            value(
                unit("docker.service", "Environment=A=1\nUnsetEnvironment=A\nUnsetEnvironment="),
                "A"))
        .isEqualTo("1");
  }

  @Test
  void of_files_of_one_name_the_folder_that_systemd_asks_first_counts() {
    EffectiveUnit unit =
        unit(
            "usr/lib/systemd/system/docker.service", "Environment=A=packaged",
            "/img/etc/systemd/system/docker.service", "Environment=A=own",
            "/img/lib/systemd/system/docker.service.d/p.conf", "Environment=B=packaged",
            "/img/run/systemd/system/docker.service.d/p.conf", "Environment=B=until-reboot",
            "/img/usr/lib/systemd/system/docker.service.d/q.conf", "Environment=C=packaged");

    assertThat(unit.files()).extracting(UnitFile::fileName).hasSize(3);
    assertThat(value(unit, "A")).isEqualTo("own");
    assertThat(value(unit, "B")).isEqualTo("until-reboot");
    assertThat(value(unit, "C")).isEqualTo("packaged");
  }

  @Test
  void files_of_one_name_in_folders_of_a_project_all_count() {
    EffectiveUnit unit =
        unit(
            "a/docker.service.d/p.conf", "Environment=A=1",
            "b/docker.service.d/p.conf", "Environment=B=2");

    assertThat(value(unit, "A")).isEqualTo("1");
    assertThat(value(unit, "B")).isEqualTo("2");
  }

  @Test
  void a_file_that_systemd_does_not_read_sets_nothing() {
    assertThat(value(unit("docker.service.d/p.conf.bak", "Environment=A=1"), "A"))
        .isEqualTo("(not set)");
  }

  @Test
  void an_environment_file_may_hide_variables_until_it_is_reset() {
    assertThat(unit("docker.service", "EnvironmentFile=/etc/x").hasHiddenEnvironment()).isTrue();
    assertThat(unit("docker.service", "PassEnvironment=A").hasHiddenEnvironment()).isTrue();
    assertThat(
            unit("docker.service", "EnvironmentFile=/etc/x\nEnvironmentFile=")
                .hasHiddenEnvironment())
        .isFalse();
    assertThat(unit("docker.service", "Environment=A=1").hasHiddenEnvironment()).isFalse();
  }

  @Test
  void no_files_are_no_unit() {
    EffectiveUnit none = EffectiveUnit.of(List.of());

    assertThat(none.unit()).isEmpty();
    assertThat(none.unitName()).isEmpty();
    assertThat(none.environment().variables()).isEmpty();
  }
}
