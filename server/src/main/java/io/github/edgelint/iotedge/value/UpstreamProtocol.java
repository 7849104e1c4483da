package io.github.edgelint.iotedge.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How edgeAgent and edgeHub reach IoT Hub or their parent: the values of {@code UpstreamProtocol}.
 *
 * <p>Sources:
 * Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Core/UpstreamProtocol.cs (any
 * letter case, digits in this order), ports:
 * Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Service/Program.cs.
 */
public enum UpstreamProtocol {
  AMQP("Amqp", 5671),
  AMQP_WS("AmqpWs", 443),
  MQTT("Mqtt", 8883),
  MQTT_WS("MqttWs", 443);

  private final String canonical;
  private final int port;

  UpstreamProtocol(String canonical, int port) {
    this.canonical = canonical;
    this.port = port;
  }

  /**
   * What the runtime takes the text for; nothing when it ignores the text. Blanks at the ends do
   * not matter.
   */
  @SuppressWarnings("EnumOrdinal") // the runtime reads the number, too
  public static Optional<UpstreamProtocol> parse(String text) {
    String bare = text.strip();
    for (UpstreamProtocol protocol : values()) {
      if (protocol.canonical.equalsIgnoreCase(bare)
          || Integer.toString(protocol.ordinal()).equals(bare)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }

  /**
   * The protocol that a text was probably meant to be; also understands {@code amqp-ws} and {@code
   * MQTT over WebSocket}.
   */
  public static Optional<UpstreamProtocol> nearest(String text) {
    String letters =
        text.replaceAll("[^A-Za-z0-9]", "").replaceFirst("(?i)(over)?websockets?$|wss$", "Ws");
    return parse(letters)
        .or(() -> NearestName.of(letters, canonicalNames()).flatMap(UpstreamProtocol::parse));
  }

  public static List<String> canonicalNames() {
    return Arrays.stream(values()).map(UpstreamProtocol::canonical).toList();
  }

  /** The spelling of the documentation, which {@code iotedge check} compares letter by letter. */
  public String canonical() {
    return canonical;
  }

  /** TCP port of the service. */
  public int port() {
    return port;
  }

  /** Whether it runs over WebSockets; only then does the runtime use its proxy. */
  public boolean isWebSocket() {
    return this == AMQP_WS || this == MQTT_WS;
  }

  /** The same protocol over WebSockets. */
  public UpstreamProtocol overWebSocket() {
    return this == AMQP || this == AMQP_WS ? AMQP_WS : MQTT_WS;
  }
}
