package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.value.NormalisedProxy;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * EDGE266: one proxy in two spellings, which {@code iotedge check} takes for two. Source:
 * Azure/iotedge:edgelet/iotedge/src/check/checks/proxy_settings.rs.
 */
final class ProxyTextDiffers implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE266", "proxy-text-differs", Severity.INFO, DEVICE_CONFIG, UNIT)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    List<ProxyEvidence> compared = compared(device);
    if (compared.size() < 2 || !new DeviceProxy(device).isComparable()) {
      return;
    }
    ProxyEvidence reference = compared.get(0);
    for (ProxyEvidence place : compared) {
      if (isSpeltDifferently(place, reference)) {
        context.report(finding(place, reference));
      }
    }
  }

  /** What the check looks at and sees, the one that others are measured by first. */
  private static List<ProxyEvidence> compared(Device device) {
    List<ProxyEvidence> compared = new ArrayList<>();
    for (ProxyPlace place :
        List.of(ProxyPlace.AGENT_ENV, ProxyPlace.IDENTITYD, ProxyPlace.EDGED, ProxyPlace.DOCKER)) {
      new DeviceProxy(device).at(place).filter(ProxyTextDiffers::isSeen).ifPresent(compared::add);
    }
    return compared;
  }

  private static boolean isSeen(ProxyEvidence place) {
    return place.isConcrete()
        && place.setting().orElseThrow().name().equals(ProxyVariable.HTTPS_PROXY.canonical())
        && place.url().orElseThrow().scheme().isPresent();
  }

  private static boolean isSpeltDifferently(ProxyEvidence a, ProxyEvidence b) {
    Optional<NormalisedProxy> one = ProxyValuesDiffer.normalised(a);
    return one.isPresent()
        && one.equals(ProxyValuesDiffer.normalised(b))
        && !a.url().equals(b.url());
  }

  private static Finding finding(ProxyEvidence place, ProxyEvidence reference) {
    Message message =
        Message.of(
            "This is the proxy of {place} written differently; `iotedge check` compares the text"
                + " and reports `proxy-settings`.",
            "place",
            DeviceProxy.name(reference));
    return DeviceProxy.related(
            Finding.of(INFO, place.document(), place.range(), message), reference)
        .withFix(ProxyValuesDiffer.use(reference, place, "Use the same text"));
  }
}
