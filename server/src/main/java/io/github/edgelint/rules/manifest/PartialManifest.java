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
    String indent = indentation(text, desired.range().start());
    List<String> keys = new ArrayList<>();
    for (Member module : modules.value().members()) {
      String deeper = indentation(text, module.range().start());
      String value = module.value().range().of(text);
      keys.add(
          "\"properties.desired.modules."
              + module.name()
              + "\": "
              + value.replace("\n" + deeper, "\n" + indent));
    }
    String next = "," + document.source().lineBreak() + indent;
    return List.of(new TextEdit(desired.range(), String.join(next, keys)));
  }

  /** The blanks at the start of the line of an offset. */
  private static String indentation(String text, int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    int end = start;
    while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }
}
