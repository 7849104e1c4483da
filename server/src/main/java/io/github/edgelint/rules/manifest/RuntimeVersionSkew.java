package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE442: edgeAgent, edgeHub and the device are of different releases. */
final class RuntimeVersionSkew implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE442", "runtime-version-skew", Severity.WARNING, MANIFEST, TEMPLATE)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    if (device.manifest().isEmpty()) {
      return;
    }
    Document manifest = device.manifest().get();
    Optional<ImageUse> agent = use(manifest, true);
    Optional<ImageUse> hub = use(manifest, false);
    if (agent.isPresent() && hub.isPresent() && !train(agent).equals(train(hub))) {
      boolean agentFirst = agent.get().text().range().start() < hub.get().text().range().start();
      ImageUse later = agentFirst ? hub.get() : agent.get();
      ImageUse earlier = agentFirst ? agent.get() : hub.get();
      report(
          later,
          "edgeAgent is " + train(agent) + " but edgeHub is " + train(hub),
          newer(agent.get(), hub.get()),
          Severity.WARNING,
          Optional.of(earlier),
          context);
      return;
    }
    Optional<ImageUse> one = agent.or(() -> hub);
    Optional<ImageUse> config = device.config().flatMap(document -> use(document, true));
    Optional<RuntimeTrain> stated = context.settings().version().map(setting -> setting.value());
    if (one.isEmpty()) {
      return;
    }
    if (config.isPresent() && !train(config).equals(train(one))) {
      report(
          one.get(),
          one.get().owner() + " is " + train(one) + " but config.toml is " + train(config),
          train(config),
          Severity.INFO,
          config,
          context);
    } else if (config.isEmpty()
        && stated.isPresent()
        && !stated.get().toString().equals(train(one))) {
      report(
          one.get(),
          one.get().owner() + " is " + train(one) + " but the project is " + stated.get(),
          stated.get().toString(),
          Severity.INFO,
          Optional.empty(),
          context);
    }
  }

  private static Optional<ImageUse> use(Document document, boolean agent) {
    for (ImageUse use : ImageUse.of(document)) {
      boolean right = agent ? use.image().isAgent() : use.image().isHub();
      if (right && use.isConcrete() && use.image().train().isPresent()) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }

  // The older one may be out of support.
  private static String newer(ImageUse one, ImageUse other) {
    RuntimeTrain train = one.image().train().orElseThrow();
    RuntimeTrain otherTrain = other.image().train().orElseThrow();
    return (train.compareTo(otherTrain) > 0 ? train : otherTrain).toString();
  }

  private static String train(Optional<ImageUse> use) {
    return use.orElseThrow().image().train().orElseThrow().toString();
  }

  private static void report(
      ImageUse use,
      String what,
      String wanted,
      Severity severity,
      Optional<ImageUse> other,
      RuleContext context) {
    Finding finding =
        Finding.of(
                INFO,
                use.document(),
                use.tagRange(),
                Message.of(
                    "{what}; only equal versions are supported together, and nothing checks it at"
                        + " run time.",
                    "what",
                    what))
            .withSeverity(severity)
            .withFix(
                Fix.unsafe(
                    "Use " + wanted + " here",
                    use.document(),
                    () -> ImageUse.withRuntimeTag(use.document(), wanted)));
    context.report(
        other.isEmpty()
            ? finding
            : finding.relatedTo(
                other.get().document(), other.get().text().range(), "the other image"));
  }
}
