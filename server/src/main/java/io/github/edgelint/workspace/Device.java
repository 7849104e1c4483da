package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EffectiveUnit;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.TargetVersion;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.text.Lazy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that end up on one device, as far as they are in the workspace. Immutable. A file that
 * is not here is unknown, not missing, unless {@link #companionsComplete}.
 */
public final class Device {

  private final String name;
  private final Optional<DeviceSettings> declared;
  private final Settings settings;
  private final List<Document> settingsFiles;
  private final Optional<RuntimeTrain> target;
  private final Optional<Document> config;
  private final Optional<Document> manifest;
  private final Optional<Document> engineConfig;
  private final List<Document> layers;
  private final List<Document> units;
  private final List<Document> documents;
  private final Lazy<Map<DaemonUnit, EffectiveUnit>> effectiveUnits;
  private final Lazy<IdentityHashMap<EnvVariable, Document>> unitVariables;
  private final Lazy<DeviceProxies> proxies;

  Device(
      String name,
      Optional<DeviceSettings> declared,
      Settings settings,
      List<Document> settingsFiles,
      Optional<RuntimeTrain> target,
      DeviceParts parts) {
    this.name = name;
    this.declared = declared;
    this.settings = settings;
    this.settingsFiles = List.copyOf(settingsFiles);
    this.target = target;
    this.config = parts.config;
    this.manifest = parts.manifest;
    this.engineConfig = parts.engineConfig;
    this.layers = List.copyOf(parts.layers);
    this.units = List.copyOf(parts.units);
    this.documents = List.copyOf(parts.all());
    this.effectiveUnits = new Lazy<>(this::mergeUnits);
    this.unitVariables = new Lazy<>(this::findUnitVariables);
    this.proxies = new Lazy<>(() -> new DeviceProxies(this));
  }

  /** This device with a document in place of the one of the same path. */
  public Device with(Document changed) {
    DeviceParts parts = new DeviceParts();
    for (Document document : documents) {
      parts.add(document.path().equals(changed.path()) ? changed : document);
    }
    return new Device(name, declared, settings, settingsFiles, target, parts);
  }

  /** A name for people: that in the settings, else the folder of its files. */
  public String name() {
    return name;
  }

  /** Whether the settings list the files of this device. */
  public boolean isExplicit() {
    return declared.isPresent();
  }

  /** What the settings list for this device; empty when folders alone put it together. */
  public Optional<DeviceSettings> declared() {
    return declared;
  }

  /** Whether all files of the device are here, so that what is absent is missing. */
  public boolean companionsComplete() {
    return declared.filter(DeviceSettings::complete).isPresent();
  }

  /** The settings in force for the device. */
  public Settings settings() {
    return settings;
  }

  /** The files of {@link #settings}, the nearest first. */
  List<Document> settingsFiles() {
    return settingsFiles;
  }

  /** What the settings say about the proxy of this device. */
  public ProxySettings proxySettings() {
    return declared.map(device -> device.proxy().over(settings.proxy())).orElseGet(settings::proxy);
  }

  /** The device configuration; where the device is a single document, this may be a template. */
  public Optional<Document> config() {
    return config;
  }

  public Optional<DeviceConfig> deviceConfig() {
    return config.flatMap(Document::deviceConfig);
  }

  /** The deployment manifest or the template of one. */
  public Optional<Document> manifest() {
    return manifest;
  }

  public Optional<DeploymentManifest> deployment() {
    return manifest.flatMap(Document::manifest);
  }

  /** The layered deployments. */
  public List<Document> layers() {
    return layers;
  }

  /** The units and drop-ins. */
  public List<Document> units() {
    return units;
  }

  /** The {@code daemon.json}. */
  public Optional<Document> engineConfig() {
    return engineConfig;
  }

  /** All documents of the device; also files of daemons that were made from its configuration. */
  public List<Document> documents() {
    return documents;
  }

  /** A unit with all its drop-ins; empty where the device has no file for it. */
  public Optional<EffectiveUnit> unit(DaemonUnit unit) {
    return Optional.ofNullable(effectiveUnits.get().get(unit));
  }

  /** The document of a variable that an {@link EffectiveUnit} of this device has. */
  public Optional<Document> documentOf(EnvVariable unitVariable) {
    return Optional.ofNullable(unitVariables.get().get(unitVariable));
  }

  private Map<DaemonUnit, EffectiveUnit> mergeUnits() {
    Map<DaemonUnit, List<UnitFile>> files = new EnumMap<>(DaemonUnit.class);
    for (Document document : units) {
      UnitFile file = document.unit().orElseThrow();
      file.unit().ifPresent(unit -> files.computeIfAbsent(unit, u -> new ArrayList<>()).add(file));
    }
    Map<DaemonUnit, EffectiveUnit> merged = new EnumMap<>(DaemonUnit.class);
    files.forEach((unit, ofUnit) -> merged.put(unit, EffectiveUnit.of(ofUnit)));
    return merged;
  }

  private IdentityHashMap<EnvVariable, Document> findUnitVariables() {
    IdentityHashMap<EnvVariable, Document> found = new IdentityHashMap<>();
    for (Document document : units) {
      for (EnvVariable variable : document.unit().orElseThrow().assignments()) {
        found.put(variable, document);
      }
    }
    return found;
  }

  /** What is known about the version of its daemons. */
  public TargetVersion targetVersion() {
    Optional<RuntimeTrain> stated =
        declared
            .flatMap(DeviceSettings::version)
            .or(settings::version)
            .map(Setting::value)
            .or(() -> target);
    return TargetVersion.of(stated, deviceConfig());
  }

  /** Whether the device sits behind a proxy. */
  public ProxyIntent proxyIntent() {
    return proxies.get().intent();
  }

  /**
   * The addresses for {@code https} traffic at each place of the device that has one, in the order
   * of {@link io.github.edgelint.iotedge.ProxyPlace}. The unit of the engine and its {@code
   * daemon.json} are places of their own.
   */
  public List<ProxyEvidence> httpsProxies() {
    return proxies.get().https();
  }

  /** The address that the others are measured by, and that fixes copy: the first known one. */
  public Optional<ProxyEvidence> referenceProxy() {
    return proxies.get().reference();
  }

  /** The content of {@code daemon.json}. */
  public Optional<EngineConfig> engine() {
    return engineConfig.flatMap(Document::engineConfig);
  }

  @Override
  public String toString() {
    return name;
  }
}
