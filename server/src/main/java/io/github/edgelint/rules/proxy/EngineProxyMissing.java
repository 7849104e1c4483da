package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.List;
import java.util.Optional;

/** EDGE262: the container engine, which pulls all images, has no proxy. */
final class EngineProxyMissing implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE262", "engine-proxy-missing", Severity.ERROR, UNIT, DEVICE_CONFIG)
          .acrossFiles()
          .ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    DeviceProxy proxy = new DeviceProxy(device);
    if (!proxy.isExpected() || proxy.mayEngineHaveProxy() || pullsFromParentOnly(proxy.images())) {
      return;
    }
    Optional<ProxyEvidence> evidence =
        proxy.ofUnit(DaemonUnit.IDENTITYD, DaemonUnit.EDGED, DaemonUnit.CERTD);
    if (evidence.isEmpty() && device.companionsComplete()) {
      evidence = proxy.evidence(ProxyPlace.AGENT_ENV);
    }
    evidence.ifPresent(found -> context.report(finding(device, found)));
  }

  private static boolean pullsFromParentOnly(List<ImageReference> images) {
    return !images.isEmpty() && images.stream().allMatch(ImageReference::isFromParent);
  }

  private static Finding finding(Device device, ProxyEvidence evidence) {
    Message message =
        Message.of(
            "No file of this device gives the container engine a proxy; it pulls all images itself,"
                + " also that of edgeAgent, and reads neither config.toml nor the manifest.");
    return Finding.of(INFO, evidence.document(), evidence.range(), message)
        .withSeverity(device.companionsComplete() ? Severity.ERROR : Severity.WARNING)
        .withFix(new ProxyDropIn(device, DaemonUnit.DOCKER).fix());
  }
}
