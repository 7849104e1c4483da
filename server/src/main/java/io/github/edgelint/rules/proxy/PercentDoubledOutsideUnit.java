package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import java.util.Optional;

/** EDGE271: {@code %%40}, the notation of unit files, in a file that is none. */
final class PercentDoubledOutsideUnit extends ProxyAddressRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE271",
          "percent-doubled-outside-unit",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED,
          ENGINE_CONFIG);

  PercentDoubledOutsideUnit() {
    super(INFO, ProxyProblem.Kind.DOUBLED_PERCENT);
  }

  @Override
  Optional<Finding> judge(ProxyValue value, ProxyProblem problem) {
    Message message =
        Message.of(
            "`%%` is notation of systemd, and nobody undoes it here, so that user or password of the"
                + " proxy are wrong; write a single `%`.");
    return Optional.of(
        finding(value, problem, Severity.ERROR, message)
            .withFix(
                Fix.safe(
                    "Write a single `%`", value.document(), () -> value.encode(problem.repair()))));
  }
}
