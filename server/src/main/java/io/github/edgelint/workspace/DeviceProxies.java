package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Environment;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.syntax.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the proxies of a device. */
final class DeviceProxies {

  private final Device device;
  private final List<ProxyEvidence> https = new ArrayList<>();
  private final List<ProxyEvidence> misplaced = new ArrayList<>();

  DeviceProxies(Device device) {
    this.device = device;
    addConfig();
    addManifest();
    for (DaemonUnit unit : DaemonUnit.values()) {
      addUnit(unit);
    }
    device
        .engine()
        .flatMap(engine -> engine.proxy(ProxyVariable.HTTPS_PROXY))
        .ifPresent(setting -> add(device.engineConfig().orElseThrow(), setting));
    https.sort(Comparator.comparing(found -> found.place().orElseThrow()));
  }

  /** The addresses at the places of the device. */
  List<ProxyEvidence> https() {
    return List.copyOf(https);
  }

  ProxyIntent intent() {
    ProxySettings settings = device.proxySettings();
    List<ProxyEvidence> evidence = new ArrayList<>();
    settings.stated().filter(Setting::value).flatMap(this::bySettings).ifPresent(evidence::add);
    List<ProxyEvidence> inFiles = new ArrayList<>(misplaced);
    for (ProxyEvidence found : https) {
      ProxyPlace place = found.place().orElseThrow();
      if (place != ProxyPlace.DOCKER && place != ProxyPlace.DAEMON_JSON) {
        inFiles.add(found);
      }
    }
    inFiles.sort(Comparator.comparing(found -> found.place().orElseThrow()));
    evidence.addAll(inFiles);
    return new ProxyIntent(settings.stated(), evidence);
  }

  Optional<ProxyEvidence> reference() {
    Optional<Setting<String>> url = device.proxySettings().url();
    Optional<ProxyEvidence> set =
        url.flatMap(
            value ->
                document(value)
                    .map(
                        document ->
                            new ProxyEvidence(
                                document,
                                value.range(),
                                Optional.empty(),
                                Optional.of(ProxyUrl.parse(value.value())),
                                Optional.empty())));
    if (set.isPresent() && set.get().isConcrete()) {
      return set;
    }
    for (ProxyEvidence found : inOrderOfReference()) {
      if (found.isConcrete()) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** As the engine takes {@code daemon.json} before its unit, so does the reference. */
  private List<ProxyEvidence> inOrderOfReference() {
    List<ProxyEvidence> ordered = new ArrayList<>();
    ProxyEvidence engineUnit = null;
    for (ProxyEvidence found : https) {
      ProxyPlace place = found.place().orElseThrow();
      if (place == ProxyPlace.DOCKER) {
        engineUnit = found;
      } else if (place != ProxyPlace.CERTD) {
        ordered.add(found);
      }
    }
    if (engineUnit != null) {
      ordered.add(engineUnit);
    }
    return ordered;
  }

  private Optional<ProxyEvidence> bySettings(Setting<Boolean> stated) {
    Optional<ProxyUrl> url = device.proxySettings().url().map(set -> ProxyUrl.parse(set.value()));
    return document(stated)
        .map(
            document ->
                new ProxyEvidence(
                    document, stated.range(), Optional.empty(), url, Optional.empty()));
  }

  private Optional<Document> document(Setting<?> setting) {
    for (Document file : device.settingsFiles()) {
      if (file.path().equals(setting.file())) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private void add(Document document, ProxySetting setting) {
    https.add(ProxyEvidence.of(document, setting));
  }

  private void addMisplaced(Document document, ProxyPlace place, List<Member> keys) {
    MisplacedProxyKeys.firstHttps(keys)
        .ifPresent(
            key -> misplaced.add(ProxyEvidence.misplaced(document, place, key.key().range())));
  }

  private void addConfig() {
    device
        .deviceConfig()
        .ifPresent(
            config -> {
              Document document = device.config().orElseThrow();
              config.agentEnvironment().httpsProxy().ifPresent(setting -> add(document, setting));
              addMisplaced(document, ProxyPlace.AGENT_ENV, MisplacedProxyKeys.of(config));
            });
  }

  private void addManifest() {
    Optional<DeploymentManifest> deployment = device.deployment();
    if (deployment.isEmpty()) {
      return;
    }
    Document document = device.manifest().orElseThrow();
    addModule(document, deployment.get().agentModule(), ProxyPlace.EDGE_AGENT);
    addModule(document, deployment.get().hubModule(), ProxyPlace.EDGE_HUB);
    addMisplaced(document, ProxyPlace.EDGE_AGENT, MisplacedProxyKeys.ofAgentTwin(deployment.get()));
    addMisplaced(document, ProxyPlace.EDGE_HUB, MisplacedProxyKeys.ofHubTwin(deployment.get()));
  }

  private void addModule(Document document, Optional<Module> module, ProxyPlace place) {
    module.ifPresent(
        found -> {
          found.effectiveEnv().httpsProxy().ifPresent(setting -> add(document, setting));
          addMisplaced(document, place, MisplacedProxyKeys.of(found));
        });
  }

  private void addUnit(DaemonUnit unit) {
    if (unit.proxyPlace() == ProxyPlace.OTHER_UNIT || device.unit(unit).isEmpty()) {
      return;
    }
    Environment environment = device.unit(unit).get().environment();
    Optional<EnvVariable> variable = environment.proxyVariable(ProxyVariable.HTTPS_PROXY);
    Optional<Document> document = variable.flatMap(device::documentOf);
    Optional<ProxySetting> setting = environment.httpsProxy();
    if (document.isPresent() && setting.isPresent()) {
      add(document.get(), setting.get());
    }
  }
}
