package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import java.util.Optional;

/** EDGE200: {@code proxy:3128} instead of {@code http://proxy:3128}. */
final class ProxyWithoutScheme extends ProxyAddressRule {

  private static final RuleInfo INFO = everywhere("EDGE200", "proxy-url-no-scheme", Severity.ERROR);

  ProxyWithoutScheme() {
    super(INFO, ProxyProblem.Kind.NO_SCHEME);
  }

  @Override
  Optional<Finding> judge(ProxyValue value, ProxyProblem problem) {
    ProxyUrl corrected = ProxyUrl.parse(value.url().withScheme());
    Severity severity =
        value.reader() == ProxyReader.ENGINE ? Severity.WARNING : value.severityOfUseless();
    Message message =
        Message.of(
            "`{proxy}` has no scheme: {consequence}; write `{corrected}`.",
            "proxy",
            value.masked(),
            "consequence",
            consequence(value),
            "corrected",
            corrected.masked());
    Finding finding = finding(value, problem, severity, message);
    boolean surrounded =
        value.url().problem(ProxyProblem.Kind.SURROUNDED, value.reader()).isPresent();
    return Optional.of(
        surrounded
            ? finding
            : finding.withFix(
                Fix.safe(
                    "Prefix `http://`", value.document(), () -> value.replace(corrected.text()))));
  }

  private static String consequence(ProxyValue value) {
    return switch (value.setting().place()) {
      case AGENT_ENV, EDGE_AGENT, EDGE_HUB ->
          value.component() + " stops at start or takes the host for a scheme";
      case IDENTITYD, CERTD -> value.component() + " does not start or fails every request";
      case DOCKER, DAEMON_JSON -> "only the container engine reads it as http";
      default -> value.consequence();
    };
  }
}
