package io.github.edgelint.ide;

import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.ide.names.Location;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.TwinSize;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Layers;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many routes a module has, over all deployments that a device gets together, and how full a
 * twin is.
 */
public final class CodeLenses {

  private CodeLenses() {}

  /** The lenses of a document, in order of place; none where it is no manifest. */
  public static List<CodeLens> of(Snapshot snapshot, Document document) {
    List<CodeLens> lenses = new ArrayList<>();
    document
        .manifest()
        .ifPresent(
            manifest -> {
              modules(snapshot, document, manifest, lenses);
              twins(manifest, lenses);
            });
    lenses.sort((a, b) -> a.range().compareTo(b.range()));
    return lenses;
  }

  /** A route and where its name stands. */
  private record Named(Route route, Location place) {}

  private static void modules(
      Snapshot snapshot, Document document, DeploymentManifest manifest, List<CodeLens> lenses) {
    List<Module> modules = manifest.userModules();
    List<Named> routes = modules.isEmpty() ? List.of() : routes(snapshot, document);
    if (routes.isEmpty()) {
      return;
    }
    Map<String, List<Location>> in = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, List<Location>> out = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<Named> ofSeveral = new ArrayList<>();
    for (Named named : routes) {
      Route route = named.route();
      if (route.sink().orElse(null) instanceof RouteSink.Endpoint endpoint) {
        note(endpoint.module(), named.place(), in);
      }
      route.source().ifPresent(source -> note(source.module(), named.place(), out));
      if (route.source().filter(source -> source.module().isEmpty()).isPresent()) {
        ofSeveral.add(named);
      }
    }
    for (Module module : modules) {
      String name = module.name();
      List<Location> ofModule = new ArrayList<>(out.getOrDefault(name, List.of()));
      for (Named named : ofSeveral) {
        if (named.route().source().orElseThrow().takesAllOf(name)) {
          ofModule.add(named.place());
        }
      }
      List<Location> toModule = in.getOrDefault(name, List.of());
      String title =
          toModule.size()
              + (toModule.size() == 1 ? " route in, " : " routes in, ")
              + ofModule.size()
              + " out";
      List<Location> places =
          routes.stream()
              .map(Named::place)
              .filter(place -> toModule.contains(place) || ofModule.contains(place))
              .toList();
      lenses.add(new CodeLens(module.nameRange(), title, places));
    }
  }

  /** The routes that a device gets with a deployment, those of the deployment first. */
  private static List<Named> routes(Snapshot snapshot, Document document) {
    List<Named> routes = new ArrayList<>();
    for (Document deployment : Layers.together(snapshot, document)) {
      for (RouteEntry entry :
          deployment.manifest().map(DeploymentManifest::routes).orElse(List.of())) {
        entry
            .route()
            .filter(Route::isReadable)
            .filter(route -> Layers.isInForce(snapshot, document, deployment, entry.name()))
            .ifPresent(
                route -> routes.add(new Named(route, new Location(deployment, entry.nameRange()))));
      }
    }
    return routes;
  }

  private static void note(
      Optional<RouteName> module, Location place, Map<String, List<Location>> routes) {
    module
        .filter(name -> !name.unknown())
        .ifPresent(
            name -> routes.computeIfAbsent(name.text(), key -> new ArrayList<>()).add(place));
  }

  private static void twins(DeploymentManifest manifest, List<CodeLens> lenses) {
    for (TwinSection section : manifest.sections()) {
      String title = "twin: " + TwinSize.words(section);
      lenses.add(new CodeLens(section.member().key().range(), title, List.of()));
    }
  }
}
