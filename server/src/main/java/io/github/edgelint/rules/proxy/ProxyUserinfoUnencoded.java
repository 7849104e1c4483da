package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** EDGE208: a character in user or password that ends the host, or cuts the password. */
final class ProxyUserinfoUnencoded extends ProxyAddressRule {

  private static final RuleInfo INFO =
      everywhere("EDGE208", "proxy-userinfo-unencoded", Severity.ERROR);

  ProxyUserinfoUnencoded() {
    super(
        INFO,
        ProxyProblem.Kind.RESERVED_IN_USERINFO,
        ProxyProblem.Kind.COLON_IN_PASSWORD,
        ProxyProblem.Kind.AT_IN_USERINFO);
  }

  @Override
  Optional<Finding> judge(ProxyValue value, ProxyProblem problem) {
    boolean atSign = problem.kind() == ProxyProblem.Kind.AT_IN_USERINFO;
    Severity severity = atSign ? Severity.WARNING : value.severityOfUseless();
    Message message = Message.of(template(problem.kind()), "component", value.component());
    Supplier<List<TextEdit>> edits = () -> value.encode(problem.repair());
    String title = "Percent-encode it";
    Fix fix =
        problem.kind() == ProxyProblem.Kind.RESERVED_IN_USERINFO
            ? Fix.unsafe(title, value.document(), edits)
            : Fix.safe(title, value.document(), edits);
    return Optional.of(finding(value, problem, severity, message).withFix(fix));
  }

  private static String template(ProxyProblem.Kind kind) {
    return switch (kind) {
      case COLON_IN_PASSWORD ->
          "{component} cuts the proxy password at its first colon; write the colon as `%3A`.";
      case AT_IN_USERINFO ->
          "An at sign stands unencoded in the proxy user or password, and not every reader looks"
              + " for the host behind the last one; write it as `%40`.";
      default ->
          "A reserved character stands unencoded in the proxy user or password, and {component}"
              + " ends the host there; write it percent-encoded.";
    };
  }
}
