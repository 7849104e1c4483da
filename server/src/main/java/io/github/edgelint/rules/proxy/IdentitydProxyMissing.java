package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.Optional;

/**
 * EDGE261: aziot-identityd has no proxy. Since 1.2 it is the process that calls DPS and IoT Hub.
 * Source: Azure/iot-identity-service:identity/aziot-identityd/src/lib.rs.
 */
final class IdentitydProxyMissing implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE261", "identityd-proxy-missing", Severity.ERROR, UNIT, DEVICE_CONFIG)
          .acrossFiles()
          .ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    DeviceProxy proxy = new DeviceProxy(device);
    if (!proxy.isExpected() || proxy.mayHaveProxy(DaemonUnit.IDENTITYD)) {
      return;
    }
    Optional<ProxyEvidence> ofUnit =
        proxy.ofUnit(DaemonUnit.EDGED, DaemonUnit.DOCKER, DaemonUnit.CERTD);
    boolean sure = device.companionsComplete() || hasIotUnit(device);
    if (ofUnit.isPresent()) {
      context.report(finding(device, ofUnit.get(), sure ? Severity.ERROR : Severity.WARNING));
    } else if (device.companionsComplete()) {
      proxy
          .evidence(ProxyPlace.AGENT_ENV)
          .ifPresent(found -> context.report(finding(device, found, Severity.ERROR)));
    }
  }

  private static boolean hasIotUnit(Device device) {
    return device.units().stream()
        .flatMap(document -> document.unit().stream())
        .flatMap((UnitFile file) -> file.unit().stream())
        .anyMatch(unit -> unit != DaemonUnit.DOCKER);
  }

  private static Finding finding(Device device, ProxyEvidence evidence, Severity severity) {
    Message message =
        Message.of(
            "aziot-identityd has no proxy although {evidence} has; it is the process that talks to"
                + " DPS and IoT Hub, so the device cannot provision.",
            "evidence",
            DeviceProxy.name(evidence));
    return Finding.of(INFO, evidence.document(), evidence.range(), message)
        .withSeverity(severity)
        .withFix(new ProxyDropIn(device, DaemonUnit.IDENTITYD).fix());
  }
}
