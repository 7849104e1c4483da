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

/** EDGE002: a comment or a trailing comma, which editors accept and readers do not. */
final class JsonNotStrict implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE002", "json-not-strict", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED, ENGINE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    if (context.settings().allowsJsonComments() && document.kind() != ENGINE_CONFIG) {
      return;
    }
    for (SyntaxProblem problem : document.tree().problems()) {
      boolean strict =
          problem.kind() != SyntaxProblem.Kind.JSON_COMMENT
              && problem.kind() != SyntaxProblem.Kind.JSON_TRAILING_COMMA;
      if (strict) {
        continue;
      }
      context.report(
          ProblemFindings.of(
                  INFO,
                  document,
                  problem,
                  Message.of(
                      "{construct} is not JSON: {reader} {refuse} the file although editors accept"
                          + " it.",
                      "construct",
                      problem.detail(),
                      "reader",
                      ProblemFindings.readerOf(document),
                      "refuse",
                      ProblemFindings.verb(document, "refuse")))
              .withSeverity(
                  document.kind() == TEMPLATE || document.isTemplate()
                      ? Severity.WARNING
                      : Severity.ERROR));
    }
  }
}
