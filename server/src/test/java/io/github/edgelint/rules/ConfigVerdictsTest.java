package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the parser of {@code iotedge config apply} does with small files, recorded once. */
class ConfigVerdictsTest {

  private static final String PATH = "etc/aziot/config.toml";

  private static final Pattern REFUSES =
      Pattern.compile("`iotedge config apply` (refuses|stops|reports only)");

  private record Case(String name, String toml, boolean accepted) {}

  private static List<Case> cases() throws IOException {
    Path file = Shared.assumePresent("oracle/config-toml.json");
    List<Case> cases = new ArrayList<>();
    for (ConfigNode item :
        JsonParser.parse(SourceText.decode(Files.readAllBytes(file))).root().items()) {
      cases.add(
          new Case(
              item.get("name").asText().orElseThrow(),
              item.get("toml").asText().orElseThrow(),
              item.get("result").asText().orElseThrow().equals("accepted")));
    }
    return cases;
  }

  private static List<Finding> findings(String toml) {
    return new Analyzer().analyze(Project.of(Map.of(PATH, toml))).findings();
  }

  @Test
  void nobody_says_that_a_file_is_refused_which_the_parser_accepts() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<Case> accepted = cases().stream().filter(Case::accepted).toList();
    for (Case accepts : accepted) {
      for (Finding finding : findings(accepts.toml())) {
        if (REFUSES.matcher(finding.message().text()).find()) {
          wrong.add(accepts.name() + ": " + finding.message());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(accepted).hasSizeGreaterThan(50);
  }

  @Test
  void what_the_parser_refuses_is_an_error() throws IOException {
    List<String> silent = new ArrayList<>();
    List<Case> refused = cases().stream().filter(found -> !found.accepted()).toList();
    for (Case refuses : refused) {
      if (findings(refuses.toml()).stream()
          .noneMatch(finding -> finding.severity() == Severity.ERROR)) {
        silent.add(refuses.name());
      }
    }
    assertThat(silent).isEmpty();
    assertThat(refused).hasSizeGreaterThan(80);
  }

  @Test
  void the_stock_file_gets_only_what_a_person_must_do_first() throws IOException {
    Path stock = Shared.assumePresent("conformance/iotedge-templates/config.toml.edge.template");
    String text = Files.readString(stock);

    assertThat(findings(text)).extracting(Finding::code).containsExactly("EDGE300");
    assertThat(new Analyzer().analyze(Project.of(Map.of(PATH + ".edge.template", text))).findings())
        .isEmpty();
  }
}
