package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.json.JsonVerdict;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE001: the text is not JSON. */
final class JsonSyntax implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE001", "json-syntax", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED, ENGINE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    List<SyntaxProblem> problems = ProblemFindings.syntaxErrors(document);
    if (problems.isEmpty() || !JsonVerdict.isRefused(document.tree())) {
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
                    "Expected {expected} here; {reader} {read} the file with a strict parser and"
                        + " {refuse} all of it.",
                    "expected",
                    problem.detail(),
                    "reader",
                    ProblemFindings.readerOf(document),
                    "read",
                    ProblemFindings.verb(document, "read"),
                    "refuse",
                    ProblemFindings.verb(document, "refuse"))));
      }
    }
  }
}
