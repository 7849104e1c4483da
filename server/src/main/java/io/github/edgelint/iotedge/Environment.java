package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.text.Lazy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The environment that a process gets from the files: of several settings of one variable the one
 * that counts.
 *
 * <p>Names are compared as the process does: edgeAgent and edgeHub ignore letter case, all others
 * do not. A blank proxy counts as not set. Sources:
 * Azure/iotedge:edgelet/edgelet-docker/src/runtime.rs (create options win),
 * Azure/iot-identity-service:http-common/src/proxy.rs, golang/net:http/httpproxy/proxy.go.
 */
public final class Environment {

  private final ProxyPlace place;
  private final String owner;
  private final List<EnvVariable> settings;
  private final Map<String, EnvVariable> byName;
  private final List<EnvVariable> variables;
  private final Lazy<List<ProxySetting>> proxies = new Lazy<>(this::collectProxies);

  private Environment(
      ProxyPlace place, String owner, List<EnvVariable> settings, Map<String, EnvVariable> byName) {
    this.place = place;
    this.owner = owner;
    this.settings = List.copyOf(settings);
    this.byName = byName;
    this.variables = List.copyOf(byName.values());
  }

  /**
   * Merges settings.
   *
   * @param place whose environment it is
   * @param owner the name of that module, unit or table
   * @param settings all settings, the weakest first
   */
  static Environment of(ProxyPlace place, String owner, List<EnvVariable> settings) {
    boolean anyCase = place.reader() == ProxyReader.RUNTIME;
    Map<String, EnvVariable> byName = new LinkedHashMap<>();
    for (EnvVariable setting : settings) {
      String key = key(setting.name(), anyCase);
      EnvVariable earlier = byName.get(key);
      // Which of two spellings in one table the process takes is open; a proxy that may be set
      // counts as set.
      boolean loses =
          earlier != null
              && earlier.origin() == setting.origin()
              && !earlier.name().equals(setting.name())
              && setting.isBlank();
      if (!loses) {
        byName.remove(key);
        byName.put(key, setting);
      }
    }
    return new Environment(place, owner, settings, byName);
  }

  private static String key(String name, boolean anyCase) {
    return anyCase ? name.toLowerCase(Locale.ROOT) : name;
  }

  /** Whose environment it is. */
  public ProxyPlace place() {
    return place;
  }

  /** The module, unit or table, for messages. */
  public String owner() {
    return owner;
  }

  /** All settings, the weakest first, also those that another one overrides. */
  public List<EnvVariable> settings() {
    return settings;
  }

  /** The variables that count, in order of place; of several settings the last. */
  public List<EnvVariable> variables() {
    return variables;
  }

  /** The variable under this name, as the process compares names. */
  public Optional<EnvVariable> variable(String name) {
    return Optional.ofNullable(byName.get(key(name, place.reader() == ProxyReader.RUNTIME)));
  }

  /** The proxy variable that the process takes, blank or not. */
  public Optional<EnvVariable> assigned(ProxyVariable variable) {
    Optional<EnvVariable> lower = variable(variable.canonical());
    if (place.reader() == ProxyReader.RUNTIME) {
      return lower;
    }
    Optional<EnvVariable> upper = variable(variable.upperCase());
    return switch (place.reader()) {
      case DAEMON -> upper.or(() -> lower);
      case ENGINE -> upper.filter(found -> !found.isBlank()).or(() -> lower).or(() -> upper);
      default -> lower.filter(found -> !found.isBlank()).or(() -> upper).or(() -> lower);
    };
  }

  /** The proxy variable that the process takes, where it is not blank. */
  public Optional<EnvVariable> proxyVariable(ProxyVariable variable) {
    return assigned(variable).filter(found -> !found.isBlank());
  }

  /** The address that the process takes for this traffic; empty where it is not set or blank. */
  public Optional<ProxySetting> proxy(ProxyVariable variable) {
    return proxyVariable(variable).flatMap(found -> setting(variable, found));
  }

  /** The address for {@code https} traffic, the only one that edgeAgent and edgeHub read. */
  public Optional<ProxySetting> httpsProxy() {
    return proxy(ProxyVariable.HTTPS_PROXY);
  }

  /**
   * All proxy addresses that are not blank, in order of place, under names that some reader of this
   * kind takes; also those that another spelling hides.
   */
  public List<ProxySetting> proxies() {
    return proxies.get();
  }

  private List<ProxySetting> collectProxies() {
    List<ProxySetting> found = new ArrayList<>();
    for (EnvVariable candidate : byName.values()) {
      ProxyVariable variable =
          ProxyVariable.of(candidate.name(), place.reader())
              .filter(proxy -> proxy != ProxyVariable.NO_PROXY)
              .orElse(null);
      if (variable != null && !candidate.isBlank()) {
        setting(variable, candidate).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private Optional<ProxySetting> setting(ProxyVariable variable, EnvVariable found) {
    return found
        .text()
        .map(
            text -> ProxySetting.of(place, owner, variable, found.name(), found.nameRange(), text));
  }
}
