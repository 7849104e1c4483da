package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE403: modules alone, as if a deployment only added to what a device has. */
final class PartialManifest extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE403", "partial-manifest", Severity.ERROR, MANIFEST, TEMPLATE).ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    Optional<Member> desired = manifest.edgeAgent().flatMap(TwinSection::desiredMember);
    if (desired.isEmpty()
        || !(desired.get().value() instanceof ObjectNode properties)
        || properties.memberIgnoreCase("modules").isEmpty()
        || properties.memberIgnoreCase("schemaVersion").isPresent()
        || properties.memberIgnoreCase("runtime").isPresent()
        || properties.memberIgnoreCase("systemModules").isPresent()) {
      return;
    }
    context.report(
        Finding.of(
                INFO,
                document,
                desired.get().key().range(),
                Message.of(
                    "This looks like an addition, but `properties.desired` replaces everything a"
                        + " device has, and the agent refuses it without `schemaVersion`, `runtime`"
                        + " and `systemModules`; a layer writes"
                        + " `properties.desired.modules.<name>`."))
            .about(desired.get().range())
            .withFix(
                Fix.unsafe(
                    "Turn into a layered deployment",
                    document,
                    () -> dotted(document, desired.get(), properties))));
  }

  private static List<TextEdit> dotted(Document document, Member desired, ObjectNode properties) {
    String text = document.source().text();
    Member modules = properties.memberIgnoreCase("modules").orElseThrow();
    if (properties.members().size() > 1 || modules.value().members().isEmpty()) {
      return List.of();
    }
    List<String> keys = new ArrayList<>();
    for (Member module : modules.value().members()) {
      keys.add(
          "\"properties.desired.modules."
              + module.name()
              + "\": "
              + module.value().range().of(text));
    }
    return List.of(new TextEdit(desired.range(), String.join(",\n", keys)));
  }
}
