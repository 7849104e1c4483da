package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.EmbeddedJson;
import io.github.edgelint.iotedge.CreateOptions;
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
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/** EDGE600: create options that are no JSON object even to the agent. */
final class CreateOptionsNotJson extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE600", "createoptions-not-json", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Container container, RuleContext context) {
    CreateOptions options = container.options();
    if (container.module().isEmpty()) {
      return;
    }
    if (options.form() == CreateOptions.Form.OTHER) {
      options.pieces().stream()
          .map(Member::value)
          .filter(value -> value.asText().isEmpty() && !(value instanceof ObjectNode))
          .filter(value -> !isFilledIn(value))
          .findFirst()
          .map(value -> finding(container, value.range(), "neither text nor object"))
          .ifPresent(context::report);
      return;
    }
    Optional<EmbeddedJson> json = options.embedded();
    if (json.isEmpty() || json.get().refusal().isEmpty()) {
      return;
    }
    EmbeddedJson.Refusal refusal = json.get().refusal().get();
    if (container.isUnknown(json.get().source().text())) {
      return;
    }
    Optional<Fix> fix =
        json.get().isEncodedTwice() && options.pieces().size() == 1
            ? Optional.of(
                Fix.safe(
                    "Decode once",
                    container.document(),
                    () ->
                        List.of(
                            new TextEdit(
                                options.pieces().get(0).value().range(),
                                JsonText.quote(json.get().decodedOnce())))))
            : Optional.empty();
    context.report(
        finding(container, container.file(refusal.range()), refusal.reason())
            .about(container.subject())
            .withFix(fix));
  }

  /** Whether the tools that build a manifest put something in the place of the value. */
  private static boolean isFilledIn(ConfigNode value) {
    return value instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.PLACEHOLDER;
  }

  private static Finding finding(Container container, TextRange range, String reason) {
    return Finding.of(
        INFO,
        container.document(),
        range,
        Message.of(
            "createOptions of {module} are not a JSON object ({reason}); the agent refuses"
                + " the whole deployment (400).",
            "module",
            container.owner(),
            "reason",
            reason));
  }
}
