package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.value.TwinRules;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.container.CreateOptionsEdits;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE427: a value that IoT Hub refuses. */
final class TwinValueNotAllowed extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE427", "twin-value-not-allowed", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (TwinSection section : manifest.sections()) {
      for (Member member : section.member().value().members()) {
        if (member.name().startsWith("properties.desired")) {
          // A dotted key stands for the objects on its way.
          int depth = member.name().split("\\.").length - 2;
          walk(document, member, depth, context);
        }
      }
    }
  }

  private static void walk(Document document, Member member, int depth, RuleContext context) {
    ConfigNode node = member.value();
    if (node instanceof ObjectNode && depth > TwinRules.DEEPEST) {
      report(
          document,
          member.key().range(),
          "Nesting deeper than " + TwinRules.DEEPEST + " objects",
          Optional.empty(),
          context);
      return;
    }
    if (node instanceof ScalarNode value) {
      checkScalar(document, member, value, context);
      return;
    }
    List<Member> members = node.members();
    for (int i = 0; i < members.size(); i++) {
      walk(document, members.get(i), depth + 1, context);
    }
    for (ConfigNode item : node.items()) {
      if (item instanceof ScalarNode value && value.type() == ScalarNode.Type.NULL) {
        report(document, value.range(), "`null` in an array", Optional.empty(), context);
      }
      for (Member child : item.members()) {
        walk(document, child, depth + 2, context);
      }
    }
  }

  private static void checkScalar(
      Document document, Member member, ScalarNode value, RuleContext context) {
    if (value.type() == ScalarNode.Type.INTEGER && !TwinRules.isIntegerInRange(value.text())) {
      report(
          document,
          value.range(),
          "The number " + value.text(),
          Optional.of(
              Fix.unsafe(
                  "Quote the number",
                  document,
                  () -> new JsonEditor(document.tree()).set(value, NewValue.text(value.text())))),
          context);
    } else if (value.type() == ScalarNode.Type.STRING
        && !document.isTemplate()
        && value.text().length() > TwinRules.LONGEST_TEXT / 4
        && TwinRules.utf8Length(value.text()) > TwinRules.LONGEST_TEXT) {
      report(
          document,
          member.key().range(),
          "A text of " + TwinRules.utf8Length(value.text()) + " bytes (at most 4096)",
          owner(document, member)
              .map(
                  module ->
                      Fix.safe(
                          "Split createOptions into chunks",
                          document,
                          () -> new CreateOptionsEdits(document, module).asPieces())),
          context);
    }
  }

  /** The module whose create options hold the text. */
  private static Optional<Module> owner(Document document, Member piece) {
    return document.manifest().orElseThrow().modules().stream()
        .filter(
            module ->
                module.createOptions().pieces().stream()
                    .anyMatch(each -> each.value() == piece.value()))
        .findFirst();
  }

  private static void report(
      Document document, TextRange range, String what, Optional<Fix> fix, RuleContext context) {
    context.report(
        Finding.of(
                INFO,
                document,
                range,
                Message.of(
                    "{what} is not allowed in a twin, and IoT Hub refuses the whole content.",
                    "what",
                    what))
            .withFix(fix));
  }
}
