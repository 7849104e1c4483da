package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import java.util.List;
import java.util.Optional;

/** EDGE214: a proxy on localhost, which in a container is the container. */
final class ProxyHostLoopback extends ProxyAddressRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE214",
          "proxy-host-loopback",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  ProxyHostLoopback() {
    super(INFO, ProxyProblem.Kind.LOOPBACK_HOST);
  }

  @Override
  Optional<Finding> judge(ProxyValue value, ProxyProblem problem) {
    if (value.scope().filter(scope -> !scope.usesHostNetwork()).isEmpty()) {
      return Optional.empty();
    }
    Message message =
        Message.of(
            "`{host}` is the container itself, not the device; {component} finds no proxy there.",
            "host",
            value.url().host(),
            "component",
            value.component());
    Severity severity = value.reader() == ProxyReader.RUNTIME ? Severity.ERROR : Severity.WARNING;
    return Optional.of(
        finding(value, problem, severity, message)
            .withFix(
                Fix.placeholder(
                    "Enter an address reachable from containers",
                    value.document(),
                    () -> value.encode(List.of(new TextEdit(problem.range(), StandIns.HOST))))));
  }
}
