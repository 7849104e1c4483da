package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** EDGE467: a layer that replaces what it meant to add to. */
final class LayerOverwritesSection extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE467", "layer-overwrites-section", Severity.WARNING, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> SECTIONS =
      Set.of(
          "modules",
          "routes",
          "runtime",
          "runtime.settings",
          "runtime.settings.registrycredentials");

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    manifest.edgeAgent().ifPresent(section -> check(document, section, context));
    manifest.edgeHub().ifPresent(section -> check(document, section, context));
  }

  private static void check(Document document, TwinSection section, RuleContext context) {
    if (section.dottedKeys().isEmpty()) {
      return;
    }
    section.desiredMember().ifPresent(member -> report(document, member, context));
    for (TwinSection.DottedKey key : section.dottedKeys()) {
      if (SECTIONS.contains(String.join(".", key.path()).toLowerCase(Locale.ROOT))) {
        report(document, key.member(), context);
      }
    }
  }

  private static void report(Document document, Member member, RuleContext context) {
    context.report(
        Finding.of(
                INFO,
                document,
                member.key().range(),
                Message.of(
                    "`{key}` replaces everything lower deployments put there; to add one entry use"
                        + " `{key}.<name>`.",
                    "key",
                    member.name()))
            .withFix(
                Fix.unsafe("Split into dotted keys", document, () -> split(document, member))));
  }

  private static List<TextEdit> split(Document document, Member member) {
    if (member.value().members().isEmpty()) {
      return List.of();
    }
    String text = document.source().text();
    List<String> keys = new ArrayList<>();
    for (Member child : member.value().members()) {
      keys.add(
          JsonText.quote(member.name() + "." + child.name())
              + ": "
              + child.value().range().of(text));
    }
    return List.of(
        new TextEdit(member.range(), String.join("," + document.source().lineBreak(), keys)));
  }
}
