package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.UriRole;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE350: a certificate or key in a folder that the services cannot enter. */
final class CredentialFileLocation extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE350", "credential-file-location", Severity.WARNING, DEVICE_CONFIG);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    for (UriSetting setting : UriSetting.of(document, config, context)) {
      boolean credential =
          setting.uri().role() == UriRole.CERTIFICATE || setting.uri().role() == UriRole.KEY;
      Optional<String> path = setting.uri().filePath().filter(file -> credential);
      if (path.isPresent()) {
        boolean root = path.get().startsWith("/root/");
        if ((root || path.get().startsWith("/home/")) && setting.isRead(document)) {
          context.report(
              root
                  ? finding(document, setting, "/root", Severity.WARNING)
                  : finding(document, setting, home(path.get()), Severity.INFO));
        }
      }
    }
  }

  private static String home(String path) {
    int end = path.indexOf('/', "/home/".length());
    return end < 0 ? "/home" : path.substring(0, end);
  }

  private static Finding finding(
      Document document, UriSetting setting, String folder, Severity severity) {
    String text = setting.uri().text();
    int start = Math.max(0, text.indexOf(severity == Severity.WARNING ? "/root/" : "/home/"));
    Message message =
        Message.of(
            "{service} runs as `{user}` and {cannot} enter `{folder}`, so the file stays"
                + " unreadable.",
            "service",
            setting.reader(),
            "user",
            setting.uri().role() == UriRole.KEY ? "aziotks" : "aziotcs",
            "cannot",
            severity == Severity.WARNING ? "cannot" : "can usually not",
            "folder",
            folder);
    return Finding.of(INFO, document, setting.range(new TextRange(start, text.length())), message)
        .about(setting.value().range())
        .withSeverity(severity);
  }
}
