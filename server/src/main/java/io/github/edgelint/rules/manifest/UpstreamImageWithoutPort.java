package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE436: an image from the parent device without the port. */
final class UpstreamImageWithoutPort extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE436", "upstream-image-without-port", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (ImageUse use : ImageUse.of(document)) {
      for (ImageReference.Finding problem : use.image().findings()) {
        if (problem.problem() == ImageReference.Problem.PARENT_WITHOUT_PORT) {
          report(use, problem, context);
        }
      }
    }
  }

  private static void report(ImageUse use, ImageReference.Finding problem, RuleContext context) {
    Finding finding =
        Finding.of(
            INFO,
            use.document(),
            use.range(problem.range()),
            Message.of(
                "`{image}` is no valid parent reference (`$upstream:<port>/…`); the agent takes it"
                    + " for an unresolved variable and refuses the whole deployment (400).",
                "image",
                use.image().text()));
    context.report(
        problem.repair().isEmpty()
            ? finding
            : finding.withFix(
                Fix.unsafe(
                    "Write `$upstream:443`",
                    use.document(),
                    () -> use.encode(problem.repair()).orElse(List.of()))));
  }
}
