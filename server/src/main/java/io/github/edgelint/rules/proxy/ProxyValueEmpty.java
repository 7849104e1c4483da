package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** EDGE225: an empty {@code https_proxy}, which does not mean "no proxy" everywhere. */
final class ProxyValueEmpty implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE225", "proxy-value-empty", Severity.ERROR, DEVICE_CONFIG, UNIT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (ProxyScope scope : ProxyScope.inDevice(document, context.device())) {
      emptied(scope)
          .filter(variable -> variable.isBlank() && scope.holds(variable))
          .ifPresent(variable -> context.report(finding(scope, variable)));
    }
  }

  private static Optional<EnvVariable> emptied(ProxyScope scope) {
    return switch (scope.place()) {
      case IDENTITYD, CERTD -> scope.environment().assigned(ProxyVariable.HTTPS_PROXY);
      // `iotedge check` looks for this spelling only.
      case AGENT_ENV ->
          scope.environment().settings().stream()
              .filter(
                  variable ->
                      variable.origin() == EnvVariable.Origin.AGENT_ENV
                          && variable.name().equals(ProxyVariable.HTTPS_PROXY.canonical()))
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Finding finding(ProxyScope scope, EnvVariable variable) {
    boolean inUnit = scope.document().kind() == UNIT;
    Message message =
        Message.of(
            "An empty `{name}` does not switch the proxy off: {component} tries to parse it and"
                + " fails; remove the variable.",
            "name",
            variable.name(),
            "component",
            inUnit ? scope.component() : "`iotedge check`");
    // Without this one an earlier file would count again.
    boolean only =
        scope.environment().settings().stream()
                .filter(other -> ProxyVariable.ofAnyCase(other.name()).isPresent())
                .filter(other -> other.name().equalsIgnoreCase(variable.name()))
                .limit(2)
                .count()
            == 1;
    Supplier<List<TextEdit>> edits = () -> new EnvironmentEditor(scope).remove(variable);
    String title = "Remove the variable";
    return Finding.of(INFO, scope.document(), variable.range(), message)
        .withSeverity(inUnit ? Severity.ERROR : Severity.INFO)
        .withFix(
            only
                ? Fix.safe(title, scope.document(), edits)
                : Fix.unsafe(title, scope.document(), edits));
  }
}
