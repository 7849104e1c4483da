package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import java.util.List;

/** EDGE239: edgeAgent has a proxy, and tries another way first. */
final class AgentProxyWithoutWebSocket implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
              "EDGE239",
              "agent-proxy-without-websocket",
              Severity.INFO,
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
    RuntimeScopes scopes = RuntimeScopes.of(device);
    for (ProxyScope scope : scopes.all()) {
      if (scope.place() != ProxyPlace.EDGE_HUB && !scopes.hasProtocol(scope)) {
        scope.httpsProxy().ifPresent(proxy -> context.report(finding(scope, proxy)));
      }
    }
  }

  private static Finding finding(ProxyScope scope, EnvVariable proxy) {
    Message message =
        Message.of(
            "Without `UpstreamProtocol` edgeAgent first waits for AMQP on port 5671 to fail before"
                + " it uses the proxy.");
    return Finding.of(INFO, scope.document(), proxy.nameRange(), message)
        .withFix(RuntimeScopes.addProtocol(List.of(scope)));
  }
}
