package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;

/** EDGE238: a proxy beside a protocol that never uses it. */
final class ProxyWithTcpProtocol implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
              "EDGE238",
              "proxy-with-tcp-protocol",
              Severity.ERROR,
              DEVICE_CONFIG,
              MANIFEST,
              TEMPLATE)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    Severity severity = device.proxySettings().isOnlyWay() ? Severity.ERROR : Severity.WARNING;
    for (ProxyScope place : RuntimeScopes.of(device).tcpBesideProxy()) {
      context.report(finding(place).withSeverity(severity));
    }
  }

  private static Finding finding(ProxyScope place) {
    EnvVariable variable = place.protocolVariable().orElseThrow();
    UpstreamProtocol protocol = place.protocol().orElseThrow();
    String better = protocol.overWebSocket().canonical();
    Message message =
        Message.of(
            "`UpstreamProtocol` is `{value}`: that connection goes straight to port {port} and"
                + " never uses the proxy; write `{better}`.",
            "value",
            variable.value().orElse(""),
            "port",
            protocol.port(),
            "better",
            better);
    return Finding.of(INFO, place.document(), variable.valueRange(), message)
        .withFix(
            Fix.unsafe(
                "Change to `" + better + "`",
                place.document(),
                () -> EnvironmentEditor.setValue(variable, better)));
  }
}
