package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.ReleaseData;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.schema.Misspelling;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** EDGE401: a deployment without edgeHub. */
final class EdgeHubMissing extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE401", "edge-hub-missing", Severity.ERROR, MANIFEST, TEMPLATE).ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    Optional<TwinSection.Entry> system =
        manifest.edgeAgent().flatMap(agent -> agent.entry("systemModules"));
    if (system.isEmpty()
        || manifest.hubModule().isPresent()
        || !(system.get().value() instanceof ObjectNode modules)
        || Misspelling.isOff(document, modules, "edgeHub", context)) {
      return;
    }
    String image = hubImage(manifest);
    context.report(
        Finding.of(
                INFO,
                document,
                system.get().nameRange(),
                Message.of(
                    "`systemModules` has no `edgeHub`; the agent removes its container, and all"
                        + " messaging on the device stops."))
            .withFix(
                Fix.placeholder(
                    "Insert the edgeHub module",
                    document,
                    () -> new JsonEditor(document.tree()).insert(modules, "edgeHub", hub(image)))));
  }

  private static String hubImage(DeploymentManifest manifest) {
    ReleaseData releases = ReleaseData.current();
    RuntimeTrain train =
        manifest
            .agentModule()
            .flatMap(Module::imageReference)
            .flatMap(ImageReference::train)
            .orElse(releases.newest());
    return releases.hubImage(train);
  }

  private static NewValue hub(String image) {
    Map<String, NewValue> settings = new LinkedHashMap<>();
    settings.put("image", NewValue.text(image));
    settings.put(
        "createOptions",
        NewValue.text(
            "{\"HostConfig\":{\"PortBindings\":{\"5671/tcp\":[{\"HostPort\":\"5671\"}],"
                + "\"8883/tcp\":[{\"HostPort\":\"8883\"}],\"443/tcp\":[{\"HostPort\":\"443\"}]}}}"));
    Map<String, NewValue> hub = new LinkedHashMap<>();
    hub.put("type", NewValue.text("docker"));
    hub.put("status", NewValue.text("running"));
    hub.put("restartPolicy", NewValue.text("always"));
    hub.put("startupOrder", NewValue.literal("0"));
    hub.put("settings", new NewValue.Members(settings));
    return new NewValue.Members(hub);
  }
}
