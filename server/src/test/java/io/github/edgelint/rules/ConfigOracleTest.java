package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@code iotedge config apply} says to many small configurations: what it refuses has an error
 * here, and what it takes has none that says it would be refused.
 */
class ConfigOracleTest {

  private static final String PATH = "etc/aziot/config.toml";

  private static final Pattern REFUSES =
      Pattern.compile("`iotedge config apply` (refuses|stops|reports only)");

  @TestFactory
  List<DynamicTest> answers_that_the_parser_gave() throws IOException {
    List<DynamicTest> tests =
        tests(Files.readAllBytes(Shared.assumePresent("oracle/config-toml.json")));
    assertThat(tests).hasSizeGreaterThan(150);
    return tests;
  }

  /** Ours, worked out from what is known of the parser, key by key and type by type. */
  @TestFactory
  List<DynamicTest> answers_that_follow_from_its_source() throws IOException {
    try (InputStream stream = ConfigOracleTest.class.getResourceAsStream("/config-verdicts.json")) {
      List<DynamicTest> tests = tests(stream.readAllBytes());
      assertThat(tests).hasSizeGreaterThan(800);
      return tests;
    }
  }

  private static List<DynamicTest> tests(byte[] oracle) {
    List<DynamicTest> tests = new ArrayList<>();
    for (ConfigNode vector : JsonParser.parse(SourceText.decode(oracle)).root().items()) {
      String toml = vector.get("toml").asText().orElseThrow();
      boolean rejected = vector.get("result").asText().orElseThrow().equals("rejected");
      String name = (rejected ? "refuses " : "takes ") + vector.get("name").asText().orElseThrow();
      tests.add(DynamicTest.dynamicTest(name, () -> compare(toml, rejected)));
    }
    return tests;
  }

  private static void compare(String toml, boolean rejected) {
    Analysis analysis = analyze(PATH, toml);
    if (rejected) {
      assertThat(analysis.findings())
          .as(() -> "apply refuses\n" + toml + "\n" + Findings.list(analysis))
          .anyMatch(finding -> finding.severity() == Severity.ERROR);
    } else {
      assertThat(analysis.findings())
          .as(() -> "apply takes\n" + toml + "\n" + Findings.list(analysis))
          .noneMatch(finding -> REFUSES.matcher(finding.message().text()).find());
    }
  }

  private static Analysis analyze(String path, String toml) {
    return new Analyzer().analyze(Project.of(Map.of(path, toml)));
  }

  @Test
  void the_stock_file_gets_only_what_a_person_must_do_first() throws IOException {
    Path stock = Shared.assumePresent("conformance/iotedge-templates/config.toml.edge.template");
    String text = Files.readString(stock);

    assertThat(analyze(PATH, text).findings()).extracting(Finding::code).containsExactly("EDGE300");
    assertThat(analyze(PATH + ".edge.template", text).findings()).isEmpty();
  }
}
