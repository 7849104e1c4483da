package io.github.edgelint.deployment;

import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteSink;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.rules.Secrets;
import io.github.edgelint.syntax.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What changes on a device when one manifest follows another. It holds no value of a variable and
 * no credentials.
 *
 * @param modules every module of either manifest, by effect
 * @param routes every route of either manifest, by effect
 * @param settings what else differs: settings of edgeHub, credentials, module twins; each a path
 * @param proxyLost modules that had an HTTPS proxy and stay without
 * @param dangers why this needs a second look; empty where it does not
 */
public record DeploymentDiff(
    List<ModuleChange> modules,
    List<RouteChange> routes,
    List<String> settings,
    List<String> proxyLost,
    List<Danger> dangers) {

  public DeploymentDiff {
    modules = List.copyOf(modules);
    routes = List.copyOf(routes);
    settings = List.copyOf(settings);
    proxyLost = List.copyOf(proxyLost);
    dangers = List.copyOf(dangers);
  }

  /** Compares two full manifests, or two states of one layer. */
  public static DeploymentDiff of(DeploymentManifest before, DeploymentManifest after) {
    return new Comparison(before, after).diff();
  }

  /** Why two manifests cannot be compared: one is a layer on top of something, one is not. */
  public static Optional<String> refusal(DeploymentManifest before, DeploymentManifest after) {
    return before.isLayered() == after.isLayered()
        ? Optional.empty()
        : Optional.of("a layer adds to a deployment and can only be compared with a layer");
  }

  /** Whether somebody should look before this is deployed. */
  public boolean isDangerous() {
    return !dangers.isEmpty();
  }

  /** Whether the device stays as it is. */
  public boolean isEmpty() {
    return settings.isEmpty()
        && modules.stream().allMatch(module -> module.effect() == Effect.UNCHANGED)
        && routes.stream().allMatch(route -> route.effect() == Effect.UNCHANGED);
  }

  private static final class Comparison {

    private final DeploymentManifest before;
    private final DeploymentManifest after;
    private final Map<String, Module> oldModules;
    private final Map<String, Module> newModules;
    private final List<Danger> dangers = new ArrayList<>();
    private final List<String> proxyLost = new ArrayList<>();

    Comparison(DeploymentManifest before, DeploymentManifest after) {
      this.before = before;
      this.after = after;
      this.oldModules = byName(before);
      this.newModules = byName(after);
    }

    DeploymentDiff diff() {
      List<ModuleChange> modules = modules();
      List<RouteChange> routes = routes();
      findDangers();
      return new DeploymentDiff(modules, routes, settings(), proxyLost, dangers);
    }

    private static Map<String, Module> byName(DeploymentManifest manifest) {
      Map<String, Module> modules = new LinkedHashMap<>();
      for (Module module : manifest.modules()) {
        // Letter case matters for modules, not for the two that edgeAgent looks up itself.
        String name = module.isAgent() ? "edgeAgent" : module.isHub() ? "edgeHub" : module.name();
        modules.put(name, module);
      }
      return modules;
    }

    private List<ModuleChange> modules() {
      List<ModuleChange> changes = new ArrayList<>();
      for (Map.Entry<String, Module> entry : oldModules.entrySet()) {
        Module old = entry.getValue();
        Module changed = newModules.get(entry.getKey());
        if (changed != null) {
          changes.add(ModuleChange.between(old, changed));
        } else if (!old.isAgent()) {
          changes.add(ModuleChange.removed(old));
        }
      }
      for (Map.Entry<String, Module> entry : newModules.entrySet()) {
        if (!oldModules.containsKey(entry.getKey())) {
          changes.add(ModuleChange.added(entry.getValue()));
        }
      }
      changes.sort(Comparator.comparing(ModuleChange::effect));
      return changes;
    }

    private List<RouteChange> routes() {
      Map<String, RouteEntry> old = new LinkedHashMap<>();
      before.routes().forEach(route -> old.put(route.name(), route));
      Map<String, RouteEntry> changed = new LinkedHashMap<>();
      after.routes().forEach(route -> changed.put(route.name(), route));
      Set<String> names = new LinkedHashSet<>(old.keySet());
      names.addAll(changed.keySet());
      List<RouteChange> changes = new ArrayList<>();
      for (String name : names) {
        Optional<RouteEntry> left = Optional.ofNullable(old.get(name));
        Optional<RouteEntry> right = Optional.ofNullable(changed.get(name));
        changes.add(
            new RouteChange(
                name, effect(left, right), left.map(this::text), right.map(this::text)));
      }
      changes.sort(Comparator.comparing(RouteChange::effect));
      return changes;
    }

    private Effect effect(Optional<RouteEntry> left, Optional<RouteEntry> right) {
      if (left.isEmpty()) {
        return Effect.ADDED;
      }
      if (right.isEmpty()) {
        return Effect.REMOVED;
      }
      return text(left.get()).equals(text(right.get())) ? Effect.UNCHANGED : Effect.CHANGED;
    }

    private String text(RouteEntry entry) {
      StringBuilder text = new StringBuilder();
      text.append(Secrets.mask(entry.text().map(route -> route.text().strip()).orElse("")));
      entry.priority().asScalar().ifPresent(value -> text.append(", priority " + value.text()));
      entry
          .timeToLiveSecs()
          .asScalar()
          .ifPresent(value -> text.append(", kept for " + value.text() + " s"));
      return text.toString();
    }

    private List<String> settings() {
      List<String> changed = new ArrayList<>();
      add(
          changed,
          "edgeHub storeAndForwardConfiguration",
          Difference.paths(
              before.hub("storeAndForwardConfiguration"),
              after.hub("storeAndForwardConfiguration")));
      add(
          changed,
          "edgeAgent runtime settings",
          Difference.paths(
              before.agent("runtime", "settings"), after.agent("runtime", "settings")));
      // A twin that the deployment leaves out stays as it is.
      Map<String, TwinSection> old = twins(before);
      twins(after)
          .forEach(
              (id, twin) ->
                  add(
                      changed,
                      "twin of " + id,
                      Difference.paths(
                          old.containsKey(id) ? old.get(id).member().value() : MissingNode.NOWHERE,
                          twin.member().value())));
      return changed;
    }

    private static void add(List<String> changed, String what, List<String> paths) {
      if (!paths.isEmpty()) {
        String where = String.join(", ", paths);
        changed.add(where.isEmpty() ? what : what + ": " + where);
      }
    }

    private static Map<String, TwinSection> twins(DeploymentManifest manifest) {
      Map<String, TwinSection> twins = new LinkedHashMap<>();
      if (manifest.envelope() != DeploymentManifest.Envelope.BARE) {
        manifest.sections().forEach(section -> twins.put(section.id(), section));
      }
      twins.remove(DeploymentManifest.AGENT_ID);
      twins.remove(DeploymentManifest.HUB_ID);
      return twins;
    }

    private void findDangers() {
      for (Map.Entry<String, Module> entry : oldModules.entrySet()) {
        Module changed = newModules.get(entry.getKey());
        if (changed != null) {
          compareConnection(entry.getValue(), changed);
        }
      }
      if (before.hubModule().isPresent() && after.hubModule().isEmpty()) {
        danger(
            Danger.Kind.HUB_REMOVED,
            "edgeHub is removed: no module and no downstream device can send messages any more.");
      }
      long old = before.modules().stream().filter(module -> !module.isSystem()).count();
      if (old > 0 && after.userModules().isEmpty()) {
        danger(
            Danger.Kind.ALL_MODULES_REMOVED,
            old == 1
                ? "The only module is removed, together with its identity."
                : "All " + old + " modules are removed, together with their identities.");
      }
      if (reachesUpstream(before) && !reachesUpstream(after)) {
        danger(
            Danger.Kind.NOTHING_GOES_UPSTREAM,
            "No route leads to $upstream any more: IoT Hub gets no messages.");
      }
    }

    private void compareConnection(Module old, Module changed) {
      boolean had = old.effectiveEnv().httpsProxy().isPresent();
      boolean has = changed.effectiveEnv().httpsProxy().isPresent();
      if (had && !has) {
        proxyLost.add(changed.name());
      }
      if (!changed.isSystem() || !had) {
        return;
      }
      boolean agent = changed.isAgent();
      if (!has) {
        danger(
            agent ? Danger.Kind.AGENT_LOSES_PROXY : Danger.Kind.HUB_LOSES_PROXY,
            agent
                ? "edgeAgent loses its proxy: behind a firewall the device gets no deployment any"
                    + " more, not even the one that mends this."
                : "edgeHub loses its proxy: behind a firewall no message reaches IoT Hub any"
                    + " more.");
      } else if (usesWebSockets(old) && !usesWebSockets(changed)) {
        danger(
            agent ? Danger.Kind.AGENT_LOSES_WEBSOCKETS : Danger.Kind.HUB_LOSES_WEBSOCKETS,
            changed.name()
                + " does not use WebSockets any more, and ignores its proxy over plain TCP.");
      }
    }

    // Left to itself, edgeAgent tries plain TCP first and then WebSockets; edgeHub does not.
    private static boolean usesWebSockets(Module module) {
      return module
          .variable("UpstreamProtocol")
          .flatMap(EnvVariable::value)
          .flatMap(UpstreamProtocol::parse)
          .map(UpstreamProtocol::isWebSocket)
          .orElse(module.isAgent());
    }

    private static boolean reachesUpstream(DeploymentManifest manifest) {
      for (RouteEntry entry : manifest.routes()) {
        boolean upstream =
            entry
                .route()
                .flatMap(Route::sink)
                .filter(sink -> sink instanceof RouteSink.System to && to.isUpstream())
                .isPresent();
        if (upstream) {
          return true;
        }
      }
      return false;
    }

    private void danger(Danger.Kind kind, String text) {
      dangers.add(new Danger(kind, text));
    }
  }
}
