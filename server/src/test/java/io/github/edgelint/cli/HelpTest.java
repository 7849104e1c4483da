package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

  private static final int ROWS = 24;
  private static final int COLUMNS = 80;

  static Stream<List<String>> commands() {
    List<List<String>> found = new ArrayList<>();
    collect(EdgelintCommand.lineFor(), List.of(), found);
    return found.stream();
  }

  private static void collect(CommandLine line, List<String> path, List<List<String>> found) {
    found.add(path);
    line.getSubcommands()
        .forEach(
            (name, sub) -> {
              if (!sub.getCommandSpec().usageMessage().hidden() && !name.equals("help")) {
                collect(sub, Stream.concat(path.stream(), Stream.of(name)).toList(), found);
              }
            });
  }

  private static CommandLineRun run(List<String> command, String... more) {
    return CommandLineRun.of(
        Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_fits_a_screen_and_shows_how_the_command_is_used(List<String> command) {
    CommandLineRun run = run(command, "--help");
    List<String> lines = run.out().lines().toList();

    assertThat(run.code()).isZero();
    assertThat(lines).allMatch(line -> line.length() <= COLUMNS);
    assertThat(lines).anyMatch(line -> line.matches("  (bash +echo '|.*\\| )?.*edgelint [a-z].*"));
    // The options of `check` alone are more than that.
    assertThat(lines).hasSizeLessThanOrEqualTo(command.equals(List.of("check")) ? 36 : ROWS);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void an_option_with_a_typo_is_named_and_the_right_one_proposed(List<String> command) {
    CommandLineRun run = run(command, "--hlep", "bash", "b");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("edgelint: ").contains("--hlep", "--help");
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(4);
  }
}
