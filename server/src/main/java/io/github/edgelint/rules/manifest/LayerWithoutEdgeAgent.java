package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;

/** EDGE466: a layer that is never applied. */
final class LayerWithoutEdgeAgent extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE466", "layer-without-edge-agent", Severity.WARNING, LAYERED).ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    if (manifest.edgeAgent().isPresent() || manifest.modulesContent().isEmpty()) {
      return;
    }
    context.report(
        Finding.of(
                INFO,
                document,
                manifest.modulesContent().get().key().range(),
                Message.of(
                    "A layered deployment needs `$edgeAgent`, at least `{}`; without it devices are"
                        + " targeted but nothing is applied."))
            .withFix(
                Fix.safe(
                    "Add `\"$edgeAgent\": {}`",
                    document,
                    () ->
                        new JsonEditor(document.tree())
                            .insert(
                                manifest.modulesContentNode(),
                                DeploymentManifest.AGENT_ID,
                                NewValue.literal("{}")))));
  }
}
