package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.Map;

/** EDGE223: a proxy for plain HTTP only, which is not what reaches IoT Hub. */
final class HttpProxyOnly implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE223",
          "runtime-http-proxy-only",
          Severity.ERROR,
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
    for (ProxyScope scope : ProxyScope.inDevice(document, context.device())) {
      if (reachesHub(scope)) {
        scope
            .otherProxy()
            .filter(
                variable ->
                    scope.holds(variable)
                        && !scope.meansHttpsProxy()
                        && !scope.hasHiddenEnvironment(context.device()))
            .ifPresent(variable -> context.report(finding(scope, variable)));
      }
    }
  }

  private static boolean reachesHub(ProxyScope scope) {
    return scope.isRuntime()
        || scope.place() == ProxyPlace.IDENTITYD
        || scope.place() == ProxyPlace.CERTD;
  }

  private static Finding finding(ProxyScope scope, EnvVariable variable) {
    Message message =
        Message.of(
            "{component} reads only `https_proxy`; with `{name}` alone it goes to {destination}"
                + " directly.",
            "component",
            scope.component(),
            "name",
            variable.name(),
            "destination",
            scope.place() == ProxyPlace.CERTD ? "the EST server" : "IoT Hub");
    return Finding.of(INFO, scope.document(), variable.nameRange(), message)
        .withFix(
            Fix.unsafe(
                "Add `https_proxy` with the same URL",
                scope.document(),
                () ->
                    new EnvironmentEditor(scope)
                        .add(
                            Map.of(
                                ProxyVariable.HTTPS_PROXY.canonical(),
                                variable.value().orElse("")))));
  }
}
