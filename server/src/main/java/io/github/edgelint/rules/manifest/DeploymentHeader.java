package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.workspace.Document;

/** EDGE475: an id or target condition of an automatic deployment. */
final class DeploymentHeader extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE475", "deployment-header", Severity.ERROR, MANIFEST, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final int LONGEST_ID = 128;
  private static final String FORBIDDEN = "&^[]{}\\|\"<>/ ";

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    if (manifest.envelope() != DeploymentManifest.Envelope.CONFIGURATION) {
      return;
    }
    ConfigNode root = manifest.tree().root();
    ConfigNode id = root.get("id");
    if (id.asText().filter(text -> isBadId(text)).isPresent()) {
      context.report(
          Finding.of(
              INFO,
              document,
              id.range(),
              Message.of(
                  "`{id}` is no valid deployment id (at most 128 characters, no blank and none of"
                      + " `& ^ [ ] { } \\ | \" < > /`), and IoT Hub refuses it.",
                  "id",
                  id.asText().orElse(""))));
    }
    ConfigNode target = root.get("targetCondition");
    if (target.asText().filter(String::isBlank).isPresent()) {
      context.report(
          Finding.of(
                  INFO,
                  document,
                  target.range(),
                  Message.of(
                      "An empty target condition selects no device; `*` selects all of them."))
              .withSeverity(Severity.INFO));
    }
  }

  private static boolean isBadId(String id) {
    return (id.isBlank() || Placeholders.isConcrete(id))
        && (id.isBlank()
            || id.length() > LONGEST_ID
            || id.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0));
  }
}
