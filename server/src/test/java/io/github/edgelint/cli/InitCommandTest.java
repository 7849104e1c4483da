package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

  @TempDir private Path folder;

  @BeforeEach
  void a_work_tree_with_the_broken_example() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Path from = Repository.root().resolve("examples/behind-proxy-broken");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private CommandLineRun init() {
    return CommandLineRun.of("init", folder.toString());
  }

  private Path settings() {
    return folder.resolve(".edgelint.toml");
  }

  private String findings() {
    return CommandLineRun.of("check", "-q", "--hints", "--format", "concise", folder.toString())
        .out();
  }

  @Test
  void it_changes_no_finding() {
    String before = findings();

    assertThat(init().code()).isZero();

    assertThat(findings()).isEqualTo(before).contains("EDGE227", "EDGE265");
  }

  @Test
  void it_names_what_it_saw_without_secrets() throws IOException {
    init();

    assertThat(settings())
        .content()
        .contains("# Found here: 1 device-config, 1 manifest, 1 unit, 1 engine-config.")
        .contains("# Images of 1.5 are in use (deployment.json); daemons may be newer.")
        .contains("# version = \"1.5\"")
        .contains("# Devices that use a proxy: ")
        .contains("# url = \"http://proxy.graz.corp:3128\"")
        .contains("# config = \"etc/aziot/config.toml\"")
        .contains("# manifest = \"deployment.json\"")
        .doesNotContain("@");
  }

  @Test
  void every_line_of_it_is_right_once_its_mark_is_taken_away() throws IOException {
    init();
    String active =
        Files.readString(settings()).replaceAll("(?m)^# (?=\\[|[A-Za-z0-9-]+ = )", "").strip();
    Files.writeString(settings(), active + "\n");

    assertThat(active).contains("\n[proxy]\nrequired = true\n").contains("\n[[device]]\nname = ");
    assertThat(findings()).doesNotContain("EDGE91");
    assertThat(CommandLineRun.of("config", "show", folder.toString()).out())
        .contains("version = \"1.5\"")
        .contains("rules.EDGE439 = \"off\"");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_name_that_would_be_a_pattern_stands_for_itself() throws IOException {
    Path odd = folder.resolve("a[1] {b,c}*?/etc");
    Files.createDirectories(odd.getParent());
    Files.move(folder.resolve("etc"), odd);
    init();
    String active = Files.readString(settings()).replaceAll("(?m)^# (?=\\[|[A-Za-z0-9-]+ = )", "");
    Files.writeString(settings(), active);

    assertThat(active).contains("/etc/aziot/config.toml");
    assertThat(findings()).doesNotContain("EDGE91");
  }

  @Test
  void a_file_that_is_there_is_never_touched() throws IOException {
    Files.writeString(settings(), "version = \"1.4\"\n");

    CommandLineRun run = init();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is there already and was left as it is");
    assertThat(settings()).hasContent("version = \"1.4\"\n");
  }

  @Test
  void settings_of_a_folder_above_still_count() throws IOException {
    Files.writeString(settings(), "[rules]\nEDGE265 = \"off\"\n");
    Path below = folder.resolve("etc");

    assertThat(CommandLineRun.of("init", below.toString()).code()).isZero();

    assertThat(below.resolve(".edgelint.toml"))
        .content()
        .contains("extend = \"../.edgelint.toml\"");
    assertThat(findings()).doesNotContain("EDGE265").doesNotContain("EDGE91");
  }

  @Test
  void an_empty_folder_gets_a_file_too_and_a_missing_one_is_refused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(CommandLineRun.of("init", empty.toString()).code()).isZero();
    assertThat(empty.resolve(".edgelint.toml")).content().contains("no file of IoT Edge");
    assertThat(CommandLineRun.of("init", folder.resolve("no").toString()).err())
        .contains("is no folder");
  }
}
