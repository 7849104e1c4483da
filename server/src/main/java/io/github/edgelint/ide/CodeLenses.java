package io.github.edgelint.ide;

import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.TwinSize;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
    List<RouteEntry> routes =
        manifest.routes().stream()
            .filter(entry -> entry.route().filter(Route::isReadable).isPresent())
            .toList();
    if (routes.isEmpty()) {
      return;
    }
    Map<String, List<TextRange>> in = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Map<String, List<TextRange>> out = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<RouteEntry> ofSeveral = new ArrayList<>();
    for (RouteEntry entry : routes) {
      Route route = entry.route().orElseThrow();
      if (route.sink().orElse(null) instanceof RouteSink.Endpoint endpoint) {
        note(endpoint.module(), entry, in);
      }
      route.source().ifPresent(source -> note(source.module(), entry, out));
      if (route.source().filter(source -> source.module().isEmpty()).isPresent()) {
        ofSeveral.add(entry);
      }
    }
    for (Module module : manifest.userModules()) {
      String name = module.name();
      List<TextRange> ofModule = new ArrayList<>(out.getOrDefault(name, List.of()));
      for (RouteEntry entry : ofSeveral) {
        if (entry.route().flatMap(Route::source).orElseThrow().takesAllOf(name)) {
          ofModule.add(entry.nameRange());
        }
      }
      List<TextRange> toModule = in.getOrDefault(name, List.of());
      String title =
          toModule.size()
              + (toModule.size() == 1 ? " route in, " : " routes in, ")
              + ofModule.size()
              + " out";
      Set<TextRange> places = new TreeSet<>(toModule);
      places.addAll(ofModule);
      lenses.add(new CodeLens(module.nameRange(), title, List.copyOf(places)));
    }
  }

  private static void note(
      Optional<RouteName> module, RouteEntry entry, Map<String, List<TextRange>> routes) {
    module
        .filter(name -> !name.unknown())
        .ifPresent(
            name ->
                routes
                    .computeIfAbsent(name.text(), key -> new ArrayList<>())
                    .add(entry.nameRange()));
  }

  private static void twins(DeploymentManifest manifest, List<CodeLens> lenses) {
    for (TwinSection section : manifest.sections()) {
      String title = "twin: " + TwinSize.words(section);
      lenses.add(new CodeLens(section.member().key().range(), title, List.of()));
    }
  }
}
