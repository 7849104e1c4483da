package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation tells people to type works, and prints what it shows. */
class DocsCommandsTest {

  private static final Pattern SHELL_BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(?:[^|\n#]*\\| )?(?:\\./)?edgelint ([a-z].*?)(?: +#.*)?$");

  @TempDir private Path clone;

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Repository.root().resolve("docs"))) {
      return Stream.concat(
              Stream.of(Repository.root().resolve("README.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pages()) {
      for (String block : matches(SHELL_BLOCK, Files.readString(page))) {
        commands.addAll(matches(COMMAND, block));
      }
    }
    return commands;
  }

  private void copyExamples() throws IOException {
    Path examples = Repository.root().resolve("examples");
    try (Stream<Path> all = Files.walk(examples)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path to = clone.resolve("examples").resolve(examples.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  /** A file or folder as it is named in the clone. */
  private String inClone(String word) {
    boolean path = word.startsWith("examples/") || word.startsWith(".") || word.endsWith(".json");
    return path ? clone.resolve(word).normalize().toString() : word;
  }

  @Test
  void every_command_in_a_block_runs() throws IOException {
    copyExamples();
    List<String> commands = commands();

    assertThat(commands).hasSizeGreaterThan(7);
    for (String command : commands) {
      // What stands on standard input has tests of its own.
      if (!command.endsWith(" -")) {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" +")));
        words.replaceAll(this::inClone);
        if (words.get(0).equals("baseline")) {
          // Kept in the current folder, where it would come into the work tree.
          words.addAll(1 + 1, List.of("--file", inClone(".edgelint-baseline.json")));
        }
        CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
        assertThat(run.err()).as(command).isEmpty();
        assertThat(run.code()).as(command).isLessThan(ExitCode.FAILURE);
        assertThat(run.out()).as(command).isNotBlank();
      }
    }
  }

  @Test
  void the_finding_in_the_readme_is_what_a_check_prints() throws IOException {
    String readme = Files.readString(Repository.root().resolve("README.md"));
    String shown = matches(Pattern.compile("(?ms)^```\n(error.*?)^```"), readme).get(0);
    Path example = Repository.root().resolve("examples/behind-proxy-broken");

    assertThat(
            CommandLineRun.of("check", example.toString())
                .out()
                .replaceAll("\\S*examples/", "examples/"))
        .contains(shown.strip());
  }

  @Test
  void every_command_in_the_readme_is_one() throws IOException {
    String readme = Files.readString(Repository.root().resolve("README.md"));
    for (String line : matches(Pattern.compile("(?m)^\\| `edgelint ([a-z ]+)"), readme)) {
      List<String> words = new ArrayList<>(Arrays.asList(line.strip().split(" ")));
      words.add("--help");
      assertThat(CommandLineRun.of(words.toArray(String[]::new)).code()).as(line).isZero();
    }
  }
}
