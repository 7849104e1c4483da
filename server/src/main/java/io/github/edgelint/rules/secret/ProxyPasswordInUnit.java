package io.github.edgelint.rules.secret;

import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.EffectiveUnit;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.UnitFile;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE801: a proxy password in a unit file. */
final class ProxyPasswordInUnit implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE801", "proxy-password-in-unit", Severity.INFO, UNIT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    Optional<UnitFile> unit = document.unit();
    if (unit.isEmpty()) {
      return;
    }
    EffectiveUnit alone = EffectiveUnit.of(List.of(unit.get()));
    for (ProxySetting setting : ProxyPasswords.in(alone.environment())) {
      context.report(
          Finding.of(
              INFO,
              document,
              ProxyPasswords.userinfoInFile(setting),
              Message.of(
                  "Every local user can read the password in this `{name}` with `systemctl show`;"
                      + " a proxy that knows the device by its address needs none.",
                  "name",
                  setting.name())));
    }
  }
}
