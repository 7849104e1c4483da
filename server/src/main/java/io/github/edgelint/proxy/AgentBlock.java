package io.github.edgelint.proxy;

import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.ReleaseData;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tables of {@code [agent]} once their proxy is gone. In the stock file they are a menu of
 * comments, and become comments again where they say no more than what holds without them.
 */
final class AgentBlock {

  private final Device device;
  private final Document document;
  private final DeviceConfig config;
  private final ConfigTree tree;

  /** The device has a configuration. */
  AgentBlock(Device device) {
    this.device = device;
    this.document = device.config().orElseThrow();
    this.config = document.deviceConfig().orElseThrow();
    this.tree = document.tree();
  }

  /** Whether comments beside the tables offer further keys of them. */
  boolean isMenu() {
    for (CommentedToml.Item item : CommentedToml.of(tree).items()) {
      if (item instanceof CommentedToml.Entry entry && entry.path().get(0).equals("agent")) {
        return true;
      }
    }
    return false;
  }

  /** Makes comments of tables that say nothing; removes them where there is no menu. */
  List<DocumentEdit> tidied() {
    ConfigNode agent = config.get("agent");
    ConfigNode env = config.get("agent", "env");
    if (env.isPresent() && env.members().isEmpty() && isMenu()) {
      return commented(List.of(header("agent", "env")));
    }
    if (env.isPresent() || !isDefault(agent)) {
      return List.of();
    }
    if (!isMenu()) {
      return isImageOfSet()
          ? config
              .member("agent")
              .map(member -> DeviceEnvironments.removeTable(document, member))
              .orElse(List.of())
          : List.of();
    }
    List<TextRange> lines = new ArrayList<>(List.of(header("agent"), header("agent", "config")));
    agent.members().stream()
        .filter(member -> !member.name().equals("config"))
        .map(Member::range)
        .forEach(lines::add);
    config.get("agent", "config").members().stream().map(Member::range).forEach(lines::add);
    return commented(lines);
  }

  /** The lines as comments; none where one of them is not there. */
  List<DocumentEdit> commented(List<TextRange> lines) {
    List<TextEdit> edits = new ArrayList<>();
    for (TextRange line : lines) {
      if (line.isEmpty()) {
        return List.of();
      }
      edits.addAll(new TomlEditor(tree).commentOut(line));
    }
    return DeviceEnvironments.edit(document, edits);
  }

  private boolean isDefault(ConfigNode agent) {
    return names(agent).equals(Set.of("name", "type", "config"))
        && names(agent.get("config")).equals(Set.of("image"))
        && agent.get("name").asText().filter("edgeAgent"::equals).isPresent()
        && agent.get("type").asText().filter("docker"::equals).isPresent();
  }

  /** Whether the image is the one that is written where no file names any. */
  private boolean isImageOfSet() {
    ReleaseData releases = ReleaseData.current();
    RuntimeTrain train =
        device
            .targetVersion()
            .train()
            .filter(known -> device.targetVersion().isKnown())
            .orElse(releases.newest());
    String image = releases.agentImage(train);
    return config.agentImage().filter(found -> found.text().equals(image)).isPresent();
  }

  private static Set<String> names(ConfigNode node) {
    return Set.copyOf(node.members().stream().map(Member::name).toList());
  }

  private TextRange header(String... path) {
    for (Section section : tree.sections()) {
      if (!section.header().isEmpty()
          && tree.pathOf(section.table()).steps().equals(List.of(path))) {
        return section.header();
      }
    }
    return TextRange.at(0);
  }
}
