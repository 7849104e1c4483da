package io.github.edgelint.rules.device;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.math.BigInteger;
import java.util.Optional;

/** EDGE703: a layer without a base, or one that its base outranks. */
final class LayerStack implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE703", "layer-stack", Severity.WARNING, LAYERED).acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    if (!device.isExplicit()) {
      return;
    }
    for (Document layer : device.layers()) {
      if (device.declared().orElseThrow().manifest().isEmpty()) {
        context.report(
            Finding.of(
                INFO,
                layer,
                rootKey(layer),
                Message.of(
                    "This layer has no base deployment and is not applied; list the `manifest` of"
                        + " the device as well.")));
        continue;
      }
      Optional<ScalarNode> own = priority(layer);
      Optional<ScalarNode> base = device.manifest().flatMap(LayerStack::priority);
      if (own.isPresent()
          && base.isPresent()
          && new BigInteger(own.get().text()).compareTo(new BigInteger(base.get().text())) <= 0) {
        context.report(
            Finding.of(
                    INFO,
                    layer,
                    own.get().range(),
                    Message.of(
                        "Priority {n} of the layer is not above {m} of its base, so the layer is"
                            + " ignored.",
                        "n",
                        own.get().text(),
                        "m",
                        base.get().text()))
                .relatedTo(
                    device.manifest().orElseThrow(),
                    base.get().range(),
                    "the priority of the base"));
      }
    }
  }

  private static TextRange rootKey(Document layer) {
    return layer
        .manifest()
        .flatMap(DeploymentManifest::modulesContent)
        .map(member -> member.key().range())
        .orElse(TextRange.at(0));
  }

  /** The priority of an automatic deployment. */
  private static Optional<ScalarNode> priority(Document document) {
    boolean configuration =
        document
            .manifest()
            .filter(m -> m.envelope() == DeploymentManifest.Envelope.CONFIGURATION)
            .isPresent();
    return configuration
            && document.tree().root().get("priority") instanceof ScalarNode value
            && value.type() == ScalarNode.Type.INTEGER
        ? Optional.of(value)
        : Optional.empty();
  }
}
