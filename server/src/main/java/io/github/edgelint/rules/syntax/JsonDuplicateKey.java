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
import io.github.edgelint.workspace.Document;

/** EDGE003: one name twice in an object; the last one wins without a message. */
final class JsonDuplicateKey implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE003",
          "json-duplicate-key",
          Severity.WARNING,
          MANIFEST,
          TEMPLATE,
          LAYERED,
          ENGINE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (SyntaxProblem problem :
        ProblemFindings.of(document, SyntaxProblem.Kind.JSON_DUPLICATE_KEY)) {
      int line =
          problem
              .related()
              .map(earlier -> document.source().lines().lineOf(earlier.start()))
              .orElse(0);
      context.report(
          ProblemFindings.of(
                  INFO,
                  document,
                  problem,
                  Message.of(
                      "`{key}` is defined twice in this object; the last definition wins and the"
                          + " one in line {line} is lost without a message.",
                      "key",
                      problem.detail(),
                      "line",
                      line + 1))
              .about(problem.range()));
    }
  }
}
