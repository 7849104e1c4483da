package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE430: modules are told to start before edgeHub without anybody meaning it. */
final class EdgeHubStartsLate extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE430", "edge-hub-starts-late", Severity.HINT, MANIFEST, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final String LAST = "4294967295";

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    Optional<Module> hub = manifest.hubModule();
    if (hub.isEmpty() || hub.get().member("startupOrder").isPresent()) {
      return;
    }
    for (Module module : manifest.userModules()) {
      if (module.startupOrder() instanceof ScalarNode order
          && order.type() == ScalarNode.Type.INTEGER
          && !order.text().equals(LAST)) {
        context.report(
            Finding.of(
                    INFO,
                    document,
                    hub.get().nameRange(),
                    Message.of(
                        "edgeHub has no `startupOrder` and so starts after {module}: its default is"
                            + " the highest number, not 0.",
                        "module",
                        module.name()))
                .relatedTo(document, order.range(), "the order of " + module.name())
                .withFix(
                    Fix.unsafe(
                        "Add `startupOrder` 0 to edgeHub",
                        document,
                        () ->
                            hub.get().node() instanceof ObjectNode node
                                ? new JsonEditor(document.tree())
                                    .insert(node, "startupOrder", NewValue.literal("0"))
                                : List.of())));
        return;
      }
    }
  }
}
