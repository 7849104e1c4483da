package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.TemplateBuild;

/** EDGE452: a variable that the machine of the builder defines. */
final class TemplateVariableFromShell extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE452", "template-variable-from-shell", Severity.WARNING, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (TemplateTokens token : TemplateTokens.of(document, context)) {
      if (ShellVariables.isOne(token.name()) && !isDefined(token.name(), document, context)) {
        context.report(
            Finding.of(
                INFO,
                document,
                token.range(),
                Message.of(
                    "`${name}` is replaced by the value of whoever builds the manifest, not by that"
                        + " of the device.",
                    "name",
                    token.name())));
      }
    }
  }

  private static boolean isDefined(String name, Document document, RuleContext context) {
    return TemplateBuild.of(context.snapshot(), document).variables().containsKey(name);
  }
}
