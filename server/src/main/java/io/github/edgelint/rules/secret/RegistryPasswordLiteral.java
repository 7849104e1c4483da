package io.github.edgelint.rules.secret;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.RegistryCredential;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.Placeholders.Place;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.workspace.Document;
import java.util.regex.Pattern;

/** EDGE802: a registry password in a file that travels. */
final class RegistryPasswordLiteral implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE802", "registry-password-literal", Severity.WARNING, MANIFEST, TEMPLATE, LAYERED);

  /** {@code YOUR_REGISTRY_PASSWORD}, as examples say it. */
  private static final Pattern STAND_IN = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    if (document.isFinal() || document.manifest().isEmpty()) {
      return;
    }
    for (RegistryCredential credential : document.manifest().get().registryCredentials()) {
      ConfigNode password = credential.password();
      boolean literal =
          password
              .asText()
              .filter(text -> !text.isBlank() && Placeholders.isConcrete(text, Place.CREDENTIAL))
              .filter(text -> !STAND_IN.matcher(text).matches())
              .isPresent();
      if (literal) {
        report(document, credential, context);
      }
    }
  }

  private static void report(
      Document document, RegistryCredential credential, RuleContext context) {
    Finding finding =
        Finding.of(
                INFO,
                document,
                credential.password().range(),
                Message.of(
                    "The registry password of `{name}` stands in clear text in this file and"
                        + " travels with it into repositories and twins.",
                    "name",
                    credential.name()))
            .withSeverity(document.isTemplate() ? Severity.WARNING : Severity.INFO);
    context.report(
        document.isTemplate()
            ? finding.withFix(
                credential
                    .password()
                    .asScalar()
                    .flatMap(
                        password ->
                            ToEnvFile.fix(
                                context,
                                document,
                                password.contentRange(),
                                "CONTAINER_REGISTRY_PASSWORD_" + credential.name())))
            : finding);
  }
}
