package io.github.edgelint.rules.route;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.embedded.route.RouteSource;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import java.util.Optional;

/** EDGE514: a module that gets back whatever it sends. */
final class RouteLoop extends RouteRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE514", "route-loop", Severity.WARNING, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(RoutePlace place, RuleContext context) {
    Route route = place.route();
    if (!route.isReadable()
        || route.condition().isPresent()
        || !(route.sink().orElse(null) instanceof RouteSink.Endpoint endpoint)
        || endpoint.fault().filter(RouteSink.Fault::isRefused).isPresent()) {
      return;
    }
    Optional<RouteName> module = endpoint.module().filter(name -> !name.unknown());
    RouteSource source = route.source().orElseThrow();
    if (module.isEmpty() || !source.takesAllOf(module.get().text())) {
      return;
    }
    context.report(
        place
            .finding(
                INFO,
                source.range(),
                Message.of(
                    "Route `{route}` also takes what {module} sends and gives it back to {module};"
                        + " every message it emits comes round again.",
                    "route",
                    place.name(),
                    "module",
                    module.get().text()))
            .withSeverity(isSender(module.get(), place) ? Severity.WARNING : Severity.INFO));
  }

  /** Whether a route names the module as a source, so that it is known to send. */
  private static boolean isSender(RouteName module, RoutePlace place) {
    for (RouteEntry entry : place.manifest().routes()) {
      Optional<RouteName> source =
          entry.route().flatMap(Route::source).flatMap(RouteSource::module);
      if (source.filter(name -> name.is(module.text())).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
