package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EffectiveUnit;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Environment;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.syntax.UnitLineIgnored;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import io.github.edgelint.workspace.ProxyIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rules about a whole device ask about its proxy. */
record DeviceProxy(Device device) {

  /**
   * Whether there is something to compare: several files of the device, or settings that say what
   * it must have.
   */
  boolean isComparable() {
    return device.documents().size() > 1
        || device.isExplicit()
        || device.proxySettings().stated().isPresent();
  }

  /** What shows that the device sits behind a proxy; nothing where it does not. */
  List<ProxyEvidence> evidence() {
    ProxyIntent intent = device.proxyIntent();
    return intent.isYes() ? intent.evidence() : List.of();
  }

  /** Whether each part of the device that needs a proxy should have one, and can be looked at. */
  boolean isExpected() {
    return isComparable() && device.proxyIntent().isYes();
  }

  /** The first evidence for one of these places, in the order of the places. */
  Optional<ProxyEvidence> evidence(ProxyPlace... places) {
    for (ProxyPlace place : places) {
      for (ProxyEvidence found : evidence()) {
        if (found.place().filter(place::equals).isPresent()) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /** The address for {@code https} traffic at a place, also where it is no evidence. */
  Optional<ProxyEvidence> at(ProxyPlace place) {
    return device.httpsProxies().stream()
        .filter(found -> found.place().filter(place::equals).isPresent())
        .findFirst();
  }

  /** The address of the first of these units that has one. */
  Optional<ProxyEvidence> ofUnit(DaemonUnit... units) {
    for (DaemonUnit unit : units) {
      Optional<ProxyEvidence> found = at(unit.proxyPlace());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a unit has a proxy as far as anybody can tell: set, set to nothing (which is a fault of
   * its own), or perhaps in a file that nobody sees.
   */
  boolean mayHaveProxy(DaemonUnit unit) {
    Optional<EffectiveUnit> found = device.unit(unit);
    if (found.isEmpty()) {
      return false;
    }
    Environment environment = found.get().environment();
    Optional<EnvVariable> assigned = environment.assigned(ProxyVariable.HTTPS_PROXY);
    return assigned.isPresent()
        || found.get().hasHiddenEnvironment()
        || isMisspelt(environment)
        || isIgnored(unit);
  }

  /** Whether it stands in a line that systemd ignores. */
  private boolean isIgnored(DaemonUnit unit) {
    return device.units().stream()
        .filter(file -> file.unit().flatMap(UnitFile::unit).filter(unit::equals).isPresent())
        .anyMatch(UnitLineIgnored::hidesProxy);
  }

  /**
   * Whether the engine has a proxy as far as anybody can tell, if only for plain HTTP or in a line
   * that systemd ignores, which are faults of their own.
   */
  boolean mayEngineHaveProxy() {
    Optional<EffectiveUnit> unit = device.unit(DaemonUnit.DOCKER);
    return EngineHttpProxyOnly.hasHttps(device, unit)
        || isIgnored(DaemonUnit.DOCKER)
        || EngineConfig.effectiveProxy(ProxyVariable.HTTP_PROXY, device.engine(), unit).isPresent();
  }

  private static boolean isMisspelt(Environment environment) {
    for (EnvVariable variable : environment.variables()) {
      if (ProxyVariable.meantBy(variable.name(), environment.place().reader())
          .filter(ProxyVariable.HTTPS_PROXY::equals)
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The images that the engine pulls for IoT Edge, as far as the files name them. */
  List<ImageReference> images() {
    List<ImageReference> images = new ArrayList<>();
    device.deviceConfig().flatMap(DeviceConfig::agentImageReference).ifPresent(images::add);
    for (Module module : device.deployment().map(DeploymentManifest::modules).orElse(List.of())) {
      module.imageReference().ifPresent(images::add);
    }
    return images;
  }

  /** A place with a proxy, as messages name it. */
  static String name(ProxyEvidence evidence) {
    return evidence
        .place()
        .map(place -> place == ProxyPlace.AGENT_ENV ? "config.toml" : place.label())
        .orElse("the project setting");
  }

  /** The finding with the place of an evidence beside it. */
  static Finding related(Finding finding, ProxyEvidence evidence) {
    return finding.relatedTo(
        evidence.document(),
        evidence.range(),
        evidence.isBySettings()
            ? "the setting"
            : (evidence.isMisplaced() ? "the proxy meant for " : "the proxy of ")
                + evidence.place().map(ProxyPlace::label).orElse(""));
  }
}
