package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Document;

/** EDGE400: the root key is spelt so that not every reader finds the modules. */
final class ManifestRootKey extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE400", "manifest-root-key", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final String CANONICAL = "modulesContent";

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    if (manifest.modulesContent().isEmpty()) {
      return;
    }
    Member root = manifest.modulesContent().get();
    if (root.name().equals(CANONICAL)) {
      return;
    }
    boolean legacy = !root.name().equalsIgnoreCase(CANONICAL);
    context.report(
        Finding.of(
                INFO,
                document,
                root.key().range(),
                Message.of(
                    "`{key}` must be called `modulesContent`; {consequence}.",
                    "key",
                    root.name(),
                    "consequence",
                    legacy
                        ? "the Azure CLI accepts the old spelling only with a warning, other tools"
                            + " not at all"
                        : "IoT Hub and the Azure CLI refuse this spelling"))
            .withSeverity(legacy ? Severity.WARNING : Severity.ERROR)
            .withFix(
                Fix.safe(
                    "Rename to `modulesContent`",
                    document,
                    () -> new JsonEditor(document.tree()).rename(root.key(), CANONICAL))));
  }
}
