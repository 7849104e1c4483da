package io.github.edgelint.rules.route;

import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** A rule about the text of a route. */
abstract class RouteRule implements DocumentRule {

  @Override
  public void check(Document document, RuleContext context) {
    Optional<DeploymentManifest> manifest = document.manifest();
    if (manifest.isEmpty()) {
      return;
    }
    for (RouteEntry entry : manifest.get().routes()) {
      Optional<Route> route = entry.route();
      if (route.isPresent()) {
        check(new RoutePlace(document, manifest.get(), entry, route.get()), context);
      }
    }
  }

  abstract void check(RoutePlace place, RuleContext context);
}
