package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import java.util.Optional;

/** EDGE202: a kind of proxy that the reader cannot use, or the address of a proxy script. */
final class ProxyUnsupported extends ProxyAddressRule {

  private static final RuleInfo INFO =
      everywhere("EDGE202", "proxy-url-unsupported", Severity.ERROR);

  ProxyUnsupported() {
    super(INFO, ProxyProblem.Kind.UNSUPPORTED_SCHEME, ProxyProblem.Kind.PROXY_SCRIPT);
  }

  @Override
  Optional<Finding> judge(ProxyValue value, ProxyProblem problem) {
    boolean script = problem.kind() == ProxyProblem.Kind.PROXY_SCRIPT;
    String subject = script ? value.masked() : value.url().scheme().orElse("");
    Message message =
        Message.of(
            script
                ? "`{proxy}` is a proxy script; {component} sends an ordinary HTTP CONNECT to it"
                      + " and every request fails: write host and port of the proxy itself."
                : "`{scheme}` is no proxy scheme that {component} supports; it sends an ordinary"
                      + " HTTP CONNECT there and every request fails.",
            script ? "proxy" : "scheme",
            subject,
            "component",
            value.component());
    return Optional.of(
        finding(value, problem, value.severityOfUseless(), message)
            .withFix(
                Fix.placeholder(
                    "Enter host and port of the proxy",
                    StandIns.URL,
                    value.document(),
                    () -> value.replace(StandIns.URL))));
  }
}
