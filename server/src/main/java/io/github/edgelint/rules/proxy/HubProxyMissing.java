package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.Optional;

/** EDGE253: edgeHub has no proxy on a device that sits behind one. */
final class HubProxyMissing implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE253", "hub-proxy-missing", Severity.ERROR, MANIFEST, TEMPLATE)
          .acrossFiles()
          .ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    DeviceProxy proxy = new DeviceProxy(device);
    Optional<ProxyEvidence> evidence =
        proxy.evidence(ProxyPlace.EDGE_AGENT).or(() -> proxy.evidence().stream().findFirst());
    Optional<ProxyScope> hub = RuntimeScopes.of(device).hub();
    if (evidence.isPresent() && hub.isPresent() && !hub.get().hasSomeProxy()) {
      context.report(finding(device, hub.get(), evidence.get()));
    }
  }

  private static Finding finding(Device device, ProxyScope hub, ProxyEvidence evidence) {
    Message message =
        Message.of(
            "edgeHub has no `https_proxy` although {evidence} has; edgeHub takes the proxy from"
                + " nowhere else and stays disconnected from IoT Hub.",
            "evidence",
            DeviceProxy.name(evidence));
    Finding finding =
        Finding.of(INFO, hub.document(), hub.module().orElseThrow().nameRange(), message)
            .about(hub.module().orElseThrow().member().range());
    return DeviceProxy.related(finding, evidence)
        .withFix(ProxyCopy.of(evidence, device, hub.document()).into(hub, Optional.empty()));
  }
}
