package io.github.edgelint.rules.secret;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE803: a key or signature in the environment or twin of a module. */
final class SecretInManifest implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE803", "secret-in-manifest", Severity.WARNING, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    document.manifest().ifPresent(manifest -> check(document, manifest, context));
  }

  private static void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (Module module : manifest.modules()) {
      for (EnvVariable variable : module.effectiveEnv().variables()) {
        Optional<KnownSecret> secret = variable.value().flatMap(KnownSecret::in);
        if (secret.isPresent()) {
          TextRange range = variable.text().orElseThrow().toFile(secret.get().range());
          report(document, variable.name(), module.name(), secret.get(), range, context);
        }
      }
    }
    for (TwinSection section : manifest.sections()) {
      boolean system =
          section.id().equals(DeploymentManifest.AGENT_ID)
              || section.id().equals(DeploymentManifest.HUB_ID);
      if (!system) {
        walk(document, section.member().value(), section.id(), context);
      }
    }
  }

  private static void walk(Document document, ConfigNode node, String module, RuleContext context) {
    for (Member member : node.members()) {
      if (member.value() instanceof ScalarNode value && value.type() == ScalarNode.Type.STRING) {
        KnownSecret.in(value.text())
            .ifPresent(
                secret ->
                    report(
                        document,
                        member.name(),
                        module,
                        secret,
                        value.rangeOf(secret.range()),
                        context));
      }
      walk(document, member.value(), module, context);
    }
    for (ConfigNode item : node.items()) {
      walk(document, item, module, context);
    }
  }

  private static void report(
      Document document,
      String name,
      String module,
      KnownSecret secret,
      TextRange range,
      RuleContext context) {
    Finding finding =
        Finding.of(
            INFO,
            document,
            range,
            Message.of(
                "`{name}` of {module} holds {kind} in clear text; anyone with read access to the"
                    + " twin sees it.",
                "name",
                name,
                "module",
                module,
                "kind",
                secret.kind()));
    context.report(
        document.isTemplate()
            ? finding.withFix(ToEnvFile.fix(context, document, range, name))
            : finding);
  }
}
