package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.TemplateBuild;
import java.util.List;
import java.util.Optional;

/** EDGE455: an image placeholder for a module or platform that the solution does not have. */
final class ImagePlaceholderUnknown extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE455", "image-placeholder-unknown", Severity.WARNING, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final String MODULES = "MODULES.";

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (Module module : manifest.modules()) {
      Optional<ScalarNode> image = module.image();
      if (image.isPresent()) {
        for (Placeholders.Placeholder token :
            Placeholders.find(image.get().text(), Placeholders.Place.TEMPLATE)) {
          if (token.kind() == Placeholders.Kind.DOLLAR_BRACE && token.name().startsWith(MODULES)) {
            check(document, module, image.get(), token, context);
          }
        }
      }
    }
  }

  private static void check(
      Document document,
      Module module,
      ScalarNode image,
      Placeholders.Placeholder token,
      RuleContext context) {
    String[] parts = token.name().substring(MODULES.length()).split("\\.", 2);
    String placeholder = "${" + token.name() + "}";
    TextRange range = image.rangeOf(token.range());
    if (module.isSystem()) {
      context.report(finding(document, range, placeholder, "image that iotedgedev resolves"));
      return;
    }
    TemplateBuild build = TemplateBuild.of(context.snapshot(), document);
    if (build.modules().isEmpty()) {
      return;
    }
    if (!build.modules().containsKey(parts[0])) {
      Finding finding = finding(document, range, placeholder, "module folder");
      Optional<String> near = NearestName.of(parts[0], build.modules().keySet());
      context.report(
          near.isEmpty()
              ? finding
              : finding.withFix(
                  Fix.unsafe(
                      "Replace by `" + near.get() + "`",
                      document,
                      () -> {
                        int start = token.range().start() + 2 + MODULES.length();
                        return List.of(
                            new TextEdit(
                                image.rangeOf(TextRange.ofLength(start, parts[0].length())),
                                near.get()));
                      })));
      return;
    }
    if (!TemplateBuild.isPlatformOf(
        build.modules().get(parts[0]), parts.length > 1 ? parts[1] : "")) {
      context.report(finding(document, range, placeholder, "platform of " + parts[0]));
    }
  }

  private static Finding finding(
      Document document, TextRange range, String placeholder, String what) {
    return Finding.of(
        INFO,
        document,
        range,
        Message.of(
            "`{placeholder}` names no {what}; the text stays in the manifest, and the agent refuses"
                + " the whole deployment.",
            "placeholder",
            placeholder,
            "what",
            what));
  }
}
