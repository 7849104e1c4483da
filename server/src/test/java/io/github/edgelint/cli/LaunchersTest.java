package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two programs that start Java: for a POSIX shell, and for Windows. */
class LaunchersTest {

  private static final Path FOLDER = Path.of("src/dist/bin");
  private static final Pattern OPTION = Pattern.compile("-X[\\w:+=.-]+(?<![=\\\\])");

  @Test
  void both_give_Java_the_same_options() throws IOException {
    List<String> here = options(Files.readString(FOLDER.resolve("edgelint")));
    List<String> onWindows = options(Files.readString(FOLDER.resolve("edgelint.cmd")));

    assertThat(here).contains("-Xshare:auto", "-Xmx512m");
    assertThat(onWindows).containsExactlyInAnyOrderElementsOf(here);
  }

  private static List<String> options(String launcher) {
    return OPTION
        .matcher(launcher.replaceAll("(?m)^ *(#|rem ).*", ""))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_one_for_shells_tells_which_streams_are_terminals(@TempDir Path folder) throws Exception {
    Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\" >\"$0.arguments\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    String launcher = "'" + FOLDER.resolve("edgelint").toAbsolutePath() + "'";

    assertThat(terminals(folder, launcher)).isEqualTo("out,err");
    assertThat(terminals(folder, "true | " + launcher)).isEqualTo("out,err");
    assertThat(terminals(folder, launcher + " | cat")).isEqualTo(",err");
    assertThat(terminals(folder, launcher + " 2>&1 | cat")).isEmpty();
  }

  /** What a command on a terminal tells Java. */
  private static String terminals(Path folder, String command) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("script", "-qec", command, "/dev/null");
    shell.environment().put("JAVA_HOME", folder.toString());
    shell.redirectInput(Redirect.from(Path.of("/dev/null").toFile())).redirectErrorStream(true);
    Process process = shell.start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    String option = "-Dedgelint.terminals=";
    return Files.readAllLines(folder.resolve("bin/java.arguments")).stream()
        .filter(argument -> argument.startsWith(option))
        .findFirst()
        .orElseThrow()
        .substring(option.length());
  }

  @ParameterizedTest
  @CsvSource({"out, true", "'out,err', true", "',err', false", "'', false"})
  void colours_need_a_terminal_for_what_is_printed_only(String terminals, boolean coloured)
      throws Exception {
    ProcessBuilder run =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-Dedgelint.terminals=" + terminals,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "explain",
            "EDGE5xx");
    run.environment().keySet().removeAll(Set.of("NO_COLOR", "FORCE_COLOR"));
    run.environment().put("TERM", "xterm");
    Process process = run.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(printed).contains("EDGE500");
    assertThat(printed.contains("\u001b[")).isEqualTo(coloured);
  }

  @Test
  void the_one_for_Windows_has_the_line_ends_that_its_labels_need() throws IOException {
    assertThat(Files.readString(FOLDER.resolve("edgelint.cmd"))).doesNotContainPattern("[^\r]\n");
  }

  @Test
  void the_one_for_Windows_never_runs_a_program_by_its_name_alone() throws IOException {
    // cmd.exe would look for it in the current folder first, which may be anybody's.
    assertThat(Files.readString(FOLDER.resolve("edgelint.cmd")))
        .doesNotContainPattern("(?im)^@?(call )?\"?java(\\.exe)?\"?\\s")
        .doesNotContain("set \"java=java");
  }
}
