package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSource;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import java.util.Optional;

/** EDGE509: a source that names a module which the manifest does not deploy. */
final class SourceUnknownModule extends RouteRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE509", "route-source-unknown-module", Severity.WARNING, MANIFEST, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(RoutePlace place, RuleContext context) {
    Optional<RouteName> module =
        place
            .route()
            .source()
            .filter(source -> source.fault().isEmpty())
            .flatMap(RouteSource::module)
            .filter(name -> !name.unknown() && !ModuleNames.isSystem(name.text()));
    if (!place.route().isReadable() || module.isEmpty()) {
      return;
    }
    String name = module.get().text();
    if (ModuleNames.ignoringCase(place.manifest(), name).isPresent()
        || !ModuleNames.areKnown(place.manifest())) {
      return;
    }
    context.report(
        place
            .finding(
                INFO,
                module.get().range(),
                Message.of(
                    "There is no module `{module}` in this manifest, so route `{route}` never gets"
                        + " a message.",
                    "module",
                    name,
                    "route",
                    place.name()))
            .withFix(
                ModuleNames.nearest(place.manifest(), name)
                    .map(
                        near ->
                            place.unsafe(
                                "Replace by `" + near + "`",
                                new TextEdit(module.get().range(), near)))));
  }
}
