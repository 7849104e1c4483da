package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import java.util.Optional;

/** EDGE210: a percent sign in an address that starts no code. */
final class ProxyPercentSequence extends ProxyAddressRule {

  private static final RuleInfo INFO =
      everywhere("EDGE210", "proxy-percent-sequence", Severity.WARNING);

  ProxyPercentSequence() {
    super(INFO, ProxyProblem.Kind.BAD_PERCENT);
  }

  @Override
  Optional<Finding> judge(ProxyValue value, ProxyProblem problem) {
    Message message =
        Message.of(
            "A `%` in the credentials of `{name}` starts no valid percent code, and the"
                + " components disagree whether to keep it or to refuse the URL; write it as `%25`.",
            "name", value.setting().name());
    return Optional.of(
        finding(value, problem, Severity.WARNING, message)
            .withFix(
                Fix.safe("Write `%25`", value.document(), () -> value.encode(problem.repair()))));
  }
}
