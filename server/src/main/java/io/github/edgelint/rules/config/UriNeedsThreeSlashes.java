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

/** EDGE321: {@code file://var/…} or {@code unix://var/…}, which name a host called {@code var}. */
final class UriNeedsThreeSlashes extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE321", "uri-needs-three-slashes", Severity.ERROR, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (UriSetting setting : UriSetting.of(document, config, context)) {
      Optional<ConfigUri.Problem> problem =
          setting.problem().filter(found -> found.kind() == ConfigUri.Kind.TWO_SLASHES);
      if (problem.isPresent() && setting.isRead(document)) {
        context.report(finding(document, setting, problem.get()));
      }
    }
  }

  private static Finding finding(Document document, UriSetting setting, ConfigUri.Problem problem) {
    Message message =
        Message.of(
            "`{scheme}://{host}/…` makes `{host}` a host name; {consequence}.",
            "scheme",
            setting.uri().scheme().orElse(""),
            "host",
            setting.uri().authorityRange().map(range -> range.of(setting.uri().text())).orElse(""),
            "consequence",
            setting.consequence(true));
    return Finding.of(INFO, document, setting.range(problem.range()), message)
        .about(setting.value().range())
        .withFix(Fix.safe("Write three slashes", document, () -> setting.repair(document)));
  }
}
