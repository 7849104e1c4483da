package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;

/** EDGE232: a variable that has no say in how the runtime reaches IoT Hub. */
final class ProxyVariableNotHonoured implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE232",
          "proxy-variable-not-honoured",
          Severity.INFO,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED,
          UNIT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    for (ProxyScope scope : ProxyScope.of(document, context)) {
      if (scope.isRuntime() || scope.reader() == ProxyReader.DAEMON) {
        for (EnvVariable variable : scope.environment().variables()) {
          ProxyVariable.of(variable.name(), scope.reader())
              .filter(proxy -> !variable.isBlank() && isIdle(scope, proxy))
              .ifPresent(proxy -> context.report(finding(scope, variable, proxy)));
        }
      }
    }
  }

  private static boolean isIdle(ProxyScope scope, ProxyVariable proxy) {
    return switch (proxy) {
      case NO_PROXY -> true;
      case HTTPS_PROXY -> false;
      case HTTP_PROXY, ALL_PROXY -> scope.isRuntime() && scope.httpsProxy().isPresent();
    };
  }

  private static Finding finding(ProxyScope scope, EnvVariable variable, ProxyVariable proxy) {
    boolean scrape =
        proxy != ProxyVariable.NO_PROXY
            && (scope.place() == ProxyPlace.EDGE_AGENT || scope.place() == ProxyPlace.AGENT_ENV);
    Message message =
        Message.of(
            "{component} does not read `{name}` for its connection to IoT Hub or to a"
                + " parent{scrape}.",
            "component",
            scope.component(),
            "name",
            variable.name(),
            "scrape",
            scrape ? ", and it sends the local metrics scrape to the proxy" : "");
    return Finding.of(INFO, scope.document(), variable.nameRange(), message)
        .withFix(
            Fix.unsafe(
                "Remove `" + variable.name() + "`",
                scope.document(),
                () -> new EnvironmentEditor(scope).remove(variable)));
  }
}
