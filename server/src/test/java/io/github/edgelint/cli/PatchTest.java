package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.edgelint.workspace.DocPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatchTest {

  private static final String NAME = "site 1/deployment.json";

  private static final List<List<String>> TOOLS =
      List.of(List.of("patch", "-p1", "--binary", "-i"), List.of("git", "apply"));

  @TempDir private Path folder;

  private static String diff(String before, String after) {
    return diff(NAME, before, after);
  }

  private static String diff(String name, String before, String after) {
    List<String> lines =
        Patch.of(
            name,
            DocPath.of(Path.of("/x/deployment.json")),
            Optional.ofNullable(before),
            Optional.ofNullable(after));
    return String.join("\n", lines) + "\n";
  }

  private static String manifest(String protocol) {
    return """
    {
      "env": {
        "UpstreamProtocol": { "value": "%s" },
        "OptimizeForPerformance": { "value": "false" },
        "storageKey": "a", "token": "{{TOKEN}}"
      }
    }
    """
        .formatted(protocol);
  }

  static Stream<List<String>> changes() {
    String a = manifest("Amqp");
    String b = manifest("AmqpWs");
    return Stream.of(
        List.of(a, b),
        List.of(a.replace("\n", "\r\n"), b.replace("\n", "\r\n")),
        List.of(a.replace("\n", "\r\n"), b),
        List.of("\uFEFF" + a, "\uFEFF" + b),
        List.of(a.stripTrailing(), b.stripTrailing()),
        List.of(a.stripTrailing(), b),
        List.of(a, b.stripTrailing()),
        List.of(a.replace(",", ",\r"), b.replace(",", ",\r")),
        List.of(a, a + "\n\n"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void patch_and_git_apply_a_diff(List<String> change) throws Exception {
    for (List<String> tool : TOOLS) {
      assertThat(applied(tool, change.get(0), diff(change.get(0), change.get(1))))
          .as(tool.get(0))
          .isEqualTo(change.get(1));
    }
  }

  @Test
  void a_file_may_be_made_and_deleted() throws Exception {
    for (List<String> tool : TOOLS) {
      assertThat(applied(tool, null, diff(null, "[Service]\n"))).isEqualTo("[Service]\n");
      assertThat(applied(tool, "[Service]\n", diff("[Service]\n", null))).isNull();
    }
  }

  @Test
  void a_name_steers_neither_a_terminal_nor_another_tool() throws Exception {
    String name = "a\nb\u001b[31m \"ü\\\u202e.json";

    assertThat(diff(name, "a\n", "b\n").lines().toList().subList(0, 2))
        .allMatch(line -> line.matches("(---|\\+\\+\\+) \"[ -~]+\""));
    for (List<String> tool : TOOLS) {
      assertThat(applied(name, tool, "a\n", diff(name, "a\n", "b\n"))).isEqualTo("b\n");
    }
  }

  private String applied(List<String> tool, String before, String diff) throws Exception {
    return applied(NAME, tool, before, diff);
  }

  private String applied(String name, List<String> tool, String before, String diff)
      throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    if (before != null) {
      Files.writeString(file, before);
    }
    Files.writeString(folder.resolve("diff"), diff);
    List<String> command = Stream.concat(tool.stream(), Stream.of("diff")).toList();
    Path said = folder.resolve("said");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
    } catch (IOException notInstalled) {
      assumeTrue(false, tool.get(0) + " is not installed");
      throw notInstalled;
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said) + diff).isZero();
    return Files.exists(file) ? Files.readString(file) : null;
  }

  @Test
  void a_change_near_a_secret_can_be_applied_without_it() throws Exception {
    String before = "{\n\"password\": \"Zx81aJ0q\",\n\"a\": 1,\n\"b\": 2,\n\"c\": 3\n}\n";
    String after = before.replace("2", "3");
    String diff = diff(before, after);

    assertThat(diff).doesNotContain("Zx81aJ0q", "…");
    for (List<String> tool : TOOLS) {
      assertThat(applied(tool, before, diff)).isEqualTo(after);
    }
  }

  @ParameterizedTest
  @MethodSource("secrets")
  void a_secret_beside_a_change_is_masked(String line) {
    String diff = diff(line + "\nx\n", line + "\ny\n");

    assertThat(diff).doesNotContain("Zx81aJ0q").contains("…");
  }

  static Stream<String> secrets() {
    return Stream.of(
        "{ \"password\": \"Zx81aJ0q\" }",
        "{ \"env\": { \"DB_PASSWORD\": { \"value\": \"Zx81aJ0q\" } } }",
        "{ \"env\": { \"apiKey\": { \"value\": \"Zx81aJ0q\" } } }",
        "{ \"https_proxy\": { \"value\": \"http://u:Zx81aJ0q@p:1\" } }",
        "# password = \"Zx81aJ0q\"",
        "# device_id_pk = { value = \"Zx81aJ0q\" }",
        "\"SharedAccessKey=Zx81aJ0q\"");
  }
}
