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
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
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
    List<ProxyScope> others =
        known.stream().filter(scope -> !scope.protocol().equals(reference.protocol())).toList();
    if (!others.isEmpty()) {
      context.report(finding(others, reference));
    }
  }

  /** One finding at the first place that differs; its fix reaches all of them. */
  private static Finding finding(List<ProxyScope> others, ProxyScope reference) {
    Document document = others.get(0).document();
    EnvVariable here = others.get(0).protocolVariable().orElseThrow();
    EnvVariable there = reference.protocolVariable().orElseThrow();
    String wanted = reference.protocol().orElseThrow().canonical();
    Message message =
        Message.of(
            "`UpstreamProtocol` is `{a}` here but `{b}` in {place}; the parts of one device then"
                + " need different ports.",
            "a",
            here.value().orElse(""),
            "b",
            wanted,
            "place",
            reference.place().label());
    return Finding.of(INFO, document, here.valueRange(), message)
        .relatedTo(reference.document(), there.valueRange(), "the other protocol")
        .withFix(Fix.unsafe("Use `" + wanted + "` here", document, () -> set(others, wanted)));
  }

  private static List<TextEdit> set(List<ProxyScope> scopes, String protocol) {
    List<TextEdit> edits = new ArrayList<>();
    for (ProxyScope scope : scopes) {
      edits.addAll(EnvironmentEditor.setValue(scope.protocolVariable().orElseThrow(), protocol));
    }
    return edits;
  }
}
