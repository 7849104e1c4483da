package io.github.edgelint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Related;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.testing.Project;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What only follows from a misspelt or misplaced key belongs to the finding of that key. */
class EchoesTest {

  private static final String MISSPELT =
      """
      parent_hostnam = "parent"

      [provisioning]
      source = "manual"
      connection_string = "HostName=a.azure-devices.net;DeviceId=d;SharedAccessKey=YWJj"

      [agent]
      name = "edgeAgent"
      type = "docker"

      [agent.config]
      image = "$upstream:443/azureiotedge-agent:1.5"
      """;

  private static List<Finding> findings(String settings, String config) {
    return new Analyzer()
            .analyze(Project.of(Map.of(".edgelint.toml", settings, "config.toml", config)))
            .findings()
            .stream()
            .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
            .toList();
  }

  @Test
  void the_cause_tells_what_follows_and_is_as_bad() {
    List<Finding> findings = findings("", MISSPELT);

    assertThat(findings).extracting(Finding::code).containsExactly("EDGE100");
    assertThat(findings.get(0).severity()).isEqualTo(Severity.ERROR);
    assertThat(findings.get(0).related())
        .extracting(Related::message)
        .singleElement()
        .asString()
        .startsWith("Without `parent_hostname`");
  }

  @Test
  void what_has_another_cause_stays() {
    String otherToo = MISSPELT.replace("\"edgeAgent\"", "\"agent\"");

    assertThat(findings("", otherToo))
        .extracting(Finding::code)
        .containsExactly("EDGE100", "EDGE340");
  }

  @Test
  void who_does_not_want_to_hear_of_the_cause_hears_of_what_follows() {
    assertThat(findings("ignore = [\"EDGE100\"]", MISSPELT))
        .extracting(Finding::code)
        .containsExactly("EDGE342");
  }
}
