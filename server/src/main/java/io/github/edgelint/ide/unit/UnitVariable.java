package io.github.edgelint.ide.unit;

import io.github.edgelint.iotedge.DaemonUnit;
import java.util.List;
import java.util.Optional;

/**
 * A variable that services of a device read from their environment.
 *
 * <p>Sources: golang/net:http/httpproxy/proxy.go (engine),
 * Azure/iot-identity-service:http-common/src/proxy.rs and aziotd/src/logging.rs (daemons).
 *
 * @param documentation what it does, in Markdown
 * @param values what it may be, the default first; examples where it may be anything
 */
record UnitVariable(String name, String documentation, List<String> values) {

  private static final String EXAMPLE = "http://proxy.example.com:3128";

  private static final List<UnitVariable> ENGINE =
      List.of(
          new UnitVariable(
              "HTTPS_PROXY",
              "Proxy for `https` registries, from which images are pulled, that of edgeAgent"
                  + " included. Wins over `https_proxy`; `daemon.json` wins over both.",
              List.of(EXAMPLE)),
          new UnitVariable(
              "HTTP_PROXY",
              "Proxy for registries that are reached by plain `http`.",
              List.of(EXAMPLE)),
          new UnitVariable(
              "NO_PROXY",
              "Hosts, domains and networks that are reached without the proxy, parted by commas.",
              List.of("localhost,127.0.0.0/8")),
          new UnitVariable(
              "https_proxy",
              "As `HTTPS_PROXY`, which wins. `iotedge check` looks for this spelling only.",
              List.of(EXAMPLE)));

  private static final UnitVariable DAEMON_PROXY =
      new UnitVariable(
          "https_proxy",
          "Proxy for all connections of this daemon; there is no `no_proxy`. `HTTPS_PROXY` works as"
              + " well and wins, but `iotedge check` looks for this spelling only. In user and"
              + " password every `%` is written `%%`.",
          List.of(EXAMPLE));

  private static final UnitVariable DAEMON_LOG =
      new UnitVariable(
          "AZIOT_LOG",
          "How much the daemon writes to the journal. Default: `info`. `iotedge system"
              + " set-log-level` sets it for all daemons.",
          List.of("info", "debug", "trace", "warn", "error"));

  /** The variables that a service reads, those that are set most first. */
  static List<UnitVariable> of(Optional<DaemonUnit> unit) {
    if (unit.isEmpty()) {
      return List.of();
    }
    return switch (unit.get()) {
      case DOCKER -> ENGINE;
      case EDGED, IDENTITYD, CERTD -> List.of(DAEMON_PROXY, DAEMON_LOG);
      case KEYD, TPMD -> List.of(DAEMON_LOG);
    };
  }

  static Optional<UnitVariable> of(Optional<DaemonUnit> unit, String name) {
    return of(unit).stream().filter(variable -> variable.name.equals(name)).findFirst();
  }
}
