package io.github.edgelint.proxy;

import static io.github.edgelint.iotedge.value.ProxyVariable.HTTPS_PROXY;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.workspace.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code proxy-settings} of {@code iotedge check} compares: four texts, byte for byte. It sees
 * {@code https_proxy} in lower case only, and of a unit what {@code systemctl show} prints, cut at
 * blanks and equals signs. Sources: Azure/iotedge:edgelet/iotedge/src/check/mod.rs and
 * check/checks/proxy_settings.rs.
 *
 * @param values what it sees at each place; empty text where it sees nothing
 */
record SimulatedCheck(Map<String, String> values) {

  static SimulatedCheck of(Device device) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("edgeAgent", agent(device));
    values.put("aziot-edged", unit(device, DaemonUnit.EDGED));
    values.put("aziot-identityd", unit(device, DaemonUnit.IDENTITYD));
    values.put("moby", unit(device, DaemonUnit.DOCKER));
    return new SimulatedCheck(values);
  }

  private static String agent(Device device) {
    List<EnvVariable> env = device.deviceConfig().map(DeviceConfig::agentEnv).orElse(List.of());
    return exact(env).orElse("");
  }

  private static String unit(Device device, DaemonUnit unit) {
    String value =
        DeviceEnvironments.unit(device, unit)
            .flatMap(environment -> exact(environment.variables()))
            .orElse("");
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) == '=' || value.charAt(i) <= ' ') {
        return value.substring(0, i);
      }
    }
    return value;
  }

  private static Optional<String> exact(List<EnvVariable> variables) {
    return variables.stream()
        .filter(variable -> variable.name().equals(HTTPS_PROXY.canonical()))
        .findFirst()
        .flatMap(EnvVariable::value);
  }

  boolean isPassed() {
    return values.values().stream().distinct().count() == 1;
  }

  String sentence() {
    if (isPassed()) {
      return "proxy-settings: OK, all four places hold the same text.";
    }
    StringBuilder sentence =
        new StringBuilder("proxy-settings: warning, the proxy settings may need to be identical:");
    String separator = " ";
    for (Map.Entry<String, String> value : values.entrySet()) {
      String shown =
          value.getValue().isEmpty() ? "(empty)" : ProxyUrl.parse(value.getValue()).masked();
      sentence.append(separator).append(value.getKey()).append(" ").append(shown);
      separator = ", ";
    }
    return sentence.append('.').toString();
  }
}
