package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.TemplateBuild;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** EDGE453: a value of {@code .env} that is pasted into a JSON string and ends it. */
final class EnvFileBreaksJson extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE453", "env-file-breaks-json", Severity.ERROR, TEMPLATE);

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
    Set<String> seen = new HashSet<>();
    for (TemplateTokens token : TemplateTokens.of(document, context)) {
      TemplateBuild.Variable variable = build.variables().get(token.name());
      if (variable == null || token.text().type() != ScalarNode.Type.STRING) {
        continue;
      }
      Optional<String> culprit = culprit(variable.value());
      if (culprit.isPresent() && seen.add(token.name())) {
        context.report(
            Finding.of(
                    INFO,
                    document,
                    token.range(),
                    Message.of(
                        "The `.env` value of `{name}` contains a {culprit}; it is pasted unescaped"
                            + " and breaks the manifest.",
                        "name",
                        token.name(),
                        "culprit",
                        culprit.get()))
                .relatedTo(
                    build.variablesFile().orElseThrow(),
                    variable.line(),
                    "the definition of " + token.name()));
      }
    }
  }

  private static Optional<String> culprit(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        return Optional.of("double quote");
      } else if (c == '\\') {
        return Optional.of("backslash");
      } else if (c < ' ') {
        return Optional.of("control character");
      }
    }
    return Optional.empty();
  }
}
