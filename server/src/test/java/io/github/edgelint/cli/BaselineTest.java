package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known is known by what it is about, not by the text around it. */
class BaselineTest {

  private static final String THREE =
      """
      { "proxies": { "http-proxy": "proxy:3128", "https-proxy": "proxy:3128" }, "dns": "10.0.0.1" }
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void three_findings_on_one_line_are_known() throws IOException {
    Files.writeString(folder.resolve(".edgelint.toml"), "");
    file = folder.resolve("docker/daemon.json");
    Files.createDirectories(file.getParent());
    know(THREE);
  }

  private String baseline() {
    return folder.resolve("known.json").toString();
  }

  private void know(String text) throws IOException {
    Files.writeString(file, text);
    CommandLineRun.of("baseline", "write", "--file", baseline(), folder.toString());
  }

  private String newIn(String text) throws IOException {
    Files.writeString(file, text);
    return CommandLineRun.of(
            "check", "--baseline", baseline(), "--format", "concise", "-q", folder.toString())
        .out();
  }

  @Test
  void to_mend_one_finding_makes_no_other_of_its_line_new() throws IOException {
    assertThat(newIn(THREE.replace("\"10.0.0.1\"", "[\"10.0.0.1\"]"))).isEmpty();
    assertThat(newIn(THREE.replace("\"https-proxy\": \"proxy", "\"https-proxy\": \"http://proxy")))
        .isEmpty();
  }

  @Test
  void a_value_that_is_mended_makes_no_other_finding_at_it_new() throws IOException {
    file = folder.resolve("etc/systemd/system/aziot-edged.service.d/proxy.conf");
    Files.createDirectories(file.getParent());
    String unit = "[Service]\nEnvironment=\"https_proxy=%sproxy:3128\"\n";
    know(unit.formatted(""));
    assertThat(Files.readString(Path.of(baseline()))).contains("EDGE200", "EDGE261");

    assertThat(newIn(unit.formatted("http://"))).isEmpty();
  }

  @Test
  void findings_stay_known_while_the_line_changes_around_them() throws IOException {
    assertThat(newIn(THREE.replace("{ \"proxies\"", "{ \"log-level\": \"warn\", \"proxies\"")))
        .isEmpty();
    assertThat(newIn(THREE.replace(", ", ",\n\n    "))).isEmpty();
  }

  @Test
  void findings_stay_known_while_keys_change_places() throws IOException {
    assertThat(
            newIn(
                """
                { "dns": "10.0.0.1",
                  "proxies": { "https-proxy": "proxy:3128", "http-proxy": "proxy:3128" } }
                """))
        .isEmpty();
  }

  @Test
  void the_same_mistake_at_another_key_is_new() throws IOException {
    assertThat(newIn(THREE.replace("\"dns\"", "\"dns-search\": \"corp\", \"dns\"")))
        .containsOnlyOnce("EDGE105")
        .contains("`dns-search`");
  }

  @Test
  void a_finding_that_names_another_value_is_new() throws IOException {
    assertThat(newIn(THREE.replace("\"http-proxy\": \"proxy", "\"http-proxy\": \"other")))
        .containsOnlyOnce("EDGE200")
        .contains("`other:3128`");
  }

  @Test
  void findings_stay_known_while_other_items_of_their_array_come_and_go() throws IOException {
    know("{ \"dns\": [1, 2] }");

    assertThat(newIn("{ \"dns\": [\"10.0.0.1\", 1, 2] }")).isEmpty();
    assertThat(newIn("{ \"dns\": [2] }")).isEmpty();
    assertThat(newIn("{ \"dns\": [1, 2, 3] }")).containsOnlyOnce("EDGE105").contains(":1:17:");
  }

  @Test
  void a_secret_that_changes_leaves_no_trace_in_a_fingerprint() throws IOException {
    String secret = "{ \"proxies\": { \"http-proxy\": \"http://me:%s@proxy:3128\" } }";
    know(secret.formatted("first"));
    assertThat(Files.readString(Path.of(baseline()))).contains("EDGE285");

    assertThat(newIn(secret.formatted("second"))).isEmpty();
  }

  @Test
  void a_baseline_of_another_version_is_refused_with_what_to_do() throws IOException {
    Path known = Path.of(baseline());
    Files.writeString(
        known,
        Files.readString(known).replace("\"edgelint-baseline\": 2", "\"edgelint-baseline\": 1"));

    CommandLineRun run = CommandLineRun.of("check", "--baseline", baseline(), folder.toString());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'edgelint baseline write --file " + known + "'");
  }

  @Test
  void all_reports_know_a_finding_by_the_same_fingerprint() {
    assertThat(fingerprints("gitlab", "fingerprint"))
        .hasSize(3)
        .isEqualTo(fingerprints("sarif", "edgelint/v2"));
  }

  private Set<String> fingerprints(String format, String name) {
    String report = CommandLineRun.of("check", "--format", format, folder.toString()).out();
    return Pattern.compile("\"" + name + "\": \"(\\w+)\"")
        .matcher(report)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }
}
