package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import java.util.List;

/** EDGE241: the parts of one device use different protocols. */
final class UpstreamProtocolDiffers implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE241", "upstream-protocol-differs", Severity.INFO, MANIFEST, TEMPLATE)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    RuntimeScopes scopes = RuntimeScopes.of(device);
    List<ProxyScope> known =
        scopes.all().stream().filter(scope -> scope.protocol().isPresent()).toList();
    boolean anyProxy = known.stream().anyMatch(scope -> scope.httpsProxy().isPresent());
    if (known.size() < 2 || !anyProxy || !scopes.tcpBesideProxy().isEmpty()) {
      return;
    }
    ProxyScope reference = known.get(0);
    for (ProxyScope scope : known) {
      if (!scope.protocol().equals(reference.protocol())) {
        context.report(finding(scope, reference));
        return; // the last one follows the second, or is the next finding
      }
    }
  }

  private static Finding finding(ProxyScope scope, ProxyScope reference) {
    EnvVariable here = scope.protocolVariable().orElseThrow();
    EnvVariable there = reference.protocolVariable().orElseThrow();
    String other = reference.protocol().orElseThrow().canonical();
    Message message =
        Message.of(
            "`UpstreamProtocol` is `{a}` here but `{b}` in {place}; the parts of one device then"
                + " need different ports.",
            "a",
            here.value().orElse(""),
            "b",
            other,
            "place",
            reference.place().label());
    return Finding.of(INFO, scope.document(), here.valueRange(), message)
        .relatedTo(reference.document(), there.valueRange(), "the other protocol")
        .withFix(
            Fix.unsafe(
                "Use `" + other + "` here",
                scope.document(),
                () -> EnvironmentEditor.setValue(here, other)));
  }
}
