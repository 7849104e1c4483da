package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.Chunks;
import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE454: create options that the build of a template cannot split. */
final class TemplateCreateOptionsTooLong extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE454", "template-createoptions-too-long", Severity.ERROR, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final int MOST = 8 * Chunks.LENGTH;

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (Module module : manifest.modules()) {
      CreateOptions options = module.createOptions();
      Optional<Member> member =
          module.settings().flatMap(settings -> settings.memberIgnoreCase("createOptions"));
      if (member.isEmpty() || member.get().value().range().length() <= MOST) {
        continue;
      }
      int length =
          options.root().isPresent()
              ? JsonText.compact(options.tree(), options.root()).map(String::length).orElse(0)
              : 0;
      if (length > MOST) {
        context.report(
            Finding.of(
                INFO,
                document,
                member.get().key().range(),
                Message.of(
                    "createOptions have {n} characters; VS Code and iotedgedev stop at 8 pieces of"
                        + " 512.",
                    "n",
                    length)));
      }
    }
  }
}
