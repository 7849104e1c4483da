package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.HostLists;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.UrlMention;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.List;
import java.util.Optional;

/**
 * EDGE264: certificates come by EST from outside, and aziot-certd has no proxy. Source:
 * Azure/iot-identity-service:cert/aziot-certd/src/est.rs.
 */
final class CertdProxyMissing implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE264", "certd-proxy-missing", Severity.WARNING, DEVICE_CONFIG)
          .acrossFiles()
          .ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    DeviceProxy proxy = new DeviceProxy(device);
    if (!proxy.isExpected() || proxy.mayHaveProxy(DaemonUnit.CERTD)) {
      return;
    }
    Optional<ProxyEvidence> identityd = proxy.ofUnit(DaemonUnit.IDENTITYD);
    if (identityd.isEmpty() && !device.companionsComplete()) {
      return;
    }
    for (ScalarNode url : device.deviceConfig().map(DeviceConfig::estServers).orElse(List.of())) {
      for (UrlMention server : UrlMention.in(url.text())) {
        boolean known = Placeholders.isConcrete(url.text(), Placeholders.Place.VALUE);
        if (known && HostLists.isExternal(server.host())) {
          context.report(finding(device, url, server, identityd));
          return; // one drop-in serves all servers
        }
      }
    }
  }

  private static Finding finding(
      Device device, ScalarNode url, UrlMention server, Optional<ProxyEvidence> identityd) {
    Message message =
        Message.of(
            "Certificates come from `{host}` by EST, but aziot-certd has no proxy; enrolment and"
                + " renewal go out directly.",
            "host",
            server.host());
    Finding finding = Finding.of(INFO, device.config().orElseThrow(), url.range(), message);
    return identityd
        .map(evidence -> DeviceProxy.related(finding, evidence))
        .orElse(finding)
        .withFix(new ProxyDropIn(device, DaemonUnit.CERTD).fix());
  }
}
