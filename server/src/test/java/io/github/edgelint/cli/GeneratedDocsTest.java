package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Generated pages are up to date; {@code -DupdateSnapshots} writes them. */
class GeneratedDocsTest {

  @Test
  void the_list_of_rules_is_what_the_command_prints() throws IOException {
    isUpToDate("docs/rules/README.md", CommandLineRun.of("rules", "--format", "markdown").out());
  }

  @Test
  void the_settings_are_those_of_the_schema() throws IOException {
    isUpToDate("docs/settings.md", SettingsPage.text());
  }

  private static void isUpToDate(String file, String made) throws IOException {
    Path page = Repository.root().resolve(file);
    if (System.getProperty("updateSnapshots") != null) {
      Files.writeString(page, made);
    }
    assertThat(page).content().isEqualToNormalizingNewlines(made);
  }

  @Test
  void the_exit_codes_are_those_of_the_commands() throws IOException {
    assertThat(Files.readString(Repository.root().resolve("docs/ci.md")))
        .contains("\n| " + ExitCode.CLEAN + " | nothing found")
        .contains("\n| " + ExitCode.FINDINGS + " | a finding")
        .contains("\n| " + ExitCode.FAILURE + " | something could not be done");
  }

  @Test
  void the_readme_names_every_command() throws IOException {
    String readme = Files.readString(Repository.root().resolve("README.md"));

    EdgelintCommand.lineFor()
        .getSubcommands()
        .forEach(
            (name, line) -> {
              if (!line.getCommandSpec().usageMessage().hidden() && !name.equals("help")) {
                assertThat(readme).contains("| `edgelint " + name);
              }
            });
  }
}
