package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.value.UpstreamProtocol;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE236: a value of {@code UpstreamProtocol} that the runtime ignores. */
final class UpstreamProtocolUnknown implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE236",
          "upstream-protocol-unknown",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (ProxyScope scope : ProxyScope.of(document, context)) {
      if (scope.isRuntime()) {
        scope
            .protocolVariable()
            .filter(variable -> variable.isConcrete() && scope.protocol().isEmpty())
            .ifPresent(variable -> context.report(finding(scope, variable)));
      }
    }
  }

  private static Finding finding(ProxyScope scope, EnvVariable variable) {
    String value = variable.value().orElse("");
    Message message =
        Message.of(
            "`{value}` is not an upstream protocol and is ignored: edgeAgent tries AMQP before AMQP"
                + " over WebSockets, edgeHub uses AMQP on port 5671 only; write one of {known}.",
            "value",
            value,
            "known",
            "`" + String.join("`, `", UpstreamProtocol.canonicalNames()) + "`");
    Optional<Fix> fix =
        UpstreamProtocol.nearest(value)
            .map(UpstreamProtocol::canonical)
            .map(
                near ->
                    Fix.unsafe(
                        "Replace by `" + near + "`",
                        scope.document(),
                        () -> EnvironmentEditor.setValue(variable, near)));
    return Finding.of(INFO, scope.document(), variable.valueRange(), message)
        .withSeverity(scope.httpsProxy().isPresent() ? Severity.ERROR : Severity.WARNING)
        .withFix(fix);
  }
}
