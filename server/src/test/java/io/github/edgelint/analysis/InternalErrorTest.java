package io.github.edgelint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.Rule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.testing.Project;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Law 8: an internal error is reported as one; it never looks like a clean file. */
class InternalErrorTest {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE100", "unknown-key", Severity.WARNING, DocumentKind.DEVICE_CONFIG);

  /** Reports the first line; then it fails, if told to. */
  private record FirstLine(RuntimeException failure) implements DocumentRule {

    @Override
    public RuleInfo info() {
      return INFO;
    }

    @Override
    public void check(Document document, RuleContext context) {
      TextRange line = document.source().lines().line(0);
      context.report(Finding.of(INFO, document, line, Message.of("The first line.")));
      if (failure != null) {
        throw failure;
      }
    }
  }

  private static final Rule FAILING = new FirstLine(new IllegalStateException("hunter2"));
  private static final Rule WORKING = new FirstLine(null);

  private static List<Finding> findings(String config, Rule... rules) {
    return new Analyzer(List.of(rules))
        .analyze(Project.of(Map.of("config.toml", config)))
        .findings();
  }

  @Test
  void a_rule_that_fails_is_an_error_that_names_the_rule_and_the_place_of_the_failure() {
    assertThat(findings("[provisioning]\nsource = \"manual\"\n", FAILING))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("EDGE900");
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.message().text())
                  .contains("EDGE100")
                  .contains("IllegalStateException@InternalErrorTest:")
                  .doesNotContain("hunter2");
            });
  }

  @Test
  void the_other_rules_go_on() {
    assertThat(findings("[provisioning]\nsource = \"manual\"\n", FAILING, WORKING))
        .extracting(Finding::code)
        .containsExactlyInAnyOrder("EDGE900", "EDGE100");
  }

  @Test
  void a_comment_does_not_silence_it() {
    assertThat(
            findings(
                "# edgelint: ignore-file[EDGE900] x\n[provisioning]\nsource = \"manual\"\n",
                FAILING))
        .extracting(Finding::code)
        .contains("EDGE900");
  }
}
