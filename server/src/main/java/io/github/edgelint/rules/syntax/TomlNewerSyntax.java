package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.TargetVersion;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.workspace.Document;

/** EDGE008: what only the TOML reader of IoT Edge 1.6 knows. */
final class TomlNewerSyntax implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE008", "toml-newer-syntax", Severity.ERROR, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    TargetVersion target = context.device().targetVersion();
    if (target.isKnownAtLeast(1, 6)) {
      return;
    }
    for (SyntaxProblem problem :
        ProblemFindings.of(document, SyntaxProblem.Kind.TOML_NEWER_SYNTAX)) {
      context.report(
          ProblemFindings.of(
                  INFO,
                  document,
                  problem,
                  Message.of(
                      "{construct} is TOML 1.1, which only IoT Edge 1.6 and newer read; older"
                          + " releases stop here with a syntax error.",
                      "construct",
                      problem.detail()))
              .withSeverity(target.isKnownOlderThan(1, 6) ? Severity.ERROR : Severity.WARNING));
    }
  }
}
