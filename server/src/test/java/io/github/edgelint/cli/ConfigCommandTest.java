package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandTest {

  private static final String ENGINE = "{\n  \"log-driver\": local\n}\n";

  @TempDir private Path folder;

  @BeforeEach
  void a_project_whose_settings_extend_others() throws IOException {
    write(
        "common/base.edgelint.toml",
        """
        version = "1.4"
        [proxy]
        url = "http://user:hunter2@proxy.corp:3128"
        [rules]
        EDGE443 = "error"
        """);
    write(
        ".edgelint.toml",
        """
        extend = "common/base.edgelint.toml"
        version = "1.5"
        ignore = ["EDGE6xx"]
        profil = "production"

        [rules]
        EDGE439 = "loud"

        [[suppressions.entry]]
        rules = ["EDGE0xx"]
        path = "lab/**"
        reason = "broken on purpose"
        """);
    write("docker/daemon.json", ENGINE);
    write("lab/docker/daemon.json", ENGINE);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private CommandLineRun show(String name, String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "config";
    arguments[1] = "show";
    arguments[2] = folder.resolve(name).toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandLineRun.of(arguments);
  }

  /** Without the folder and the blanks that line things up. */
  private String shown(String name) {
    return show(name).out().replace(folder + "/", "").replaceAll(" +", " ");
  }

  @Test
  void each_setting_has_its_line_and_what_it_stands_before() {
    assertThat(shown("docker/daemon.json"))
        .contains(" version = \"1.5\" .edgelint.toml:2\n")
        .contains(" instead of \"1.4\" common/base.edgelint.toml:1\n")
        .contains(" ignore = [\"EDGE6xx\"] .edgelint.toml:3\n");
  }

  @Test
  void what_is_extended_is_listed_behind_what_extends_it() {
    assertThat(shown("docker/daemon.json"))
        .contains(" .edgelint.toml\n common/base.edgelint.toml (extended)\n");
  }

  @Test
  void what_does_not_count_is_not_shown() {
    assertThat(show("docker/daemon.json").out()).doesNotContain("profil =").doesNotContain("loud");
  }

  @Test
  void a_rule_that_is_off_or_changed_has_the_setting_that_says_so() {
    assertThat(shown("docker/daemon.json"))
        .contains(" EDGE600 createoptions-not-json: off .edgelint.toml:3 ignore\n")
        .contains(" EDGE443 pull-never: error common/base.edgelint.toml:5 rules.EDGE443\n")
        .doesNotContain("EDGE253");
  }

  @Test
  void a_suppression_is_shown_for_the_files_it_is_for() {
    assertThat(shown("lab/docker/daemon.json"))
        .contains(" EDGE0xx: broken on purpose .edgelint.toml:9\n");
    assertThat(shown("docker/daemon.json")).doesNotContain("broken on purpose");
  }

  @Test
  void it_shows_what_check_does() {
    String quiet = folder.resolve("lab/docker/daemon.json").toString();
    String loud = folder.resolve("docker/daemon.json").toString();

    assertThat(CommandLineRun.of("check", quiet).code()).isZero();
    assertThat(CommandLineRun.of("check", loud).code()).isEqualTo(1);
  }

  @Test
  void a_group_of_rules_can_be_ignored_and_an_unknown_one_is_a_finding() throws IOException {
    write(".edgelint.toml", "ignore = [\"EDGE0xx\"]\n");
    String file = folder.resolve("docker/daemon.json").toString();
    assertThat(CommandLineRun.of("check", file).out()).contains("No findings");

    write(".edgelint.toml", "[[suppressions.entry]]\nrules = [\"EDGE999\"]\n");
    assertThat(CommandLineRun.of("check", folder.toString()).out())
        .contains("There is no rule `EDGE999`");
  }

  @Test
  void no_secret_is_shown() {
    for (String form : new String[] {"text", "json"}) {
      assertThat(show("docker/daemon.json", "--format", form).out())
          .contains("proxy.url")
          .contains("http://…@proxy.corp:3128")
          .doesNotContain("hunter2");
    }
  }

  @Test
  void the_json_says_the_same() {
    String json = show("docker/daemon.json", "--format", "json").out();

    assertThat(JsonCheck.isJson(json)).isTrue();
    assertThat(json.replace(folder + "/", ""))
        .contains(
            """
                {
                  "key": "version",
                  "value": "\\"1.5\\"",
                  "file": ".edgelint.toml",
                  "line": 2,
                  "insteadOf": [
                    {
                      "value": "\\"1.4\\"",
                      "file": "common/base.edgelint.toml",
                      "line": 1
                    }
                  ]
                },
            """);
  }

  @Test
  void a_folder_has_settings_too_and_without_any_it_says_so() throws IOException {
    assertThat(shown("")).contains(" version = \"1.5\" .edgelint.toml:2\n");

    Files.delete(folder.resolve(".edgelint.toml"));
    assertThat(shown("lab")).contains("none; everything has its default");
  }
}
