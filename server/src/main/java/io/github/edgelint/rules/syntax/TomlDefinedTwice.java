package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE006: a key or table that exists already. */
final class TomlDefinedTwice implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE006", "toml-defined-twice", Severity.ERROR, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    List<SyntaxProblem> problems =
        ProblemFindings.of(document, SyntaxProblem.Kind.TOML_DEFINED_TWICE);
    if (problems.isEmpty() || !ProblemFindings.isRefusedAsToml(document)) {
      return;
    }
    LineIndex lines = document.source().lines();
    for (SyntaxProblem problem : problems) {
      String where =
          problem.related().map(r -> "in line " + (lines.lineOf(r.start()) + 1)).orElse("above");
      context.report(
          ProblemFindings.of(
                  INFO,
                  document,
                  problem,
                  Message.of(
                      "`{name}` is already defined {where}; `iotedge config apply` refuses the"
                          + " file, so keep only one of the alternatives.",
                      "name",
                      problem.detail(),
                      "where",
                      where))
              .about(problem.range()));
    }
  }
}
