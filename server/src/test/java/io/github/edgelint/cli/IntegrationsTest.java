package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What {@code docs/ci.md} and the files for other tools tell people to run, run in a shell, on the
 * example that has findings.
 */
@DisabledOnOs(OS.WINDOWS)
class IntegrationsTest {

  /** What {@code az iot edge deployment show} prints: IoT Hub's own object. */
  private static final String DEPLOYMENT =
      """
      {
        "content": { "modulesContent": %s },
        "createdTimeUtc": "2025-03-04T09:12:44.118Z",
        "etag": "\\"MQ==\\"",
        "id": "press-line",
        "labels": { "site": "graz" },
        "lastUpdatedTimeUtc": "2025-03-04T09:12:44.118Z",
        "metrics": { "queries": {}, "results": {} },
        "priority": 10,
        "schemaVersion": "2.0",
        "systemMetrics": {
          "queries": {
            "appliedCount": "select deviceId from devices.modules where moduleId = '$edgeAgent' and configurations.[[press-line]].status = 'Applied'"
          },
          "results": { "appliedCount": 4 }
        },
        "targetCondition": "tags.site='graz'"
      }
      """;

  @TempDir private Path folder;
  private Path bin;
  private Path project;
  private Path action;

  @BeforeEach
  void prepare() throws IOException {
    bin = Files.createDirectory(folder.resolve("bin"));
    action = Files.createDirectory(folder.resolve("action"));
    project = folder.resolve("project");
    Path example = Repository.root().resolve("examples/behind-proxy-broken");
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.toList()) {
        Files.copy(file, project.resolve(example.relativize(file).toString()));
      }
    }
    String launcher =
        "exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s \"$@\"\n"
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                Main.class.getName());
    program(bin.resolve("edgelint"), launcher);
    program(action.resolve("edgelint"), launcher);
  }

  // --- docs/ci.md ----------------------------------------------------------------------------

  @Test
  void the_job_for_gitlab_leaves_the_report_that_it_names() throws Exception {
    JsonNode job = snippet("codequality").get("edgelint");
    for (JsonNode command : job.get("script")) {
      assertThat(run(command.asString())).isEqualTo(ExitCode.FINDINGS);
    }
    assertThat(project.resolve(job.at("/artifacts/reports/codequality").asString()))
        .content()
        .contains("EDGE227");
  }

  @Test
  void the_steps_for_azure_pipelines_leave_the_report_that_they_name() throws Exception {
    program(
        bin.resolve("git"), "for to; do :; done; mkdir \"$to\"; cp \"${0%/*}/edgelint\" \"$to\"\n");
    JsonNode steps = snippet("PublishTestResults").get("steps");
    List<Integer> codes = new ArrayList<>();
    for (JsonNode step : steps) {
      if (step.has("script")) {
        String script = step.get("script").asString();
        codes.add(run(script.replace("$(Agent.TempDirectory)", folder.toString())));
      }
    }
    assertThat(codes).containsExactly(ExitCode.CLEAN, ExitCode.FINDINGS);
    assertThat(project.resolve(steps.get(2).at("/inputs/testResultsFiles").asString()))
        .content()
        .contains("EDGE227");
  }

  @Test
  void a_deployment_out_of_iot_hub_is_checked_as_the_azure_command_line_prints_it()
      throws Exception {
    String manifest = Files.readString(project.resolve("deployment.json"));
    String modules = manifest.substring(manifest.indexOf(':') + 1, manifest.lastIndexOf('}'));
    Files.writeString(folder.resolve("shown.json"), DEPLOYMENT.formatted(modules));
    program(bin.resolve("az"), "cat \"${0%/*}/../shown.json\"\n");

    List<String> blocks = blocks("sh");
    String command = blocks.stream().filter(block -> block.startsWith("az ")).findFirst().get();
    assertThat(run(command)).isEqualTo(ExitCode.FINDINGS);
    assertThat(output()).contains("EDGE227").doesNotContain("EDGE100", "EDGE901");
  }

  @Test
  void a_baseline_keeps_what_is_known_quiet() throws Exception {
    String commands =
        blocks("sh").stream().filter(block -> block.contains("baseline write")).findFirst().get();
    assertThat(run(commands)).as(output()).isEqualTo(ExitCode.CLEAN);
  }

  // --- GitHub Actions ------------------------------------------------------------------------

  @Test
  void the_workflow_gives_the_action_what_it_takes() throws IOException {
    JsonNode use = snippet("edgelint/edgelint@").at("/jobs/edgelint/steps/1/with");
    assertThat(use.propertyNames()).isNotEmpty();
    assertThat(action().get("inputs").propertyNames()).containsAll(use.propertyNames());
  }

  @Test
  void the_action_pastes_nothing_into_a_script() throws IOException {
    for (JsonNode step : action().at("/runs/steps")) {
      if (step.has("run")) {
        assertThat(step.get("run").asString()).doesNotContain("${{");
      }
    }
  }

  /** A job with findings fails, and what comes after it is not kept. */
  @Test
  void the_action_keeps_what_it_built_before_it_checks() throws IOException {
    List<String> steps = new ArrayList<>();
    for (JsonNode step : action().at("/runs/steps")) {
      steps.add(step.path("uses").asString("") + step.path("run").asString(""));
    }
    assertThat(steps)
        .filteredOn(step -> step.contains("cache/") || step.contains("$GITHUB_ACTION_PATH/"))
        .extracting(step -> step.replaceAll("@.*|.*PATH/|\"", ""))
        .containsExactly(
            "actions/cache/restore",
            "edgelint --version",
            "actions/cache/save",
            "integrations/github/check");
  }

  @Test
  void the_action_annotates_and_leaves_a_report_for_code_scanning() throws Exception {
    assertThat(runAction(Map.of())).isEqualTo(ExitCode.FINDINGS);
    assertThat(output()).contains("::error file=deployment.json,");
    assertThat(Path.of(sarif())).content().contains("EDGE227");
    assertThat(folder.resolve("summary")).content().contains("EDGE227");
  }

  @Test
  void what_the_action_is_given_is_never_run_and_never_an_option() throws Exception {
    Path hostile = Files.createDirectory(project.resolve("--fix $(touch owned)`touch owned`"));
    Files.copy(project.resolve("deployment.json"), hostile.resolve("a b;touch owned.json"));
    String paths = hostile.getFileName() + "\n; touch owned\n";

    assertThat(runAction(Map.of("EDGELINT_PATHS", paths))).isEqualTo(ExitCode.FAILURE);
    assertThat(output()).contains("; touch owned does not exist").contains("::error file=--fix");
    assertThat(project.resolve("owned")).doesNotExist();
  }

  @Test
  void the_action_without_findings_succeeds() throws Exception {
    Map<String, String> baselined = Map.of("EDGELINT_BASELINE", "known.json");
    run("edgelint baseline write --file known.json .");
    assertThat(runAction(baselined)).as(output()).isEqualTo(ExitCode.CLEAN);
    assertThat(Path.of(sarif())).exists();
  }

  @Test
  void where_the_action_cannot_run_it_names_no_report() throws Exception {
    assertThat(runAction(Map.of("EDGELINT_FAIL_ON", "never"))).isEqualTo(ExitCode.FAILURE);
    assertThat(folder.resolve("output")).isEmptyFile();
  }

  // --- pre-commit and Docker -----------------------------------------------------------------

  @Test
  void the_hook_of_pre_commit_runs_on_the_files_of_devices() throws Exception {
    for (String name : List.of(".env", ".edgelint.toml", "config.toml.j2")) {
      Files.writeString(project.resolve(name), "");
    }
    JsonNode hook = yaml(".pre-commit-hooks.yaml").get(0);
    Pattern files = Pattern.compile(hook.get("files").asString());
    try (Stream<Path> all = Files.walk(project)) {
      assertThat(all.filter(Files::isRegularFile))
          .isNotEmpty()
          .allMatch(file -> files.matcher(project.relativize(file).toString()).find());
    }
    String arguments = hook.get("args").get(0).asString();
    assertThat(run(hook.get("entry").asString() + " " + arguments)).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void the_image_has_the_java_that_the_extension_is_packed_with() throws IOException {
    String dockerfile = Files.readString(Repository.root().resolve("Dockerfile"));
    String packaging =
        Files.readString(Repository.root().resolve("client-vscode/packaging/package.mjs"));
    String modules = between(packaging, "const MODULES = [", "]").replaceAll("[' ]", "");
    assertThat(between(dockerfile, "--add-modules ", " ")).isEqualTo(modules);
  }

  // --- how -----------------------------------------------------------------------------------

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }

  private static JsonNode action() throws IOException {
    return yaml("action.yml");
  }

  private static JsonNode yaml(String file) throws IOException {
    return YAMLMapper.shared().readTree(Files.readString(Repository.root().resolve(file)));
  }

  /** The one YAML block of {@code docs/ci.md} that holds a word. */
  private static JsonNode snippet(String word) throws IOException {
    List<String> found = blocks("yaml").stream().filter(block -> block.contains(word)).toList();
    assertThat(found).hasSize(1);
    return YAMLMapper.shared().readTree(found.get(0));
  }

  private static List<String> blocks(String language) throws IOException {
    String page = Files.readString(Repository.root().resolve("docs/ci.md"));
    Matcher blocks = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
    return blocks.results().map(block -> block.group(1)).toList();
  }

  private static void program(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private int runAction(Map<String, String> inputs) throws Exception {
    Files.writeString(folder.resolve("output"), "");
    return run("'" + Repository.root().resolve("integrations/github/check") + "'", inputs);
  }

  private String sarif() throws IOException {
    return Files.readString(folder.resolve("output")).strip().substring("sarif=".length());
  }

  private int run(String command) throws Exception {
    return run(command, Map.of());
  }

  private int run(String command, Map<String, String> environment) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", command);
    shell.directory(project.toFile()).redirectErrorStream(true);
    shell.redirectOutput(folder.resolve("printed").toFile());
    Map<String, String> variables = shell.environment();
    variables.put("PATH", bin + ":" + variables.get("PATH"));
    variables.put("GITHUB_ACTION_PATH", action.toString());
    variables.put("GITHUB_OUTPUT", folder.resolve("output").toString());
    variables.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    variables.put("RUNNER_TEMP", folder.toString());
    variables.putAll(environment);
    return shell.start().waitFor();
  }

  private String output() throws IOException {
    Path printed = folder.resolve("printed");
    return Files.exists(printed) ? Files.readString(printed) : "";
  }
}
