package io.github.edgelint.proxy;

import io.github.edgelint.proxy.ChecklistRow.Place;
import java.util.Locale;
import java.util.Optional;

/**
 * A host that a device must reach through the firewall.
 *
 * @param host a name in lower case; {@code *.} and a domain for any host in it
 * @param why what it is for, in a few words
 * @param place what names it; empty for what every device calls
 */
public record Destination(
    String host, int port, Protocol protocol, String why, Optional<Place> place) {

  /** What is spoken there. */
  public enum Protocol {
    HTTPS,
    HTTP,
    /** AMQP over TLS, which takes no proxy. */
    AMQPS,
    /** MQTT over TLS, which takes no proxy. */
    MQTTS;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an HTTP proxy can carry it as IoT Edge uses it. */
    public boolean isThroughProxy() {
      return this == HTTPS || this == HTTP;
    }
  }
}
