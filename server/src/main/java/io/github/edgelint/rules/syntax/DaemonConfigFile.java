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

/** EDGE018: the file of a daemon, which `iotedge config apply` overwrites or knows nothing of. */
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
                generated
                    ? "This is the configuration of {daemon}, written by `iotedge config apply`, which"
                        + " overwrites manual edits; edit `/etc/aziot/config.toml` instead."
                    : "This file belongs to {daemon}, which merges it with the one that `iotedge config"
                        + " apply` makes of `/etc/aziot/config.toml`; edgelint does not check it.",
                "daemon",
                daemon(document.path()))));
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
