package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.HostName;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * EDGE292: the proxy opens TLS, and the device does not know its certificate. Source:
 * Azure/iotedge:edge-util/src/Microsoft.Azure.Devices.Edge.Util/CertificateHelper.cs.
 */
final class InspectingProxyUnprepared implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE292", "inspecting-proxy-unprepared", Severity.WARNING, DEVICE_CONFIG)
          .acrossFiles();

  private static final String TRUST_BUNDLE = "trust_bundle_cert";

  private static final List<String> INSPECTING_DOMAINS =
      List.of("zscaler.net", "zscalerone.net", "zscalertwo.net", "zscalerthree.net", "zscloud.net");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    Optional<DeviceConfig> config = device.deviceConfig();
    Optional<ProxyEvidence> inspecting =
        device.httpsProxies().stream().filter(InspectingProxyUnprepared::isInspecting).findFirst();
    if (config.isEmpty() || (inspecting.isEmpty() && !device.proxySettings().doesInspectTls())) {
      return;
    }
    if (!hasTrustBundle(config.get().tree().root())) {
      Finding finding =
          finding(
              device,
              inspecting,
              "The proxy replaces TLS certificates, but `trust_bundle_cert` is not set, so"
                  + " edgeAgent and edgeHub reject every connection (aziot-identityd and the engine"
                  + " use the store of the operating system).");
      context.report(finding.withFix(addTrustBundle(device.config().orElseThrow())));
    }
    if (config.get().authentication().get("method").asText().filter("x509"::equals).isPresent()) {
      Finding finding =
          finding(
              device,
              inspecting,
              "A client certificate does not pass a TLS-inspecting proxy, so IoT Hub and DPS must"
                  + " be exempt from inspection.");
      context.report(finding.withSeverity(Severity.INFO));
    }
  }

  private static boolean isInspecting(ProxyEvidence place) {
    return place.isConcrete()
        && INSPECTING_DOMAINS.stream()
            .anyMatch(domain -> HostName.isIn(place.url().orElseThrow().host(), domain));
  }

  /** Whether the key is there, be it in the wrong table, which is a fault of its own. */
  // Depth is bounded by the parser.
  private static boolean hasTrustBundle(ConfigNode table) {
    for (Member member : table.members()) {
      if (member.name().equals(TRUST_BUNDLE) || hasTrustBundle(member.value())) {
        return true;
      }
    }
    return false;
  }

  private static Finding finding(Device device, Optional<ProxyEvidence> inspecting, String text) {
    Document document = device.config().orElseThrow();
    Finding finding =
        Finding.of(INFO, document, ConfigHeaders.of(document, "provisioning"), Message.of(text));
    return inspecting.map(proxy -> DeviceProxy.related(finding, proxy)).orElse(finding);
  }

  private static Fix addTrustBundle(Document config) {
    Map<String, NewValue> bundle = Map.of(TRUST_BUNDLE, NewValue.text("file:///" + StandIns.PATH));
    return Fix.placeholder(
        "Add `trust_bundle_cert`",
        config,
        () -> new TomlEditor(config.tree()).put(new TomlEditor.Wanted(List.of(), bundle)));
  }
}
