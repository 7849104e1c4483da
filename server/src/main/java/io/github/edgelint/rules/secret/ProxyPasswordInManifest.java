package io.github.edgelint.rules.secret;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;

/** EDGE800: a proxy password in a manifest. */
final class ProxyPasswordInManifest implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE800", "proxy-password-in-manifest", Severity.WARNING, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    document
        .manifest()
        .ifPresent(
            manifest -> manifest.modules().forEach(module -> check(document, module, context)));
  }

  private static void check(Document document, Module module, RuleContext context) {
    for (ProxySetting setting : ProxyPasswords.in(module.effectiveEnv())) {
      Finding finding =
          Finding.of(
              INFO,
              document,
              ProxyPasswords.userinfoInFile(setting),
              Message.of(
                  "The proxy password of {module} stands in clear text; it is copied to the module"
                      + " twin, reported properties, `docker inspect` and support bundles.",
                  "module",
                  module.name()));
      context.report(
          document.isTemplate()
              ? finding.withFix(
                  ToEnvFile.fix(
                      context, document, ProxyPasswords.passwordInFile(setting), "PROXY_PASSWORD"))
              : finding);
    }
  }
}
