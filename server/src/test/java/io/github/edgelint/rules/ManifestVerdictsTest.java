package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.testing.Project;
import io.github.edgelint.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A manifest with one change at a time: what the runtime refuses has an error, what is lost in
 * silence a finding, what is taken no error. Each case replaces some lines of the base.
 */
class ManifestVerdictsTest {

  @TestFactory
  List<DynamicTest> one_change_at_a_time() throws IOException {
    try (InputStream in =
        ManifestVerdictsTest.class.getResourceAsStream("/manifest-verdicts.json")) {
      ConfigNode root = JsonParser.parse(SourceText.decode(in.readAllBytes())).root();
      List<String> base = lines(root.get("base"));
      List<DynamicTest> tests = new ArrayList<>();
      for (ConfigNode each : root.get("cases").items()) {
        List<String> text = new ArrayList<>(base.subList(0, number(each.get("first"))));
        text.addAll(lines(each.get("lines")));
        text.addAll(base.subList(number(each.get("last")), base.size()));
        String verdict = each.get("verdict").asText().orElseThrow();
        String name = each.get("name").asText().orElseThrow() + ": " + verdict;
        tests.add(DynamicTest.dynamicTest(name, () -> compare(String.join("\n", text), verdict)));
      }
      assertThat(tests).hasSizeGreaterThan(250);
      return tests;
    }
  }

  private static void compare(String manifest, String verdict) {
    Analysis analysis = new Analyzer().analyze(Project.of(Map.of("deployment.json", manifest)));
    // The base has a password, as most manifests do.
    List<Finding> found =
        analysis.findings().stream().filter(each -> !each.code().equals("EDGE802")).toList();
    List<Severity> severities = found.stream().map(Finding::severity).toList();

    switch (verdict) {
      case "error" -> assertThat(severities).contains(Severity.ERROR);
      case "finding" -> assertThat(found).isNotEmpty();
      case "no error" -> assertThat(severities).doesNotContain(Severity.ERROR);
      default -> assertThat(severities).doesNotContain(Severity.ERROR, Severity.WARNING);
    }
  }

  private static List<String> lines(ConfigNode list) {
    return list.items().stream().map(line -> line.asText().orElseThrow()).toList();
  }

  private static int number(ConfigNode node) {
    return Integer.parseInt(node.asScalar().orElseThrow().text());
  }
}
