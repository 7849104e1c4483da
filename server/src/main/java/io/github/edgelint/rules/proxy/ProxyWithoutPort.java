package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import java.util.List;
import java.util.Optional;

/** EDGE203: a proxy without a port. */
final class ProxyWithoutPort extends ProxyAddressRule {

  private static final RuleInfo INFO = everywhere("EDGE203", "proxy-url-no-port", Severity.WARNING);

  ProxyWithoutPort() {
    super(INFO, ProxyProblem.Kind.NO_PORT);
  }

  @Override
  Optional<Finding> judge(ProxyValue value, ProxyProblem problem) {
    Message message =
        Message.of(
            "`{proxy}` names no port, so {component} connects to port {port}; write the port of the"
                + " proxy, often 3128 or 8080.",
            "proxy",
            value.masked(),
            "component",
            value.component(),
            "port",
            value.url().defaultPort());
    return Optional.of(
        finding(value, problem, Severity.WARNING, message)
            .withFix(
                Fix.placeholder(
                    "Add the port",
                    value.document(),
                    () -> value.encode(List.of(portEdit(value.url()))))));
  }

  private static TextEdit portEdit(ProxyUrl url) {
    if (url.portRange().isPresent()) {
      return TextEdit.insert(url.portRange().get().start(), StandIns.PORT);
    }
    int end = url.hostRange().end();
    boolean bracketed = url.text().startsWith("]", end);
    return TextEdit.insert(bracketed ? end + 1 : end, ":" + StandIns.PORT);
  }
}
