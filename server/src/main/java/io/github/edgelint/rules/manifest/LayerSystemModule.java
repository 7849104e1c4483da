package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;

/** EDGE465: a layer that wants to change a system module. */
final class LayerSystemModule extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE465", "layer-system-module", Severity.ERROR, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    if (manifest.edgeAgent().isEmpty()) {
      return;
    }
    for (TwinSection.DottedKey key : manifest.edgeAgent().get().dottedKeys()) {
      if (key.path().get(0).equalsIgnoreCase("systemModules")) {
        context.report(
            Finding.of(
                INFO,
                document,
                key.member().key().range(),
                Message.of(
                    "A layered deployment cannot change system modules; {name} keeps the settings"
                        + " of the base deployment, so make the change there.",
                    "name",
                    key.path().size() > 1 ? key.path().get(1) : "each of them")));
      }
    }
  }
}
