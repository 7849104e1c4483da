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

/** EDGE206: an address that is no URL, for reasons that no other rule names. */
final class ProxyMalformed extends ProxyAddressRule {

  private static final RuleInfo INFO = everywhere("EDGE206", "proxy-url-malformed", Severity.ERROR);

  ProxyMalformed() {
    super(
        INFO,
        ProxyProblem.Kind.BAD_PORT,
        ProxyProblem.Kind.SURROUNDED,
        ProxyProblem.Kind.FORBIDDEN_CHARACTER,
        ProxyProblem.Kind.IPV6_WITHOUT_BRACKETS,
        ProxyProblem.Kind.BAD_IPV6,
        ProxyProblem.Kind.EMPTY_HOST);
  }

  @Override
  Optional<Finding> judge(ProxyValue value, ProxyProblem problem) {
    Message message =
        Message.of(
            "`{proxy}` is not a URL ({reason}); {consequence}.",
            "proxy",
            value.masked(),
            "reason",
            reason(problem.kind()),
            "consequence",
            value.consequence());
    return Optional.of(
        finding(value, problem, value.severityOfUseless(), message).withFix(fix(value, problem)));
  }

  private static String reason(ProxyProblem.Kind kind) {
    return switch (kind) {
      case BAD_PORT -> "its port is no number from 1 to 65535";
      case SURROUNDED -> "blanks or quotes around it are part of the value";
      case FORBIDDEN_CHARACTER ->
          "it holds a blank, quote, backslash, control character or a character outside ASCII";
      case IPV6_WITHOUT_BRACKETS -> "an IPv6 address needs brackets";
      case BAD_IPV6 -> "what stands in brackets is no IPv6 address";
      case EMPTY_HOST -> "it names no host";
      default -> throw new IllegalArgumentException(kind.name());
    };
  }

  private static Optional<Fix> fix(ProxyValue value, ProxyProblem problem) {
    Supplier<List<TextEdit>> edits = () -> value.encode(problem.repair());
    return switch (problem.kind()) {
      case SURROUNDED ->
          Optional.of(Fix.safe("Remove blanks and quotes at the ends", value.document(), edits));
      case IPV6_WITHOUT_BRACKETS ->
          Optional.of(Fix.unsafe("Put the address in brackets", value.document(), edits));
      default -> Optional.empty();
    };
  }
}
