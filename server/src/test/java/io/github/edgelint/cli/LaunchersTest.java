package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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
