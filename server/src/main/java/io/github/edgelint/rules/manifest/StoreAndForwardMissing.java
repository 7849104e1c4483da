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
import io.github.edgelint.workspace.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** EDGE407: the section that edgeHub cannot do without. */
final class StoreAndForwardMissing extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE407", "store-and-forward-missing", Severity.ERROR, MANIFEST, TEMPLATE)
          .ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  static final String KEY = "storeAndForwardConfiguration";

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    Optional<Member> desired = manifest.edgeHub().flatMap(TwinSection::desiredMember);
    if (desired.isEmpty()
        || !(desired.get().value() instanceof ObjectNode properties)
        || properties.memberIgnoreCase(KEY).isPresent()
        || Misspelling.isOff(document, properties, KEY, context)) {
      return;
    }
    boolean empty = properties.members().isEmpty();
    Map<String, NewValue> missing = new LinkedHashMap<>();
    if (empty) {
      missing.put("schemaVersion", NewValue.text("1.1"));
      missing.put("routes", NewValue.literal("{}"));
    }
    missing.put(KEY, NewValue.object("timeToLiveSecs", NewValue.literal("7200")));
    context.report(
        Finding.of(
                INFO,
                document,
                desired.get().key().range(),
                Message.of(
                    empty
                        ? "edgeHub refuses a configuration with nothing in it; it needs"
                            + " `schemaVersion`, `routes` and `storeAndForwardConfiguration`."
                        : "edgeHub refuses its whole configuration without"
                            + " `storeAndForwardConfiguration`, although the published schema calls"
                            + " it optional."))
            .withFix(
                Fix.safe(
                    empty
                        ? "Add `schemaVersion`, `routes` and `storeAndForwardConfiguration`"
                        : "Add `storeAndForwardConfiguration` with `timeToLiveSecs` 7200",
                    document,
                    () -> new JsonEditor(document.tree()).insert(properties, missing))));
  }
}
