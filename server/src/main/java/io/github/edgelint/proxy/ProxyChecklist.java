package io.github.edgelint.proxy;

import static io.github.edgelint.iotedge.value.ProxyVariable.HTTPS_PROXY;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proxy of a device from end to end.
 *
 * @param behindProxy whether the device sits behind a proxy at all
 * @param reference the address that all are measured by, without user and password
 * @param rows one for each component, from the outside in
 * @param check what {@code iotedge check} will say about it, line by line
 */
public record ProxyChecklist(
    Device device,
    boolean behindProxy,
    Optional<String> reference,
    List<ChecklistRow> rows,
    List<String> check) {

  /**
   * The checks that open connections of their own past any proxy. Source:
   * Azure/iotedge:test/Microsoft.Azure.Devices.Edge.Test/IoTEdgeCheck.cs.
   */
  private static final List<String> NEVER_THROUGH_PROXY =
      List.of(
          "host-connect-iothub-amqp",
          "host-connect-iothub-mqtt",
          "container-default-connect-upstream-amqp",
          "container-default-connect-upstream-mqtt",
          "container-connect-upstream-amqp",
          "container-connect-upstream-mqtt");

  public ProxyChecklist {
    rows = List.copyOf(rows);
    check = List.copyOf(check);
  }

  /**
   * Looks at a device.
   *
   * @param analysis of a snapshot that holds the device
   */
  public static ProxyChecklist of(Device device, Analysis analysis) {
    boolean behindProxy = device.proxyIntent().isYes();
    List<String> check = new ArrayList<>();
    if (behindProxy) {
      check.add(SimulatedCheck.of(device).sentence());
      check.add(
          "The checks "
              + neverThroughProxy()
              + " go past any proxy and fail behind one; leave them out with --dont-run.");
    }
    return new ProxyChecklist(
        device,
        behindProxy,
        device.referenceProxy().flatMap(ProxyEvidence::url).map(url -> url.masked()),
        new ChecklistRows(device, analysis).all(),
        check);
  }

  /** Whether no component lacks what it needs. */
  public boolean isGood() {
    return rows.stream().noneMatch(row -> row.state().isBad());
  }

  static String neverThroughProxy() {
    return String.join(" ", NEVER_THROUGH_PROXY);
  }

  static String variable() {
    return HTTPS_PROXY.canonical();
  }
}
