package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EffectiveUnit;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Environment;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.MisplacedProxyKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An environment that a document sets for one process: {@code [agent.env]}, a module, or a unit.
 *
 * @param environment what the process gets; of a unit, what this file alone gives it
 * @param module the module; empty outside of manifests
 */
public record ProxyScope(Document document, Environment environment, Optional<Module> module) {

  public static final String UPSTREAM_PROTOCOL = "UpstreamProtocol";

  /** The environments of a document, in order of place. */
  static List<ProxyScope> of(Document document, RuleContext context) {
    return context.shared(ProxyScope.class, document, () -> of(document));
  }

  private static List<ProxyScope> of(Document document) {
    List<ProxyScope> scopes = new ArrayList<>();
    document.deviceConfig().ifPresent(config -> scopes.add(of(document, config)));
    document
        .manifest()
        .ifPresent(
            manifest -> manifest.modules().forEach(module -> scopes.add(of(document, module))));
    document
        .unit()
        .filter(unit -> unit.unit().isPresent() && unit.isRead())
        .ifPresent(
            unit ->
                scopes.add(
                    new ProxyScope(
                        document,
                        EffectiveUnit.of(List.of(unit)).environment(),
                        Optional.empty())));
    return scopes;
  }

  /**
   * The environments of a document, in order of place; that of a unit is what all its files on the
   * device give it together.
   */
  static List<ProxyScope> inDevice(Document document, Device device) {
    Optional<EffectiveUnit> unit =
        document.unit().filter(UnitFile::isRead).flatMap(UnitFile::unit).flatMap(device::unit);
    return unit.isEmpty()
        ? of(document)
        : List.of(new ProxyScope(document, unit.get().environment(), Optional.empty()));
  }

  /** {@code [agent.env]}. */
  public static ProxyScope of(Document document, DeviceConfig config) {
    return new ProxyScope(document, config.agentEnvironment(), Optional.empty());
  }

  public static ProxyScope of(Document document, Module module) {
    return new ProxyScope(document, module.effectiveEnv(), Optional.of(module));
  }

  ProxyPlace place() {
    return environment.place();
  }

  ProxyReader reader() {
    return place().reader();
  }

  /** Whether edgeAgent or edgeHub gets it. */
  boolean isRuntime() {
    return reader() == ProxyReader.RUNTIME;
  }

  /** Who reads it, in messages: {@code edgeAgent}, {@code aziot-identityd}, a module. */
  String component() {
    return component(place(), environment.owner());
  }

  static String component(ProxyPlace place, String owner) {
    return switch (place) {
      case AGENT_ENV -> ProxyPlace.EDGE_AGENT.label();
      case DOCKER, DAEMON_JSON -> "dockerd";
      case MODULE -> "module `" + owner + "`";
      default -> place.label();
    };
  }

  /** Whether the variable stands in this document, and not in another file of the same unit. */
  boolean holds(EnvVariable variable) {
    return document.unit().isEmpty()
        || document.unit().get().assignments().stream().anyMatch(own -> own == variable);
  }

  /** Whether the unit may get variables from where nobody can see them. */
  boolean hasHiddenEnvironment(Device device) {
    return document
        .unit()
        .flatMap(UnitFile::unit)
        .flatMap(device::unit)
        .filter(EffectiveUnit::hasHiddenEnvironment)
        .isPresent();
  }

  /** Keys that were meant for this environment and stand where nobody reads them. */
  public List<Member> misplacedKeys() {
    return switch (place()) {
      case AGENT_ENV -> document.deviceConfig().map(MisplacedProxyKeys::of).orElse(List.of());
      case EDGE_AGENT, EDGE_HUB, MODULE -> {
        List<Member> keys = new ArrayList<>();
        module.ifPresent(found -> keys.addAll(MisplacedProxyKeys.of(found)));
        DeploymentManifest manifest = document.manifest().orElseThrow();
        if (place() == ProxyPlace.EDGE_AGENT) {
          keys.addAll(MisplacedProxyKeys.ofAgentTwin(manifest));
        } else if (place() == ProxyPlace.EDGE_HUB) {
          keys.addAll(MisplacedProxyKeys.ofHubTwin(manifest));
        }
        yield keys;
      }
      default -> List.of();
    };
  }

  /**
   * Whether {@code https_proxy} is set, or was meant to be, under a name or in a place that nobody
   * reads; other rules say so there.
   */
  boolean meansHttpsProxy() {
    for (EnvVariable variable : environment.settings()) {
      boolean https =
          ProxyVariable.ofAnyCase(variable.name())
              .or(() -> ProxyVariable.meantBy(variable.name(), reader()))
              .filter(ProxyVariable.HTTPS_PROXY::equals)
              .isPresent();
      if (https && !variable.isBlank()) {
        return true;
      }
    }
    return hasMisplacedHttpsProxy();
  }

  /** Whether {@code https_proxy} stands where nobody reads it. */
  public boolean hasMisplacedHttpsProxy() {
    for (Member key : misplacedKeys()) {
      if (key.name().equalsIgnoreCase(ProxyVariable.HTTPS_PROXY.canonical())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether {@link #meansHttpsProxy}, or there is a proxy for other traffic, which is a fault of
   * its own.
   */
  boolean hasSomeProxy() {
    return otherProxy().isPresent() || meansHttpsProxy();
  }

  /** A proxy for other traffic than {@code https}. */
  Optional<EnvVariable> otherProxy() {
    for (ProxySetting setting : environment.proxies()) {
      if (setting.variable() != ProxyVariable.HTTPS_PROXY) {
        return environment.variable(setting.name());
      }
    }
    return Optional.empty();
  }

  /** The address for {@code https} traffic that the process takes; blank is none. */
  public Optional<EnvVariable> httpsProxy() {
    return environment.proxyVariable(ProxyVariable.HTTPS_PROXY);
  }

  /** {@code UpstreamProtocol} as set here; blank is none. */
  public Optional<EnvVariable> protocolVariable() {
    return environment.variable(UPSTREAM_PROTOCOL).filter(found -> !found.isBlank());
  }

  /** The protocol that is set here, where it is known to be one. */
  public Optional<UpstreamProtocol> protocol() {
    return protocolVariable()
        .filter(EnvVariable::isConcrete)
        .flatMap(EnvVariable::value)
        .flatMap(UpstreamProtocol::parse);
  }

  /** The release train of the image that reads the environment. */
  Optional<RuntimeTrain> imageTrain() {
    Optional<ImageReference> image =
        module.isPresent()
            ? module.get().imageReference()
            : document.deviceConfig().flatMap(DeviceConfig::agentImageReference);
    return image.flatMap(ImageReference::train);
  }

  /** Whether the container shares the network of the device, where localhost is the device. */
  boolean usesHostNetwork() {
    return module.isPresent()
        ? module.get().createOptions().usesHostNetwork()
        : document
            .deviceConfig()
            .filter(config -> config.agentCreateOptions().usesHostNetwork())
            .isPresent();
  }
}
