package io.github.edgelint.ide;

import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.embedded.route.RouteSource;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.TwinSize;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    Map<String, Integer> in = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, Integer> out = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<RouteSource> ofSeveral = new ArrayList<>();
    for (Route route : routes) {
      if (route.sink().orElse(null) instanceof RouteSink.Endpoint endpoint) {
        count(endpoint.module(), in);
      }
      route.source().ifPresent(source -> count(source.module(), out));
      route.source().filter(source -> source.module().isEmpty()).ifPresent(ofSeveral::add);
    }
    for (Module module : manifest.userModules()) {
      String name = module.name();
      int routesIn = in.getOrDefault(name, 0);
      long routesOut =
          out.getOrDefault(name, 0)
              + ofSeveral.stream().filter(source -> source.takesAllOf(name)).count();
      String title =
          routesIn + (routesIn == 1 ? " route in, " : " routes in, ") + routesOut + " out";
      lenses.add(new CodeLens(module.nameRange(), title));
    }
  }

  private static void count(Optional<RouteName> module, Map<String, Integer> counts) {
    module
        .filter(name -> !name.unknown())
        .ifPresent(name -> counts.merge(name.text(), 1, Integer::sum));
  }

  private static void twins(DeploymentManifest manifest, List<CodeLens> lenses) {
    for (TwinSection section : manifest.sections()) {
      String title = "twin: " + TwinSize.words(section);
      lenses.add(new CodeLens(section.member().key().range(), title));
    }
  }
}
