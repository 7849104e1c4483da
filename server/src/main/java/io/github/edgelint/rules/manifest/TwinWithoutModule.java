package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** EDGE417: desired properties for a module that this deployment does not have. */
final class TwinWithoutModule extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE417", "twin-without-module", Severity.INFO, MANIFEST, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    if (!manifest.isFullManifest()) {
      return;
    }
    Set<String> modules = new HashSet<>();
    for (Module module : manifest.modules()) {
      modules.add(module.name());
    }
    Set<String> withoutTwin = new LinkedHashSet<>();
    manifest.userModules().forEach(module -> withoutTwin.add(module.name()));
    manifest.sections().forEach(section -> withoutTwin.remove(section.id()));
    for (TwinSection section : manifest.sections()) {
      String id = section.id();
      boolean system =
          id.equals(DeploymentManifest.AGENT_ID) || id.equals(DeploymentManifest.HUB_ID);
      if (!system && !modules.contains(id) && isTwin(section)) {
        Optional<String> near = NearestName.of(id, withoutTwin);
        context.report(
            Finding.of(
                    INFO,
                    document,
                    section.member().key().range(),
                    Message.of(
                        "`{id}` has desired properties but is no module of this manifest, so"
                            + " nothing on the device reads them"
                            + (near.isPresent() ? "; did you mean `{near}`?" : "."),
                        "id",
                        id,
                        "near",
                        near.orElse("")))
                .withFix(near.map(name -> rename(document, section, name))));
      }
    }
  }

  private static Fix rename(Document document, TwinSection section, String name) {
    return Fix.unsafe(
        "Rename to `" + name + "`",
        document,
        () -> new JsonEditor(document.tree()).rename(section.member().key(), name));
  }

  /** Comments and foreign keys are other rules' business. */
  private static boolean isTwin(TwinSection section) {
    return section.desiredMember().isPresent() || !section.dottedKeys().isEmpty();
  }
}
