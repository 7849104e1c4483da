package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE005: the text is not TOML. */
final class TomlSyntax implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE005", "toml-syntax", Severity.ERROR, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    List<SyntaxProblem> problems = ProblemFindings.syntaxErrors(document);
    if (problems.isEmpty() || !ProblemFindings.isRefusedAsToml(document)) {
      return;
    }
    MergeConflicts conflicts = MergeConflicts.of(document.source());
    for (SyntaxProblem problem : problems) {
      if (!conflicts.touches(problem.range())) {
        context.report(
            ProblemFindings.of(
                INFO,
                document,
                problem,
                Message.of(
                    "`iotedge config apply` stops here: {reason}.", "reason", problem.detail())));
      }
    }
  }
}
