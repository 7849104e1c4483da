package io.github.edgelint.ide.route;

import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteName;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The modules that routes can name, with the outputs and inputs that other routes use. The modules
 * of the document come first, then those of the manifest and layers of the same device.
 */
final class Endpoints {

  private final Set<String> modules = new LinkedHashSet<>();
  private final Map<String, Set<String>> outputs = new LinkedHashMap<>();
  private final Map<String, Set<String>> inputs = new LinkedHashMap<>();

  /**
   * @param here the route at the cursor, which tells nothing new
   */
  static Endpoints of(Document document, RouteEntry here, Snapshot snapshot) {
    Endpoints endpoints = new Endpoints();
    document.manifest().ifPresent(manifest -> endpoints.add(manifest, here));
    for (Device device : snapshot.devicesOf(document)) {
      for (Document other : device.documents()) {
        if (other != document) {
          other.manifest().ifPresent(manifest -> endpoints.add(manifest, here));
        }
      }
    }
    return endpoints;
  }

  private void add(DeploymentManifest manifest, RouteEntry here) {
    for (Module module : manifest.userModules()) {
      modules.add(module.name());
    }
    for (RouteEntry entry : manifest.routes()) {
      if (!entry.nameRange().equals(here.nameRange())) {
        entry.route().ifPresent(this::add);
      }
    }
  }

  private void add(Route route) {
    route.source().ifPresent(source -> add(source.module(), source.output(), outputs));
    if (route.sink().isPresent() && route.sink().get() instanceof RouteSink.Endpoint endpoint) {
      add(endpoint.module(), endpoint.input(), inputs);
    }
  }

  private static void add(
      Optional<RouteName> module, Optional<RouteName> name, Map<String, Set<String>> all) {
    if (module.isPresent()
        && name.isPresent()
        && !module.get().unknown()
        && !name.get().unknown()) {
      all.computeIfAbsent(module.get().text(), key -> new LinkedHashSet<>()).add(name.get().text());
    }
  }

  Collection<String> modules() {
    return modules;
  }

  Collection<String> outputs(String module) {
    return outputs.getOrDefault(module, Set.of());
  }

  Collection<String> inputs(String module) {
    return inputs.getOrDefault(module, Set.of());
  }
}
