package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.HashSet;
import java.util.Set;

/** EDGE439: an image that changes while its name stays. */
final class ImageNotPinned extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE439", "image-not-pinned", Severity.INFO, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    Set<String> seen = new HashSet<>();
    boolean debugFile = document.path().name().contains("debug");
    for (ImageUse use : ImageUse.of(document)) {
      if (!use.isConcrete() || !use.image().findings().isEmpty() || !seen.add(use.image().text())) {
        continue;
      }
      switch (use.image().pinning()) {
        case NO_TAG -> report(use, "has no tag", MOVES, context);
        case LATEST -> report(use, "uses `latest`", MOVES, context);
        case DEBUG_BUILD -> {
          if (!debugFile) {
            report(use, "is a debug build", "it opens debug ports and is large", context);
          }
        }
        case PINNED -> {}
      }
    }
  }

  private static final String MOVES =
      "when the image changes nothing changes in the manifest, so devices keep what they pulled"
          + " first";

  private static void report(ImageUse use, String what, String consequence, RuleContext context) {
    context.report(
        Finding.of(
            INFO,
            use.document(),
            use.tagRange(),
            Message.of(
                "`{image}` {what}; {consequence}.",
                "image",
                use.image().text(),
                "what",
                what,
                "consequence",
                consequence)));
  }
}
