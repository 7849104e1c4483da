package io.github.edgelint.ide;

import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.TwinSize;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;

/** How many routes a module has, and how full a twin is. */
public final class CodeLenses {

  private CodeLenses() {}

  /** The lenses of a document, in order of place; none where it is no manifest. */
  public static List<CodeLens> of(Document document) {
    List<CodeLens> lenses = new ArrayList<>();
    document
        .manifest()
        .ifPresent(
            manifest -> {
              modules(manifest, lenses);
              twins(manifest, lenses);
            });
    lenses.sort((a, b) -> a.range().compareTo(b.range()));
    return lenses;
  }

  private static void modules(DeploymentManifest manifest, List<CodeLens> lenses) {
    List<Route> routes = new ArrayList<>();
    for (RouteEntry entry : manifest.routes()) {
      entry.route().filter(Route::isReadable).ifPresent(routes::add);
    }
    if (routes.isEmpty()) {
      return;
    }
    for (Module module : manifest.userModules()) {
      int in = 0;
      int out = 0;
      for (Route route : routes) {
        in += goesTo(route, module.name()) ? 1 : 0;
        out += comesFrom(route, module.name()) ? 1 : 0;
      }
      String title = in + (in == 1 ? " route in, " : " routes in, ") + out + " out";
      lenses.add(new CodeLens(module.nameRange(), title));
    }
  }

  private static boolean goesTo(Route route, String module) {
    return route.sink().isPresent()
        && route.sink().get() instanceof RouteSink.Endpoint endpoint
        && endpoint.module().filter(name -> name.is(module)).isPresent();
  }

  private static boolean comesFrom(Route route, String module) {
    return route
        .source()
        .filter(
            source ->
                source.module().isPresent()
                    ? source.module().get().is(module)
                    : source.takesAllOf(module))
        .isPresent();
  }

  private static void twins(DeploymentManifest manifest, List<CodeLens> lenses) {
    for (TwinSection section : manifest.sections()) {
      String title = "twin: " + TwinSize.words(section);
      lenses.add(new CodeLens(section.member().key().range(), title));
    }
  }
}
