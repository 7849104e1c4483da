package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.ConfigUri;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE323: a {@code pkcs11:} URI that names no token, or a slot that is no decimal number. */
final class Pkcs11UriInvalid extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE323", "pkcs11-uri-invalid", Severity.ERROR, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (UriSetting setting : UriSetting.ofKeys(document, config, context)) {
      Optional<ConfigUri.Problem> problem =
          setting
              .problem()
              .filter(
                  found ->
                      found.kind() == ConfigUri.Kind.NO_SLOT_OR_TOKEN
                          || found.kind() == ConfigUri.Kind.SLOT_NOT_DECIMAL);
      if (problem.isPresent() && setting.isRead(document)) {
        context.report(finding(document, setting, problem.get()));
      }
    }
  }

  private static Finding finding(Document document, UriSetting setting, ConfigUri.Problem problem) {
    boolean slot = problem.kind() == ConfigUri.Kind.SLOT_NOT_DECIMAL;
    boolean blamesPin = slot && setting.check() == UriSetting.Check.WHOLE;
    Message message =
        Message.of(
            "The PKCS#11 URI of `{key}` {problem}; {consequence}{pin}.",
            "key",
            setting.key(),
            "problem",
            slot ? "has a slot that is not decimal" : "names no slot or token",
            "consequence",
            setting.consequence(true),
            "pin",
            blamesPin ? " and wrongly blames the PIN" : "");
    Finding finding =
        Finding.of(INFO, document, setting.range(problem.range()), message)
            .about(setting.value().range());
    if (problem.repair().isEmpty()) {
      return finding;
    }
    return finding.withFix(
        Fix.safe("Write the slot as decimal", document, () -> setting.repair(document)));
  }
}
