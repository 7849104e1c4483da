package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.stream.Collectors;

/** EDGE228: a part of {@code [agent]} without the keys that make the table complete. */
final class AgentTableIncomplete implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE228", "agent-table-incomplete", Severity.ERROR, DEVICE_CONFIG).ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    DeviceConfig config = document.deviceConfig().orElseThrow();
    if (config.agent() instanceof ObjectNode agent) {
      List<NodePath> missing = AgentTable.missing(config);
      if (!missing.isEmpty()) {
        context.report(finding(document, AgentTable.firstPart(document.tree(), agent), missing));
      }
    }
  }

  private static Finding finding(Document document, AgentTable.Part part, List<NodePath> missing) {
    List<CommentedToml.Entry> commented = AgentTable.commented(document.tree(), missing);
    Message message =
        Message.of(
            "`{part}` is active, but {missing} {are} {how}; `iotedge config apply` refuses the file"
                + " with `missing field`.",
            "part",
            part.shown(),
            "missing",
            list(missing),
            "are",
            missing.size() == 1 ? "is" : "are",
            "how",
            commented.size() == missing.size() ? "still commented out" : "not there");
    Finding finding = Finding.of(INFO, document, part.range(), message);
    for (CommentedToml.Entry entry : commented) {
      finding = finding.relatedTo(document, entry.range(), "still a comment");
    }
    return commented.isEmpty()
        ? finding
        : finding.withFix(
            Fix.safe(
                "Uncomment the stock `[agent]` lines",
                document,
                () -> AgentTable.uncomment(document.tree(), missing)));
  }

  private static String list(List<NodePath> keys) {
    return keys.stream().map(key -> "`" + key.toDotted() + "`").collect(Collectors.joining(", "));
  }
}
