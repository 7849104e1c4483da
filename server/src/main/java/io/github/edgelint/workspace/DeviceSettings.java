package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One {@code [[device]]} of the settings.
 *
 * @param range its header, or the whole where there is none
 * @param complete whether no other file belongs to the device, so that what is absent is missing
 * @param proxy what is said about this device only
 */
public record DeviceSettings(
    DocPath file,
    TextRange range,
    Optional<Setting<String>> name,
    Optional<PathPattern> config,
    Optional<PathPattern> manifest,
    List<PathPattern> layers,
    List<PathPattern> units,
    Optional<PathPattern> daemonJson,
    boolean complete,
    Optional<Setting<RuntimeTrain>> version,
    ProxySettings proxy) {

  public DeviceSettings {
    layers = List.copyOf(layers);
    units = List.copyOf(units);
  }

  /** All paths and patterns of the device. */
  public List<PathPattern> patterns() {
    List<PathPattern> patterns = new ArrayList<>();
    config.ifPresent(patterns::add);
    manifest.ifPresent(patterns::add);
    patterns.addAll(layers);
    patterns.addAll(units);
    daemonJson.ifPresent(patterns::add);
    return patterns;
  }
}
