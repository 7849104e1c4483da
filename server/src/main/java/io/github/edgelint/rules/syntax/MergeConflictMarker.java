package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;

/** EDGE016: an unresolved merge conflict. */
final class MergeConflictMarker implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE016",
          "merge-conflict-marker",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED,
          UNIT,
          ENGINE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    // No text of JSON goes on in the next line, so a marker never passes for sound JSON.
    if (document.tree().language() == Language.JSON && document.tree().problems().isEmpty()) {
      return;
    }
    for (TextRange marker : MergeConflicts.of(document.source()).markers()) {
      context.report(
          Finding.of(
              INFO,
              document,
              marker,
              Message.of(
                  "An unresolved merge conflict is left in this file; {consequence}.",
                  "consequence",
                  document.kind() == UNIT
                      ? "systemd skips this line and reads both versions"
                      : "every reader refuses it")));
    }
  }
}
