package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@code iotedge config apply} said to many small configurations: what it refused has an error
 * here, and what it took has none that says it would be refused.
 */
class ConfigOracleTest {

  @TestFactory
  List<DynamicTest> errors_are_found_exactly_where_apply_refuses() throws IOException {
    String text = Files.readString(Shared.assumePresent("oracle/config-toml.json"));
    ConfigTree oracle = JsonParser.parse(SourceText.of(text));
    List<DynamicTest> tests = new ArrayList<>();
    for (ConfigNode vector : oracle.root().items()) {
      String toml = vector.get("toml").asText().orElseThrow();
      boolean rejected = vector.get("result").asText().orElseThrow().equals("rejected");
      tests.add(
          DynamicTest.dynamicTest(
              vector.get("name").asText().orElseThrow(),
              () -> {
                Analysis analysis =
                    new Analyzer().analyze(Project.of(Map.of("etc/aziot/config.toml", toml)));
                if (rejected) {
                  assertThat(analysis.findings())
                      .as(() -> "apply refuses\n" + toml + "\n" + Findings.list(analysis))
                      .anyMatch(finding -> finding.severity() == Severity.ERROR);
                } else {
                  assertThat(analysis.findings())
                      .as(() -> "apply takes\n" + toml + "\n" + Findings.list(analysis))
                      .noneMatch(ConfigOracleTest::saysThatApplyRefuses);
                }
              }));
    }
    assertThat(tests).hasSizeGreaterThan(100);
    return tests;
  }

  private static boolean saysThatApplyRefuses(Finding finding) {
    String message = finding.message().text();
    return message.contains("`iotedge config apply` refuses")
        || message.contains("`iotedge config apply` stops");
  }
}
