package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.JsonNetRewrite;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE421: a value that the container gets in another form. */
final class EnvValueRewritten extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE421", "env-value-rewritten", Severity.INFO, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (Module module : manifest.modules()) {
      for (Member variable : module.get("env").members()) {
        if (variable.value() instanceof ObjectNode object) {
          object
              .memberIgnoreCase("value")
              .ifPresent(value -> check(document, value.value(), context));
        }
      }
      check(document, module.version(), context);
    }
  }

  private static void check(Document document, ConfigNode node, RuleContext context) {
    if (!(node instanceof ScalarNode value)) {
      return;
    }
    boolean number =
        value.type() == ScalarNode.Type.INTEGER || value.type() == ScalarNode.Type.FLOAT;
    Optional<String> rewritten =
        number
            ? JsonNetRewrite.ofNumber(value.text())
            : node.asText().flatMap(JsonNetRewrite::ofText);
    if (rewritten.isEmpty()) {
      return;
    }
    Finding finding =
        Finding.of(
            INFO,
            document,
            value.range(),
            Message.of(
                "The container gets `{rewritten}` instead of `{value}`, because the agent reads it"
                    + " as a {kind} and prints it again.",
                "rewritten",
                rewritten.get(),
                "value",
                value.text(),
                "kind",
                number ? "number" : "date"));
    context.report(
        number
            ? finding.withFix(
                Fix.safe(
                    "Quote the number",
                    document,
                    () -> new JsonEditor(document.tree()).set(value, NewValue.text(value.text()))))
            : finding);
  }
}
