package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import java.util.List;
import java.util.Optional;

/** EDGE243: edgeAgent asks the network whether it is online, in a way that a proxy breaks. */
final class OfflineCheckMisused implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
              "EDGE243", "offline-check-misused", Severity.ERROR, DEVICE_CONFIG, MANIFEST, TEMPLATE)
          .acrossFiles();

  private static final String VARIABLE = "UseOfflineCheck";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    RuntimeScopes scopes = RuntimeScopes.of(device);
    for (ProxyScope scope : scopes.all()) {
      if (scope.place() != ProxyPlace.EDGE_HUB) {
        scope
            .environment()
            .variable(VARIABLE)
            .filter(OfflineCheckMisused::isOn)
            .flatMap(variable -> finding(scopes, scope, variable))
            .ifPresent(context::report);
      }
    }
  }

  private static boolean isOn(EnvVariable variable) {
    return variable.value().filter(value -> value.strip().equalsIgnoreCase("true")).isPresent();
  }

  private static Optional<Finding> finding(
      RuntimeScopes scopes, ProxyScope scope, EnvVariable variable) {
    if (!scopes.hasProtocol(scope)) {
      // A manifest alone does not show what edgeAgent brings along from the first start.
      boolean known = scopes.config().isPresent();
      return Optional.of(
          finding(
                  scope,
                  variable,
                  known ? Severity.ERROR : Severity.INFO,
                  known
                      ? "`UseOfflineCheck` needs an explicit `UpstreamProtocol`, otherwise edgeAgent"
                          + " refuses to start."
                      : "`UseOfflineCheck` needs an explicit `UpstreamProtocol`, which is not set"
                          + " here; unless `[agent.env]` of the device has it, edgeAgent refuses to"
                          + " start.")
              .withFix(RuntimeScopes.addProtocol(List.of(scope)))
              .withFix(removal(scope, variable)));
    }
    return scope.httpsProxy().isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding(
                    scope,
                    variable,
                    Severity.WARNING,
                    "`UseOfflineCheck` dials IoT Hub directly, so behind a proxy edgeAgent takes"
                        + " itself for offline and stops reporting.")
                .withFix(removal(scope, variable)));
  }

  private static Finding finding(
      ProxyScope scope, EnvVariable variable, Severity severity, String message) {
    return Finding.of(INFO, scope.document(), variable.nameRange(), Message.of(message))
        .withSeverity(severity);
  }

  private static Fix removal(ProxyScope scope, EnvVariable variable) {
    return Fix.unsafe(
        "Remove `UseOfflineCheck`",
        scope.document(),
        () -> new EnvironmentEditor(scope).remove(variable));
  }
}
