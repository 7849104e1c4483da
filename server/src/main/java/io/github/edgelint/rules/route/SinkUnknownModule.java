package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE510: a sink that names a module which the manifest does not deploy. */
final class SinkUnknownModule extends RouteRule {

  static final RuleInfo INFO =
      RuleInfo.of("EDGE510", "route-sink-unknown-module", Severity.WARNING, MANIFEST, TEMPLATE)
          .ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    super.check(document, context);
    for (UnknownModule module : UnknownModule.of(document, INFO, context)) {
      context.report(module.finding());
    }
  }

  @Override
  void check(RoutePlace place, RuleContext context) {
    DeploymentManifest manifest = place.manifest();
    UnknownModule.sink(place)
        .filter(module -> !ModuleNames.contains(manifest, module.text()))
        .filter(module -> ModuleNames.areKnown(manifest))
        .ifPresent(
            module ->
                ModuleNames.ignoringCase(manifest, module.text())
                    .ifPresent(other -> context.report(otherCase(place, module, other))));
  }

  private static Finding otherCase(RoutePlace place, RouteName module, Module other) {
    TextEdit edit = new TextEdit(module.range(), other.name());
    return place
        .finding(
            INFO,
            module.range(),
            Message.of(
                "There is no module `{module}` in this manifest, only `{other}`; messages may wait"
                    + " in the store until they expire.",
                "module",
                module.text(),
                "other",
                other.name()))
        .withSeverity(Severity.INFO)
        .relatedTo(place.document(), other.nameRange(), "the module")
        .withFix(
            Fix.safe(
                "Replace by `" + other.name() + "`",
                place.document(),
                () -> place.inFile(List.of(edit))));
  }
}
