package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.value.ProxyProblem;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import java.util.Optional;

/** EDGE201: {@code https://} in front of the proxy. */
final class ProxyOverTls extends ProxyAddressRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE201",
          "proxy-url-https",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED,
          UNIT);

  /** Its .NET 8 is the first that speaks TLS to a proxy (Azure/iotedge:CHANGELOG.md, 1.5.0). */
  private static final RuntimeTrain FIRST_WITH_TLS = new RuntimeTrain(1, 5);

  ProxyOverTls() {
    super(INFO, ProxyProblem.Kind.HTTPS_SCHEME);
  }

  @Override
  Optional<Finding> judge(ProxyValue value, ProxyProblem problem) {
    boolean refused =
        value.reader() == ProxyReader.RUNTIME
            && value
                .scope()
                .flatMap(ProxyScope::imageTrain)
                .filter(train -> train.isOlderThan(FIRST_WITH_TLS))
                .isPresent();
    Message message =
        Message.of(
            "`{proxy}` makes {component} speak TLS to the proxy itself{refusal}; the `https` in"
                + " `{variable}` names the traffic, and the runtime should reach the proxy by"
                + " `http://`.",
            "proxy",
            value.masked(),
            "component",
            value.component(),
            "refusal",
            refused
                ? ", which images up to 1.4 refuse, so " + value.component() + " retries forever"
                : "",
            "variable",
            value.setting().name());
    return Optional.of(
        finding(value, problem, refused ? Severity.ERROR : Severity.WARNING, message)
            .withFix(
                Fix.unsafe(
                    "Change to `http://`",
                    value.document(),
                    () -> value.encode(problem.repair()))));
  }
}
