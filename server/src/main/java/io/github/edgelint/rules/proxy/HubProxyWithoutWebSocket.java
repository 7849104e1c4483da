package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import java.util.ArrayList;
import java.util.List;

/** EDGE240: edgeHub has a proxy and no protocol that would use it. */
final class HubProxyWithoutWebSocket implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE240", "hub-proxy-without-websocket", Severity.ERROR, MANIFEST, TEMPLATE)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    RuntimeScopes scopes = RuntimeScopes.of(device);
    if (scopes.hub().isEmpty() || scopes.hasProtocol(scopes.hub().get())) {
      return;
    }
    ProxyScope hub = scopes.hub().get();
    hub.httpsProxy().ifPresent(proxy -> context.report(finding(scopes, hub, proxy)));
  }

  private static Finding finding(RuntimeScopes scopes, ProxyScope hub, EnvVariable proxy) {
    boolean known = scopes.config().isPresent();
    Message message =
        Message.of(
            "edgeHub gets no `UpstreamProtocol`, so it uses AMQP on port 5671, ignores the proxy"
                + " and has no fallback{unless}.",
            "unless",
            known ? "" : ", unless the config.toml of the device sets one");
    List<ProxyScope> lacking = new ArrayList<>(List.of(hub));
    scopes.agent().ifPresent(lacking::add);
    return Finding.of(INFO, hub.document(), proxy.nameRange(), message)
        .withSeverity(known ? Severity.ERROR : Severity.INFO)
        .withFix(RuntimeScopes.addProtocol(lacking));
  }
}
