package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.schema.Misspelling;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
      List<NodePath> missing = missing(document, config, context);
      if (!missing.isEmpty()) {
        context.report(
            finding(document, config, agent, missing)
                .withFix(fix(document, missing, context.device())));
      }
    }
  }

  /** The required keys that are not there, nor in another spelling. */
  private static List<NodePath> missing(
      Document document, DeviceConfig config, RuleContext context) {
    return AgentTable.absent(config).stream()
        .filter(path -> !isOff(document, path, context))
        .toList();
  }

  private static boolean isOff(Document document, NodePath path, RuleContext context) {
    ConfigNode table = document.tree().root();
    for (String step : path.steps()) {
      if (table instanceof ObjectNode object
          && Misspelling.isOff(document, object, step, context)) {
        return true;
      }
      table = table.get(step);
    }
    return false;
  }

  private static Finding finding(
      Document document, DeviceConfig config, ObjectNode agent, List<NodePath> missing) {
    AgentTable.Part part = AgentTable.firstPart(document.tree(), agent);
    List<CommentedToml.Entry> commented = AgentTable.commented(config, missing);
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
    return finding;
  }

  private static Fix fix(Document document, List<NodePath> missing, Device device) {
    DeviceConfig config = document.deviceConfig().orElseThrow();
    Optional<RuntimeTrain> train = device.targetVersion().train();
    String image = AgentTable.image(config, train);
    Supplier<List<TextEdit>> edits =
        () -> new TomlEditor(document.tree()).put(AgentTable.completion(missing, image));
    if (AgentTable.commented(config, missing).size() == missing.size()) {
      return Fix.safe("Uncomment the stock `[agent]` lines", document, edits);
    }
    String title = "Insert the missing keys";
    boolean known = !missing.contains(AgentTable.IMAGE) || device.targetVersion().isKnown();
    return known ? Fix.safe(title, document, edits) : Fix.placeholder(title, document, edits);
  }

  private static String list(List<NodePath> keys) {
    return keys.stream().map(key -> "`" + key.toDotted() + "`").collect(Collectors.joining(", "));
  }
}
