package io.github.edgelint.iotedge.value;

import java.util.Arrays;
import java.util.List;

/**
 * Topics of the MQTT broker of edgeHub. Source:
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Edge.Hub.Core/config/BrokerConfigValidator.cs.
 */
public final class MqttTopic {

  private MqttTopic() {}

  /** Whether a text is a topic filter: wildcards fill whole levels, and {@code #} only the last. */
  public static boolean isFilter(String text) {
    List<String> levels = Arrays.asList(text.split("/", -1));
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      boolean wildcard = level.equals("+") || (level.equals("#") && i == levels.size() - 1);
      if (!wildcard && hasWildcard(level)) {
        return false;
      }
    }
    return !text.isEmpty() && text.indexOf('\0') < 0;
  }

  /** Whether a text can be put before a topic. */
  public static boolean isPrefix(String text) {
    return !hasWildcard(text);
  }

  private static boolean hasWildcard(String text) {
    return text.indexOf('+') >= 0 || text.indexOf('#') >= 0;
  }
}
