package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;

/** EDGE263: aziot-edged has no proxy, which disturbs nobody but {@code iotedge check}. */
final class EdgedProxyMissing implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE263", "edged-proxy-missing", Severity.INFO, UNIT).acrossFiles().ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    DeviceProxy proxy = new DeviceProxy(device);
    if (proxy.isExpected() && !proxy.mayHaveProxy(DaemonUnit.EDGED)) {
      proxy
          .ofUnit(DaemonUnit.IDENTITYD)
          .ifPresent(evidence -> context.report(finding(device, evidence)));
    }
  }

  private static Finding finding(Device device, ProxyEvidence evidence) {
    Message message =
        Message.of(
            "aziot-edged has no proxy; it needs none for its own work, but `iotedge check` compares"
                + " it and reports `proxy-settings`.");
    return Finding.of(INFO, evidence.document(), evidence.range(), message)
        .withFix(new ProxyDropIn(device, DaemonUnit.EDGED).fix());
  }
}
