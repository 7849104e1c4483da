package io.github.edgelint.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.proxy.ChecklistRow.State;
import io.github.edgelint.testing.Project;
import io.github.edgelint.workspace.Snapshot;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProxyChecklistTest {

  private static final String URL = "http://proxy.graz.corp:3128";
  private static final String UNITS = "etc/systemd/system/";

  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "etc/aziot/config.toml",
        """
        hostname = "a"
        [agent]
        name = "edgeAgent"
        type = "docker"
        [agent.config]
        image = "mcr.microsoft.com/azureiotedge-agent:1.5"
        [agent.env]
        https_proxy = "%s"
        UpstreamProtocol = "AmqpWs"
        """
            .formatted(URL));
    for (String unit : new String[] {"docker", "aziot-edged", "aziot-identityd"}) {
      files.put(
          UNITS + unit + ".service.d/proxy.conf",
          "[Service]\nEnvironment=\"https_proxy=" + URL + "\"\n");
    }
    return files;
  }

  private static ProxyChecklist of(Map<String, String> files) {
    Snapshot snapshot = Project.of(files);
    return ProxyChecklist.of(snapshot.devices().get(0), new Analyzer().analyze(snapshot));
  }

  private static ChecklistRow row(ProxyChecklist checklist, String component) {
    return checklist.rows().stream()
        .filter(row -> row.component().equals(component))
        .findFirst()
        .orElseThrow(() -> new AssertionError(component + " in " + checklist.rows()));
  }

  @Test
  void a_device_that_agrees_is_good_and_the_check_passes() {
    ProxyChecklist checklist = of(files());

    assertThat(checklist.isGood()).as(checklist.rows().toString()).isTrue();
    assertThat(row(checklist, "aziot-identityd").state()).isEqualTo(State.OK);
    assertThat(row(checklist, "aziot-certd").state()).isEqualTo(State.NOT_NEEDED);
    assertThat(row(checklist, "edgeHub").state()).isEqualTo(State.UNKNOWN);
    assertThat(checklist.check().get(0)).startsWith("proxy-settings: OK");
  }

  @Test
  void a_device_without_a_proxy_needs_none() {
    ProxyChecklist checklist = of(Map.of("etc/aziot/config.toml", "hostname = \"a\"\n"));

    assertThat(checklist.behindProxy()).isFalse();
    assertThat(checklist.rows()).allMatch(row -> row.state() == State.NOT_NEEDED);
    assertThat(checklist.check()).isEmpty();
  }

  @Test
  void another_address_differs_and_another_spelling_of_the_same_does_not() {
    Map<String, String> files = files();
    files.replaceAll(
        (path, text) ->
            path.contains("identityd")
                ? text.replace("proxy.graz", "other.graz")
                : path.contains("edged") ? text.replace("proxy.graz", "PROXY.graz") : text);

    ProxyChecklist checklist = of(files);

    assertThat(row(checklist, "aziot-identityd").state()).isEqualTo(State.DIFFERS);
    assertThat(row(checklist, "aziot-identityd").code()).contains("EDGE265");
    assertThat(row(checklist, "aziot-edged").state()).isEqualTo(State.OK);
    assertThat(checklist.check().get(0)).contains("warning", "http://PROXY.graz.corp:3128");
  }

  @Test
  void a_missing_unit_is_missing_and_points_nowhere() {
    Map<String, String> files = files();
    files.keySet().removeIf(path -> path.contains("identityd"));

    ChecklistRow row = row(of(files), "aziot-identityd");

    assertThat(row.state()).isEqualTo(State.MISSING);
    assertThat(row.code()).contains("EDGE261");
    assertThat(row.place()).isEmpty();
  }

  @Test
  void the_check_does_not_see_upper_case_and_cuts_at_an_equals_sign() {
    Map<String, String> files = files();
    files.replaceAll(
        (path, text) ->
            path.contains("docker")
                ? text.replace("https_proxy", "HTTPS_PROXY")
                : text.replace("http://", "http://u:p=q@"));

    assertThat(of(files).check().get(0))
        .contains("moby (empty)")
        .contains("aziot-edged http://")
        .doesNotContain("p=q");
  }

  @Test
  void a_server_for_certificates_makes_certd_need_the_proxy() {
    Map<String, String> files = files();
    files.merge(
        "etc/aziot/config.toml",
        "[cert_issuance.est.urls]\ndefault = \"https://est.example.org/.well-known/est\"\n",
        String::concat);

    assertThat(row(of(files), "aziot-certd").state()).isEqualTo(State.MISSING);
  }
}
