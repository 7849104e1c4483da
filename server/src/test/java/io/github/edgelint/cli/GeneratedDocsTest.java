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
    Path page = Repository.root().resolve("docs/rules/README.md");
    String printed = CommandLineRun.of("rules", "--format", "markdown").out();

    if (System.getProperty("updateSnapshots") != null) {
      Files.writeString(page, printed);
    }
    assertThat(page).content().isEqualToNormalizingNewlines(printed);
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
