package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.RegistryCredential;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.TemplateBuild;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** EDGE451: a variable that {@code .env} does not define. */
final class TemplateVariableUndefined extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE451", "template-variable-undefined", Severity.INFO, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    if (TemplateBuild.variablesFile(context.snapshot(), document).isEmpty()) {
      return;
    }
    TemplateBuild build = TemplateBuild.of(context.snapshot(), document);
    Set<ConfigNode> credentials = credentialFields(manifest);
    Set<String> seen = new HashSet<>();
    for (TemplateTokens token : TemplateTokens.of(document, context)) {
      TemplateBuild.Variable variable = build.variables().get(token.name());
      boolean blank = variable != null && variable.value().isBlank();
      boolean credential = credentials.contains(token.text());
      boolean undefined = variable == null && !ShellVariables.isOne(token.name());
      if ((undefined || blank) && seen.add(token.name() + (credential ? "/credential" : ""))) {
        report(document, build, token, blank, blank && credential, context);
      }
    }
  }

  private static void report(
      Document document,
      TemplateBuild build,
      TemplateTokens token,
      boolean blank,
      boolean severe,
      RuleContext context) {
    Document file = build.variablesFile().orElseThrow();
    Finding finding =
        Finding.of(
                INFO,
                document,
                token.range(),
                Message.of(
                    "`{name}` is {state} `.env`; unless the build environment sets it, {what} ends"
                        + " up in the manifest.",
                    "name",
                    token.name(),
                    "state",
                    blank ? "blank in" : "not defined in",
                    "what",
                    blank ? "an empty text" : "the text `$" + token.name() + "`"))
            .withSeverity(severe ? Severity.ERROR : Severity.INFO);
    String text = file.source().text();
    String start = text.isEmpty() || text.endsWith("\n") ? "" : file.source().lineBreak();
    context.report(
        blank
            ? finding
            : finding.withFix(
                Fix.across(
                    "Add `" + token.name() + "=` to `.env`",
                    Applicability.PLACEHOLDER,
                    () ->
                        List.of(
                            new DocumentEdit(
                                file.path(),
                                List.of(
                                    TextEdit.insert(
                                        text.length(), start + token.name() + "=value\n")),
                                false)))));
  }

  private static Set<ConfigNode> credentialFields(DeploymentManifest manifest) {
    Set<ConfigNode> fields = new HashSet<>();
    for (RegistryCredential credential : manifest.registryCredentials()) {
      fields.add(credential.address());
      fields.add(credential.username());
      fields.add(credential.password());
    }
    return fields;
  }
}
