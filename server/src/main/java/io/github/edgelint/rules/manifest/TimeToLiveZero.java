package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.schema.Misspelling;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE408: messages that expire the moment they arrive. */
final class TimeToLiveZero extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE408", "time-to-live-zero", Severity.ERROR, MANIFEST, TEMPLATE);

  private static final String KEY = "timeToLiveSecs";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    Optional<TwinSection.Entry> entry =
        manifest.edgeHub().flatMap(hub -> hub.entry(StoreAndForwardMissing.KEY));
    if (entry.isEmpty() || !(entry.get().value() instanceof ObjectNode configuration)) {
      return;
    }
    JsonEditor editor = new JsonEditor(document.tree());
    Message message =
        Message.of(
            "A time to live of 0 makes every message expired on arrival; edgeHub delivers nothing"
                + " and reports no error.");
    Optional<Member> member = configuration.memberIgnoreCase(KEY);
    Optional<Misspelling> misspelling = Misspelling.of(document, configuration, KEY);
    if (member.isEmpty() && misspelling.isPresent()) {
      context.report(
          Finding.of(
                  INFO,
                  document,
                  misspelling.get().member().key().range(),
                  Message.of(
                      "`{key}` is not read, and without `timeToLiveSecs`, which it seems to mean,"
                          + " every message is expired on arrival; edgeHub delivers nothing and"
                          + " reports no error.",
                      "key",
                      misspelling.get().member().name()))
              .withFix(misspelling.get().fix()));
    } else if (member.isEmpty()) {
      context.report(
          Finding.of(INFO, document, entry.get().nameRange(), message)
              .withFix(
                  Fix.safe(
                      "Add `timeToLiveSecs` 7200",
                      document,
                      () -> editor.insert(configuration, KEY, NewValue.literal("7200")))));
    } else if (member.get().value() instanceof ScalarNode value && isZero(value)) {
      context.report(
          Finding.of(INFO, document, value.range(), message)
              .withFix(
                  Fix.unsafe(
                      "Set to 7200", document, () -> editor.set(value, NewValue.literal("7200")))));
    }
  }

  /** The hub reads a number in quotes as well. */
  private static boolean isZero(ScalarNode value) {
    return switch (value.type()) {
      case STRING, INTEGER -> value.text().strip().matches("[+-]?0+");
      default -> false;
    };
  }
}
