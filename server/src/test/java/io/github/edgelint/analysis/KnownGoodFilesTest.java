package io.github.edgelint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.FileScanner;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Law 5: what is known to be good gets no error and no warning, each file on its own. */
class KnownGoodFilesTest {

  /** Findings that are true all the same, and why. */
  private static final Map<String, String> TRUE_ALL_THE_SAME =
      Map.ofEntries(
          Map.entry("complex-agent-spec EDGE214", "127.0.0.1 is the container itself"),
          Map.entry("isa95_smoke_test_BaseDeployment EDGE227", "https_proxy stands beside env"),
          Map.entry("topLayerBaseDeployment_amqp EDGE238", "AMQP goes past the proxy"),
          Map.entry("topLayerBaseDeployment_mqtt EDGE238", "MQTT goes past the proxy"),
          Map.entry("topLayerBaseDeployment_mqtt EDGE253", "edgeHub has no proxy there"),
          Map.entry("deployment-1.0/deployment.json EDGE509", "the route names another module"),
          Map.entry("deployment-2.0/deployment.json EDGE509", "the route names another module"),
          Map.entry("template-1.0/deployment.template EDGE509", "that module is not there"),
          Map.entry("template-2.0/deployment.template EDGE509", "that module is not there"),
          Map.entry("template-1.0/deployment.template EDGE612", "a relative path on the host"),
          Map.entry("template-2.0/deployment.template EDGE612", "a relative path on the host"),
          Map.entry("long_haul_deployment_constrained EDGE509", "that module was removed"),
          Map.entry("long_haul_deployment_constrained EDGE510", "that module was removed"),
          Map.entry("long_haul_deployment_constrained EDGE607", "HostConfir"));

  @TestFactory
  Stream<DynamicTest> samples_of_the_published_schemas() throws IOException {
    return each(Shared.assumePresent("conformance/schemastore"), ".json");
  }

  @TestFactory
  Stream<DynamicTest> inputs_of_the_tests_of_iotedge_config() throws IOException {
    return each(Shared.assumePresent("conformance/iotedge-config"), "super-config.toml");
  }

  private static Stream<DynamicTest> each(Path folder, String ending) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    folder.relativize(file).toString(), () -> isSilent(folder, file)));
  }

  private static void isSilent(Path folder, Path file) {
    Document document = FileScanner.read(file).from(Document.Origin.FOUND);
    Snapshot snapshot = Snapshot.of(Workspace.of(List.of()), List.of(document));
    List<String> found = new ArrayList<>();
    for (Finding finding : new Analyzer().analyze(snapshot).findings()) {
      boolean known =
          TRUE_ALL_THE_SAME.keySet().stream()
              .anyMatch(
                  key ->
                      key.endsWith(finding.code())
                          && folder
                              .relativize(file)
                              .toString()
                              .contains(key.substring(0, key.indexOf(' '))));
      if (finding.severity().isAtLeast(Severity.WARNING) && !known) {
        found.add(finding.code() + " " + finding.range() + " " + finding.message().text());
      }
    }
    assertThat(found).isEmpty();
  }
}
