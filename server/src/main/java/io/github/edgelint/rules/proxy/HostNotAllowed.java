package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;

import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** EDGE297: a host that the allow-list of the project does not have. */
final class HostNotAllowed implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE297", "fqdn-not-allowed", Severity.WARNING, DEVICE_CONFIG, MANIFEST)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    List<Setting<String>> allowed = device.settings().allowedHosts();
    if (allowed.isEmpty()) {
      return;
    }
    Set<String> told = new HashSet<>();
    for (CalledHost called : CalledHost.of(device)) {
      boolean isAllowed = allowed.stream().anyMatch(entry -> called.isAllowedBy(entry.value()));
      if (!isAllowed && told.add(called.host().toLowerCase(Locale.ROOT))) {
        context.report(finding(called, SettingsEdit.of(context.snapshot(), called.document())));
      }
    }
  }

  private static Finding finding(CalledHost called, SettingsEdit settings) {
    Message message =
        Message.of(
            "`{host}` ({purpose}) is not in the allow-list of this project; behind the filtering"
                + " proxy {damage}.",
            "host",
            called.host(),
            "purpose",
            called.purpose().label(),
            "damage",
            called.purpose().damage());
    return Finding.of(INFO, called.document(), called.range(), message)
        .withFix(
            Fix.across(
                "Append `" + called.host() + "` to `network.allow`",
                Applicability.UNSAFE,
                () -> settings.allow(called.host())));
  }
}
