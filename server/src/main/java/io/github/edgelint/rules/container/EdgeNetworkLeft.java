package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE611: a module that leaves the network on which edgeHub is found. */
final class EdgeNetworkLeft implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE611", "edge-network-left", Severity.WARNING, MANIFEST, TEMPLATE, LAYERED)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final String DEFAULT = "azure-iot-edge";

  @Override
  public void check(Device device, RuleContext context) {
    List<Document> manifests = new ArrayList<>(device.layers());
    device.manifest().ifPresent(manifests::add);
    String network = device.deviceConfig().map(EdgeNetworkLeft::networkOf).orElse(DEFAULT);
    for (Document manifest : manifests) {
      for (Container container : Container.of(manifest, context)) {
        check(container, network, context);
      }
    }
  }

  private static String networkOf(DeviceConfig config) {
    ConfigNode network = config.mobyRuntime().get("network");
    return network.asText().or(() -> network.get("name").asText()).orElse(DEFAULT);
  }

  private static void check(Container container, String network, RuleContext context) {
    Optional<Member> endpoints = container.options().member("NetworkingConfig", "EndpointsConfig");
    if (endpoints.isEmpty() || !(endpoints.get().value() instanceof ObjectNode networks)) {
      return;
    }
    boolean empty = networks.members().isEmpty();
    for (Member member : networks.members()) {
      if (member.name().equals("host")
          || member.name().equals(network)
          || container.isUnknown(member.name())) {
        return;
      }
    }
    if (!empty) {
      context.report(
          Finding.of(
                  INFO,
                  container.document(),
                  container.file(endpoints.get().key().range()),
                  Message.of(
                      "With its own `EndpointsConfig` {module} is not attached to `{network}` and"
                          + " cannot resolve `edgeHub`.",
                      "module",
                      container.owner(),
                      "network",
                      network))
              .withFix(
                  container.fix(
                      "Add `" + network + "`",
                      Applicability.UNSAFE,
                      () -> container.editor().insert(networks, network, NewValue.literal("{}")))));
    }
  }
}
