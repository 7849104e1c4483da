package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.iotedge.value.ProxyReader;
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
    boolean byChance = !script && isSocksInDotNet(value);
    String template =
        script
            ? "`{proxy}` is a proxy script; {component} sends an ordinary HTTP CONNECT to it and"
                + " every request fails: write host and port of the proxy itself."
            : byChance
                ? "IoT Edge knows no `{scheme}` proxies: {component} may get through because of the"
                    + " .NET it runs on, the daemons of the device do not; use an HTTP proxy."
                : "`{scheme}` is no proxy scheme that {component} supports; it sends an ordinary"
                    + " HTTP CONNECT there and every request fails.";
    Message message =
        Message.of(
            template,
            script ? "proxy" : "scheme",
            script ? value.masked() : value.url().scheme().orElse(""),
            "component",
            value.component());
    Severity severity = byChance ? Severity.WARNING : value.severityOfUseless();
    return Optional.of(
        finding(value, problem, severity, message)
            .withFix(
                Fix.placeholder(
                    "Enter host and port of the proxy",
                    value.document(),
                    () -> value.replace(StandIns.URL))));
  }

  /** .NET 6 and later reach SOCKS proxies, which IoT Edge documents nowhere. */
  private static boolean isSocksInDotNet(ProxyValue value) {
    return value.reader() == ProxyReader.RUNTIME
        && value.url().scheme().filter(scheme -> scheme.startsWith("socks")).isPresent();
  }
}
