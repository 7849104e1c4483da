package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.value.ProxyReader;

/**
 * The places of a device that can hold a proxy, the one that others are measured by first. Whose
 * rules apply to the value is {@link #reader}.
 */
public enum ProxyPlace {
  AGENT_ENV("[agent.env]", ProxyReader.RUNTIME),
  EDGE_AGENT("edgeAgent", ProxyReader.RUNTIME),
  EDGE_HUB("edgeHub", ProxyReader.RUNTIME),
  IDENTITYD("aziot-identityd", ProxyReader.DAEMON),
  EDGED("aziot-edged", ProxyReader.DAEMON),
  DOCKER("docker", ProxyReader.ENGINE),
  DAEMON_JSON("daemon.json", ProxyReader.ENGINE),
  CERTD("aziot-certd", ProxyReader.DAEMON),
  MODULE("module", ProxyReader.MODULE),
  /** A unit whose service reads no proxy. */
  OTHER_UNIT("unit", ProxyReader.MODULE);

  private final String label;
  private final ProxyReader reader;

  ProxyPlace(String label, ProxyReader reader) {
    this.label = label;
    this.reader = reader;
  }

  /** The place in messages; for {@link #MODULE} the name of the module is better. */
  public String label() {
    return label;
  }

  public ProxyReader reader() {
    return reader;
  }
}
