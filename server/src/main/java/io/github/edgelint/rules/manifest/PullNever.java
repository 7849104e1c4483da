package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE443: an image that must already be on the device. */
final class PullNever implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE443", "pull-never", Severity.HINT, DEVICE_CONFIG, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    document
        .manifest()
        .ifPresent(
            manifest -> {
              for (Module module : manifest.modules()) {
                Optional<ImageReference> image = module.imageReference();
                image.ifPresent(
                    found ->
                        check(document, module.imagePullPolicy(), found, module.name(), context));
              }
            });
    document
        .deviceConfig()
        .ifPresent(
            config ->
                config
                    .agentImageReference()
                    .ifPresent(
                        image ->
                            check(
                                document,
                                config.get("agent", "imagePullPolicy"),
                                image,
                                "edgeAgent",
                                context)));
  }

  private static void check(
      Document document,
      ConfigNode policy,
      ImageReference image,
      String owner,
      RuleContext context) {
    boolean never = policy.asText().filter(text -> text.equalsIgnoreCase("never")).isPresent();
    if (never
        && Placeholders.isConcrete(image.text(), Placeholders.Place.IMAGE)
        && image.findings().isEmpty()) {
      context.report(
          Finding.of(
              INFO,
              document,
              policy.range(),
              Message.of(
                  "With `never` the image must already be on the device; on a fresh device {owner}"
                      + " cannot be created.",
                  "owner",
                  owner)));
    }
  }
}
