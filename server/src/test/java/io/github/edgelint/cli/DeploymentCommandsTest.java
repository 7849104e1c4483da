package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeploymentCommandsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"svg, <svg", "mermaid, flowchart LR", "dot, digraph"})
  void a_manifest_is_drawn_in_the_notation_asked_for(String format, String start)
      throws IOException {
    CommandLineRun run =
        CommandLineRun.of("graph", manifest("a.json", true).toString(), "--format", format);
    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out()).startsWith(start).contains("edgeAgent");
  }

  @Test
  void a_picture_marks_what_check_reports_with_the_settings_and_files_around() throws IOException {
    Path template = folder.resolve("deployment.template.json");
    Files.move(manifest("a.json", true), template);
    Files.writeString(
        template,
        Files.readString(template)
            .replace(
                "\"modules\":{}",
                "\"modules\":{\"cam\":{\"type\":\"docker\",\"status\":\"running\","
                    + "\"restartPolicy\":\"always\",\"settings\":{\"image\":"
                    + "\"${MODULES.none}\"}}}"));
    Path module = Files.createDirectories(folder.resolve("modules/filter"));
    Files.writeString(module.resolve("module.json"), "{\"image\":{}}");
    Path settings = Files.writeString(folder.resolve(".edgelint.toml"), "");

    assertThat(mermaid(template)).contains("[\"cam\"]:::problem");

    Files.writeString(settings, "[rules]\nEDGE455 = \"off\"\n");
    assertThat(mermaid(template)).contains("[\"cam\"]").doesNotContain("[\"cam\"]:::problem");
  }

  private static String mermaid(Path manifest) {
    return CommandLineRun.of("graph", manifest.toString(), "--format", "mermaid").out();
  }

  @Test
  void a_picture_goes_to_the_file_that_is_named() throws IOException {
    Path picture = folder.resolve("flow.svg");
    CommandLineRun run =
        CommandLineRun.of(
            "graph", manifest("a.json", true).toString(), "--output", picture.toString());
    assertThat(run.out()).isEmpty();
    assertThat(picture).content().startsWith("<svg");
  }

  @Test
  void a_lost_proxy_fails_the_run_in_every_form() throws IOException {
    String before = manifest("a.json", true).toString();
    String after = manifest("b.json", false).toString();
    for (String format : new String[] {"text", "markdown", "json"}) {
      CommandLineRun run = CommandLineRun.of("diff", before, after, "--format", format);
      assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
      assertThat(run.out()).contains("edgeAgent loses its proxy").doesNotContain("hunter2");
    }
  }

  @Test
  void a_manifest_compared_with_itself_is_harmless() throws IOException {
    String manifest = manifest("a.json", true).toString();
    CommandLineRun run = CommandLineRun.of("diff", manifest, manifest);
    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out()).contains("The device stays as it is.");
  }

  @Test
  void what_is_no_manifest_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("c.json"), "[]");
    assertThat(CommandLineRun.of("graph", file.toString()))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
              assertThat(run.err()).contains("is no deployment manifest");
            });
  }

  private Path manifest(String name, boolean proxy) throws IOException {
    String env = proxy ? "\"https_proxy\":{\"value\":\"http://u:hunter2@proxy:3128\"}" : "";
    return Files.writeString(
        folder.resolve(name),
        "{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"schemaVersion\":\"1.1\","
            + "\"systemModules\":{\"edgeAgent\":{\"type\":\"docker\",\"settings\":{\"image\":"
            + "\"mcr.microsoft.com/azureiotedge-agent:1.5\"},\"env\":{"
            + env
            + "}}},\"modules\":{}}}}}");
  }
}
