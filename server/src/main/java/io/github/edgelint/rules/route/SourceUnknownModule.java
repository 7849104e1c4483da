package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;

/** EDGE509: a source that names a module which the manifest does not deploy. */
final class SourceUnknownModule implements DocumentRule {

  static final RuleInfo INFO =
      RuleInfo.of("EDGE509", "route-source-unknown-module", Severity.WARNING, MANIFEST, TEMPLATE)
          .ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (UnknownModule module : UnknownModule.of(document, INFO, context)) {
      context.report(module.finding());
    }
  }
}
