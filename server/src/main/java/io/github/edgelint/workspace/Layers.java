package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.DeploymentManifest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which deployments a device gets together: a base, and layers above it. */
public final class Layers {

  private Layers() {}

  /**
   * The deployments below a layer: those of the devices that it is listed for; where it is listed
   * for none, the only one in its folder.
   */
  public static Set<Document> bases(Snapshot snapshot, Document layer) {
    Set<Document> bases = new LinkedHashSet<>();
    for (Device device : snapshot.devicesOf(layer)) {
      device.manifest().filter(base -> base != layer).ifPresent(bases::add);
    }
    if (!bases.isEmpty()) {
      return bases;
    }
    for (Document document : beside(snapshot, layer)) {
      boolean full = document.manifest().filter(DeploymentManifest::isFullManifest).isPresent();
      if (full && document.kind().isManifest() && document != layer) {
        bases.add(document);
      }
    }
    return bases.size() == 1 ? bases : Set.of();
  }

  /** All deployments that some device gets with this one, which comes first. */
  public static Set<Document> together(Snapshot snapshot, Document deployment) {
    Set<Document> all = new LinkedHashSet<>();
    all.add(deployment);
    Set<Document> bases =
        deployment.kind() == DocumentKind.LAYERED
            ? bases(snapshot, deployment)
            : Set.of(deployment);
    for (Document base : bases) {
      all.add(base);
      snapshot.devicesOf(base).forEach(device -> all.addAll(device.layers()));
      for (Document document : beside(snapshot, base)) {
        if (document.kind() == DocumentKind.LAYERED && bases(snapshot, document).contains(base)) {
          all.add(document);
        }
      }
    }
    return all;
  }

  /**
   * Whether a layer replaces a route of its base: by a route of that name, by all routes or by the
   * whole twin of edgeHub.
   */
  private static boolean replacesRoute(Document layer, String name) {
    return layer.kind() == DocumentKind.LAYERED
        && layer
            .manifest()
            .flatMap(DeploymentManifest::edgeHub)
            .filter(
                hub ->
                    hub.desiredMember().isPresent()
                        || hub.entry("routes", name).isPresent()
                        || hub.dottedKeys().stream()
                            .anyMatch(key -> key.path().equals(List.of("routes"))))
            .isPresent();
  }

  /** Whether all devices that get a deployment get a layer that replaces one of its routes. */
  private static boolean isReplacedEverywhere(Snapshot snapshot, Document base, String route) {
    List<Device> devices = snapshot.devicesOf(base);
    if (devices.stream().anyMatch(device -> !device.layers().isEmpty())) {
      return devices.stream()
          .allMatch(
              device -> device.layers().stream().anyMatch(layer -> replacesRoute(layer, route)));
    }
    return together(snapshot, base).stream().anyMatch(layer -> replacesRoute(layer, route));
  }

  /**
   * Whether a route of a deployment counts: a layer that is looked at, or one on every device, may
   * replace it.
   *
   * @param asked the deployment that is looked at
   */
  public static boolean isInForce(
      Snapshot snapshot, Document asked, Document deployment, String route) {
    return deployment.kind() == DocumentKind.LAYERED
        || !(replacesRoute(asked, route) || isReplacedEverywhere(snapshot, deployment, route));
  }

  private static List<Document> beside(Snapshot snapshot, Document document) {
    List<Document> beside = new ArrayList<>();
    document
        .path()
        .parent()
        .ifPresent(
            folder -> {
              for (Document other : snapshot.documentsBelow(folder)) {
                if (other.path().parent().equals(document.path().parent())) {
                  beside.add(other);
                }
              }
            });
    return beside;
  }
}
