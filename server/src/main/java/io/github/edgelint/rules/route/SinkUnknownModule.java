package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import java.util.List;
import java.util.Optional;

/** EDGE510: a sink that names a module which the manifest does not deploy. */
final class SinkUnknownModule extends RouteRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE510", "route-sink-unknown-module", Severity.WARNING, MANIFEST, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(RoutePlace place, RuleContext context) {
    Optional<RouteName> module = module(place);
    if (module.isEmpty()) {
      return;
    }
    String name = module.get().text();
    if (ModuleNames.contains(place.manifest(), name) || !ModuleNames.areKnown(place.manifest())) {
      return;
    }
    context.report(
        ModuleNames.ignoringCase(place.manifest(), name)
            .map(other -> otherCase(place, module.get(), other))
            .orElseGet(() -> unknown(place, module.get())));
  }

  private static Optional<RouteName> module(RoutePlace place) {
    if (!place.route().isReadable()
        || !(place.route().sink().orElse(null) instanceof RouteSink.Endpoint endpoint)
        || endpoint.fault().filter(RouteSink.Fault::isRefused).isPresent()) {
      return Optional.empty();
    }
    return endpoint.module().filter(name -> !name.unknown() && !ModuleNames.isSystem(name.text()));
  }

  private static Finding unknown(RoutePlace place, RouteName module) {
    return place
        .finding(
            INFO,
            module.range(),
            Message.of(
                "There is no module `{module}` in this manifest; messages for it wait in the store"
                    + " until they expire.",
                "module",
                module.text()))
        .withFix(
            ModuleNames.nearest(place.manifest(), module.text())
                .map(
                    near ->
                        place.unsafe(
                            "Replace by `" + near + "`", new TextEdit(module.range(), near))));
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
