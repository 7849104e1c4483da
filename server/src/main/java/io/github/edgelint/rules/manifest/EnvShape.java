package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ErrorNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE419: a variable that is not written as {@code { "value": … }}. */
final class EnvShape extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE419", "env-shape", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (Module module : manifest.modules()) {
      module.member("env").ifPresent(env -> checkEnv(document, env, context));
    }
  }

  private static void checkEnv(Document document, Member env, RuleContext context) {
    ConfigNode value = env.value();
    if (value instanceof ObjectNode variables) {
      for (Member variable : variables.members()) {
        if (!isComment(variable.name())) {
          checkVariable(document, variable, context);
        }
      }
    } else if (!isUnknown(value) && value.asText().filter(String::isEmpty).isEmpty()) {
      // Empty text is no environment to the agent's reader.
      context.report(finding(document, "env", value, "\"NAME\": { \"value\": … }"));
    }
  }

  private static void checkVariable(Document document, Member variable, RuleContext context) {
    ConfigNode node = variable.value();
    if (node instanceof ObjectNode object) {
      ConfigNode value =
          object.memberIgnoreCase("value").map(Member::value).orElse(MissingNode.NOWHERE);
      if (value instanceof ObjectNode || value instanceof ArrayNode) {
        context.report(
            finding(document, variable.name(), value, "\"value\": \"…\"")
                .withFix(
                    Fix.unsafe(
                        "Write the value as text", document, () -> asText(document, value))));
      }
    } else if (!isUnknown(node)) {
      Finding finding = finding(document, variable.name(), node, "\"value\": …");
      context.report(
          node instanceof ScalarNode scalar && scalar.type() != ScalarNode.Type.NULL
              ? finding.withFix(
                  Fix.safe(
                      "Wrap in `{ \"value\": … }`", document, () -> wrap(document, scalar.range())))
              : finding);
    }
  }

  private static Finding finding(Document document, String name, ConfigNode value, String form) {
    return Finding.of(
        INFO,
        document,
        value.range(),
        Message.of(
            "`{name}` must be written as `{ {form} }`; as it stands the agent refuses the whole"
                + " deployment (400).",
            "name",
            name,
            "form",
            form));
  }

  private static List<TextEdit> wrap(Document document, TextRange range) {
    String value = range.of(document.source().text());
    return List.of(new TextEdit(range, "{ \"value\": " + value + " }"));
  }

  private static List<TextEdit> asText(Document document, ConfigNode value) {
    return JsonText.compact(document.tree(), value)
        .map(text -> List.of(new TextEdit(value.range(), JsonText.quote(text))))
        .orElse(List.of());
  }

  /** Not typed yet, broken, or filled in later. */
  private static boolean isUnknown(ConfigNode value) {
    return value instanceof MissingNode
        || value instanceof ErrorNode
        || (value instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.PLACEHOLDER);
  }

  private static boolean isComment(String name) {
    return name.startsWith("_") || name.startsWith("//") || name.equals("$comment");
  }
}
