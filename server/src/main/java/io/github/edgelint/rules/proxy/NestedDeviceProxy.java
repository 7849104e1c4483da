package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * EDGE290: a nested device calls its parent through a proxy, without exception.
 *
 * <p>Source: Azure/iot-identity-service:identity/aziot-cloud-client-async/src/hub/mod.rs.
 */
final class NestedDeviceProxy implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE290", "nested-device-proxy", Severity.WARNING, DEVICE_CONFIG).acrossFiles();

  private static final List<ProxyPlace> CALLERS =
      List.of(
          ProxyPlace.AGENT_ENV, ProxyPlace.EDGE_AGENT, ProxyPlace.EDGE_HUB, ProxyPlace.IDENTITYD);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    Optional<ScalarNode> parent =
        device
            .deviceConfig()
            .flatMap(DeviceConfig::parentHostname)
            .filter(name -> !name.text().isBlank());
    if (parent.isEmpty()
        || !device.proxyIntent().isYes()
        || device.proxySettings().doesReachParent()) {
      return;
    }
    DeviceProxy proxy = new DeviceProxy(device);
    Set<String> components = new LinkedHashSet<>();
    List<ProxyEvidence> proxies = new ArrayList<>();
    for (ProxyPlace place : CALLERS) {
      proxy
          .at(place)
          .ifPresent(
              found -> {
                components.add(ProxyScope.component(place, ""));
                proxies.add(found);
              });
    }
    if (!proxies.isEmpty()) {
      Document document = device.config().orElseThrow();
      SettingsEdit settings = SettingsEdit.of(context.snapshot(), document);
      context.report(
          finding(document, parent.get(), List.copyOf(components), proxies)
              .withFix(
                  Fix.across(
                      "Declare `proxy.reaches-parent = true`",
                      Applicability.UNSAFE,
                      () -> settings.proxy("reaches-parent"))));
    }
  }

  private static Finding finding(
      Document document, ScalarNode parent, List<String> components, List<ProxyEvidence> proxies) {
    Message message =
        Message.of(
            "With `parent_hostname` set, {components} {call} `{parent}` through the proxy, and"
                + " nothing can exempt the parent; this works only if the proxy reaches it.",
            "components",
            listed(components),
            "call",
            components.size() == 1 ? "calls" : "call",
            "parent",
            parent.text());
    Finding finding = Finding.of(INFO, document, parent.range(), message);
    for (ProxyEvidence proxy : proxies) {
      finding = DeviceProxy.related(finding, proxy);
    }
    return finding;
  }

  private static String listed(List<String> components) {
    int last = components.size() - 1;
    return last == 0
        ? components.get(0)
        : String.join(", ", components.subList(0, last)) + " and " + components.get(last);
  }
}
