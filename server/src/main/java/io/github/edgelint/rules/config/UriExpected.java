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
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE320: a bare path or host name where a URI is read. */
final class UriExpected extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE320", "uri-expected", Severity.ERROR, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (UriSetting setting : UriSetting.of(document, config, context)) {
      boolean judged = !setting.value().text().isEmpty() || isForDevice(document);
      Optional<ConfigUri.Problem> problem = setting.problem();
      if (judged && problem.isPresent() && setting.isRead(document)) {
        what(setting, problem.get())
            .ifPresent(what -> context.report(finding(document, setting, problem.get(), what)));
      }
    }
  }

  private static Optional<String> what(UriSetting setting, ConfigUri.Problem problem) {
    return switch (problem.kind()) {
      case BARE_PATH -> Optional.of("the bare path");
      case WINDOWS_PATH -> Optional.of("the path of Windows");
      case BARE_NAME ->
          Optional.of(setting.value().text().isEmpty() ? "the empty text" : "the bare name");
      case NO_HOST -> Optional.of("an address without a host");
      case BAD_HOST -> Optional.of("what no host can be called");
      case BAD_PORT -> Optional.of("a port that is no number up to 65535");
      default -> Optional.empty();
    };
  }

  private static Finding finding(
      Document document, UriSetting setting, ConfigUri.Problem problem, String what) {
    boolean pair = setting.check() == UriSetting.Check.PAIR;
    Message message =
        Message.of(
            "`{key}` needs a URI{such}; {consequence}.",
            "key",
            setting.key(),
            "such",
            such(setting),
            "consequence",
            pair ? setting.consequence(false) : "`iotedge config apply` refuses " + what);
    Finding finding =
        Finding.of(INFO, document, range(setting, problem), message)
            .withSeverity(pair ? Severity.WARNING : Severity.ERROR);
    if (problem.repair().isEmpty()) {
      return finding;
    }
    return finding.withFix(
        Fix.safe("Prefix `" + prefix(setting) + "`", document, () -> setting.repair(document)));
  }

  private static TextRange range(UriSetting setting, ConfigUri.Problem problem) {
    return switch (problem.kind()) {
      case BAD_HOST, BAD_PORT -> setting.range(problem.range());
      default -> setting.value().range();
    };
  }

  private static String such(UriSetting setting) {
    return switch (setting.uri().role()) {
      case CERTIFICATE, KEY, FILE -> " such as `file:///…`";
      case CONNECT, LISTEN, ENGINE -> " such as `unix:///…`";
      case EST, ENDPOINT -> " such as `https://…`";
    };
  }

  private static String prefix(UriSetting setting) {
    return switch (setting.uri().role()) {
      case CERTIFICATE, KEY, FILE -> "file://";
      case CONNECT, LISTEN, ENGINE -> "unix://";
      case EST, ENDPOINT -> "https://";
    };
  }
}
