package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the protocol and the proxy of edgeAgent and edgeHub are set on one device. A module that
 * sets no {@code UpstreamProtocol} gets that of edgeAgent, and a new edgeAgent that of the one
 * before it, which at first is {@code [agent.env]} (source:
 * Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet/commands/CreateOrUpdateCommand.cs).
 */
record RuntimeScopes(
    Optional<ProxyScope> config, Optional<ProxyScope> agent, Optional<ProxyScope> hub) {

  static RuntimeScopes of(Device device) {
    Optional<ProxyScope> config =
        device.deviceConfig().map(found -> ProxyScope.of(device.config().orElseThrow(), found));
    return new RuntimeScopes(
        config,
        device
            .deployment()
            .flatMap(DeploymentManifest::agentModule)
            .filter(RuntimeScopes::isReadable)
            .map(module -> ProxyScope.of(device.manifest().orElseThrow(), module)),
        device
            .deployment()
            .flatMap(DeploymentManifest::hubModule)
            .filter(RuntimeScopes::isReadable)
            .map(module -> ProxyScope.of(device.manifest().orElseThrow(), module)));
  }

  // What stands for an object is unknown, not missing.
  private static boolean isReadable(Module module) {
    ConfigNode env = module.get("env");
    return module.node() instanceof ObjectNode && (!env.isPresent() || env instanceof ObjectNode);
  }

  /** All that are there, the one that others are measured by first. */
  List<ProxyScope> all() {
    List<ProxyScope> all = new ArrayList<>();
    config.ifPresent(all::add);
    agent.ifPresent(all::add);
    hub.ifPresent(all::add);
    return all;
  }

  /** The place that sets the protocol of a scope: itself, or the nearest one it inherits from. */
  Optional<ProxyScope> setsProtocolOf(ProxyScope scope) {
    List<ProxyScope> all = all();
    for (int i = all.indexOf(scope); i >= 0; i--) {
      if (all.get(i).protocolVariable().isPresent()) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether a protocol is set for the scope, or was meant to be in a place that nobody reads. */
  boolean hasProtocol(ProxyScope scope) {
    if (setsProtocolOf(scope).isPresent()) {
      return true;
    }
    List<ProxyScope> all = all();
    for (int i = all.indexOf(scope); i >= 0; i--) {
      for (Member key : all.get(i).misplacedKeys()) {
        if (key.name().equalsIgnoreCase(ProxyScope.UPSTREAM_PROTOCOL)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The places whose plain TCP protocol keeps the proxy of some component unused, each once. */
  Set<ProxyScope> tcpBesideProxy() {
    Set<ProxyScope> places = new LinkedHashSet<>();
    for (ProxyScope scope : all()) {
      if (scope.httpsProxy().isPresent()) {
        setsProtocolOf(scope)
            .filter(setter -> setter.protocol().filter(found -> !found.isWebSocket()).isPresent())
            .ifPresent(places::add);
      }
    }
    return places;
  }

  /** A fix that adds {@code UpstreamProtocol = AmqpWs} to the scopes that lack it. */
  static Fix addProtocol(List<ProxyScope> scopes) {
    Document document = scopes.get(0).document();
    return Fix.unsafe(
        "Add `UpstreamProtocol` = `AmqpWs`",
        document,
        () -> {
          List<TextEdit> edits = new ArrayList<>();
          for (ProxyScope scope : scopes) {
            edits.addAll(
                new EnvironmentEditor(scope)
                    .add(
                        Map.of(
                            ProxyScope.UPSTREAM_PROTOCOL, UpstreamProtocol.AMQP_WS.canonical())));
          }
          return edits;
        });
  }
}
