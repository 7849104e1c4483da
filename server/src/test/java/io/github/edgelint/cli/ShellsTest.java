package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completion scripts and the manual page, tried in the programs they are for. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ShellsTest {

  /** What is typed, and what it becomes. */
  private static final Map<String, String> CASES = new LinkedHashMap<>();

  static {
    CASES.put("edgelint ch", "check");
    CASES.put("edgelint proxy al", "allowlist");
    CASES.put("edgelint check --fo", "--format");
    CASES.put("edgelint check --format sa", "sarif");
    CASES.put("edgelint check --fail-on w", "warning");
    CASES.put("edgelint check --as eng", "engine-config");
    CASES.put("edgelint explain EDGE253", "EDGE253");
    CASES.put("edgelint explain hub-proxy-m", "hub-proxy-missing");
    CASES.put("edgelint completion f", "fish");
    CASES.put("edgelint config s", "show");
  }

  @TempDir private Path folder;

  @Test
  void bash_completes() throws Exception {
    assumeInstalled("bash");
    StringBuilder commands = new StringBuilder("source " + script("bash") + "\n");
    for (String typed : CASES.keySet()) {
      commands
          .append("COMP_WORDS=(" + typed + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n")
          .append("COMPREPLY=(); _complete_edgelint 2>/dev/null; echo \"${COMPREPLY[*]}\"\n");
    }

    assertThat(run(List.of("bash", "-c", commands.toString())).lines().map(String::strip))
        .containsExactlyElementsOf(CASES.values());
  }

  @Test
  void fish_completes() throws Exception {
    assumeInstalled("fish");
    StringBuilder commands = new StringBuilder("source " + script("fish") + "\n");
    CASES.keySet().forEach(typed -> commands.append("complete -C '" + typed + "'\n"));

    assertThat(run(List.of("fish", "-c", commands.toString())).lines().map(l -> l.split("\t")[0]))
        .containsExactlyElementsOf(CASES.values());
  }

  @Test
  void zsh_takes_the_script() throws Exception {
    assumeInstalled("zsh");
    String answer =
        run(
            List.of(
                "zsh",
                "-f",
                "-c",
                "autoload -Uz compinit; compinit -u -D; source "
                    + script("zsh")
                    + "; print -r -- $_comps[edgelint]"));

    assertThat(answer).contains("_complete_edgelint");
  }

  @Test
  void the_manual_page_names_every_command_and_option() {
    String page = CommandLineRun.of("man-page").out();

    mentions(EdgelintCommand.lineFor(), page);
  }

  private static void mentions(CommandLine line, String page) {
    for (CommandLine sub : line.getSubcommands().values()) {
      if (!sub.getCommandSpec().usageMessage().hidden() && !sub.getCommandName().equals("help")) {
        assertThat(page).contains(".SS " + sub.getCommandSpec().qualifiedName());
        for (OptionSpec option : sub.getCommandSpec().options()) {
          if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
            assertThat(page).contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR");
          }
        }
        mentions(sub, page);
      }
    }
  }

  @Test
  void the_manual_page_has_what_help_says_around_examples() {
    assertThat(CommandLineRun.of("man-page").out())
        .contains("A password stands in the URL percent\\-encoded; it is never printed.\n")
        .contains("http://press:s3cr%40t@proxy.corp:3128")
        .doesNotContain("Examples:");
  }

  @Test
  void the_manual_page_is_right_to_roff() throws Exception {
    assumeInstalled("groff");
    Path page =
        Files.writeString(folder.resolve("edgelint.1"), CommandLineRun.of("man-page").out());

    assertThat(run(List.of("groff", "-ww", "-man", "-Tutf8", "-z", page.toString()))).isEmpty();
  }

  private Path script(String shell) throws IOException {
    CommandLineRun run = CommandLineRun.of("completion", shell);
    assertThat(run.code()).isZero();
    return Files.writeString(folder.resolve("completion." + shell), run.out());
  }

  private static void assumeInstalled(String program) {
    boolean found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    Assumptions.assumeTrue(found, () -> program + " is not installed");
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("TERM", "dumb");
    builder.directory(folder.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(answer).isZero();
    return answer;
  }
}
