package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE437: an image that the agent or the container engine refuses. */
final class ImageReferenceInvalid implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE437",
          "image-reference-invalid",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (ImageUse use : ImageUse.of(document)) {
      for (ImageReference.Finding problem : use.image().findings()) {
        if (problem.problem() != ImageReference.Problem.PARENT_WITHOUT_PORT
            && !isFilledIn(document, use.image().text())) {
          report(use, problem, context);
          break;
        }
      }
    }
  }

  /** A sign that no image has is, in a template, the mark of some tool that replaces it. */
  private static boolean isFilledIn(Document document, String image) {
    return document.isTemplate() && image.chars().anyMatch(c -> "#%<>{}[]()^~*+=|".indexOf(c) >= 0);
  }

  private static void report(ImageUse use, ImageReference.Finding problem, RuleContext context) {
    boolean config = use.document().kind() == DEVICE_CONFIG;
    boolean agent = problem.problem().refusedBy() == ImageReference.RefusedBy.AGENT && !config;
    Finding finding =
        Finding.of(
            INFO,
            use.document(),
            use.image().text().isEmpty() ? use.text().range() : use.range(problem.range()),
            Message.of(
                "`{image}` {reason}; {consequence}.",
                "image",
                use.image().text().isBlank() ? "image" : use.image().text(),
                "reason",
                reason(problem.problem()),
                "consequence",
                agent
                    ? "the agent refuses the whole deployment (400)"
                    : "the engine refuses the reference, so " + use.owner() + " is never created"));
    context.report(withFix(finding, use, problem));
  }

  private static Finding withFix(Finding finding, ImageUse use, ImageReference.Finding problem) {
    if (problem.repair().isEmpty()) {
      return finding;
    }
    return switch (problem.problem()) {
      case SCHEME ->
          finding.withFix(
              Fix.safe(
                  problem.repair().get(0).range().equals(problem.range())
                      ? "Remove the scheme"
                      : "Write `" + TextEdit.apply(use.image().text(), problem.repair()) + "`",
                  use.document(),
                  () -> use.encode(problem.repair()).orElse(List.of())));
      case TAG_AND_DIGEST ->
          finding.withFix(
              Fix.unsafe(
                  "Drop the tag, keep the digest",
                  use.document(),
                  () -> use.encode(problem.repair()).orElse(List.of())));
      case UPPER_CASE ->
          finding.withFix(
              Fix.unsafe(
                  "Use lower case",
                  use.document(),
                  () -> use.encode(problem.repair()).orElse(List.of())));
      default -> finding;
    };
  }

  private static String reason(ImageReference.Problem problem) {
    return switch (problem) {
      case BLANK -> "is empty";
      case EMPTY_TAG -> "ends in a colon without a tag";
      case TAG_AND_DIGEST -> "has a tag and a digest, and only one of them is allowed";
      case SECOND_COLON -> "has two colons in its last part";
      case PARENT_WITHOUT_PORT -> "names the parent without a port";
      case SCHEME -> "starts with a scheme, and an image has none";
      case UPPER_CASE -> "has capital letters, and the repository must be in lower case";
      case BLANK_INSIDE -> "has a blank inside";
      case BAD_TAG -> "has a tag with characters that tags cannot have, or of more than 128";
      case BAD_REPOSITORY ->
          "has a name with a part that is empty or does not join letters and digits by single"
              + " separators";
      case BAD_DIGEST -> "has a digest that is not `sha256:` and 64 digits";
    };
  }
}
