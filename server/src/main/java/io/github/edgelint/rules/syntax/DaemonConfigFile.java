package io.github.edgelint.rules.syntax;

import static io.github.edgelint.workspace.DocumentKind.DAEMON_FILE;
import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Document.Origin;

/** EDGE018: somebody edits the file of a daemon instead of the super-config. */
final class DaemonConfigFile implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE018", "daemon-config-file", Severity.INFO, DEVICE_CONFIG, DAEMON_FILE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    boolean asked = document.origin() == Origin.NAMED || document.origin() == Origin.OPENED;
    if (document.kind() != DAEMON_FILE || !asked) {
      return;
    }
    boolean generated =
        document.path().name().equals("00-super.toml")
            || document.source().text().contains("iotedge config apply");
    context.report(
        Finding.of(
            INFO,
            document,
            document.source().lines().line(0),
            Message.of(
                "This is the configuration of {daemon}, {what}; edit `/etc/aziot/config.toml`"
                    + " instead.",
                "daemon",
                daemon(document.path()),
                "what",
                generated
                    ? "written by `iotedge config apply`, which overwrites manual edits"
                    : "not the super-config")));
  }

  private static String daemon(DocPath path) {
    for (String part : path.value().split("/")) {
      switch (part) {
        case "keyd", "certd", "identityd", "tpmd", "edged" -> {
          return "aziot-" + part;
        }
        default -> {}
      }
    }
    return "a single daemon";
  }
}
