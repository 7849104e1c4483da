package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE470: a layer that replaces the first piece of create options and leaves the others. */
final class LayerLeavesChunks implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE470", "layer-leaves-chunks", Severity.ERROR, LAYERED).acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final String SECOND = "createOptions01";

  @Override
  public void check(Device device, RuleContext context) {
    if (!device.isExplicit() || device.deployment().isEmpty()) {
      return;
    }
    for (Document layer : device.layers()) {
      layer
          .manifest()
          .flatMap(DeploymentManifest::edgeAgent)
          .ifPresent(agent -> check(device, layer, agent, context));
    }
  }

  private static void check(Device device, Document layer, TwinSection agent, RuleContext context) {
    for (TwinSection.DottedKey key : agent.dottedKeys()) {
      List<String> path = key.path();
      boolean optionsOnly =
          path.size() == 4
              && path.get(0).equals("modules")
              && path.get(2).equals("settings")
              && path.get(3).equals("createOptions");
      if (!optionsOnly) {
        continue;
      }
      Optional<Member> left =
          device
              .deployment()
              .flatMap(base -> base.module(path.get(1)))
              .flatMap(Module::settings)
              .flatMap(settings -> settings.memberIgnoreCase(SECOND));
      if (left.isPresent() && agent.entry("modules", path.get(1), "settings", SECOND).isEmpty()) {
        context.report(
            Finding.of(
                    INFO,
                    layer,
                    key.member().key().range(),
                    Message.of(
                        "The old `createOptions01` of {module} stays and is joined to this text;"
                            + " the result is no JSON, and the agent refuses everything.",
                        "module",
                        path.get(1)))
                .relatedTo(
                    device.manifest().orElseThrow(),
                    left.get().key().range(),
                    "the piece that stays"));
      }
    }
  }
}
