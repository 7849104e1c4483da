package io.github.edgelint.rules.proxy;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.value.ReleaseData;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.schema.Spelling;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table {@code [agent]}: as soon as a part of it is there, three of its keys must be. Source:
 * Azure/iotedge:edgelet/edgelet-settings/src/base/module.rs and docker/config.rs.
 */
final class AgentTable {

  private static final NodePath NAME = NodePath.of("agent", "name");
  private static final NodePath TYPE = NodePath.of("agent", "type");
  static final NodePath IMAGE = NodePath.of("agent", "config", "image");
  private static final List<NodePath> REQUIRED = List.of(NAME, TYPE, IMAGE);

  /**
   * A header or key that makes the table active.
   *
   * @param shown as messages show it
   */
  record Part(String shown, TextRange range) {}

  private AgentTable() {}

  /** The required keys that are not there. */
  static List<NodePath> absent(DeviceConfig config) {
    return REQUIRED.stream().filter(path -> !config.get(steps(path)).isPresent()).toList();
  }

  /** The required keys that are not there, nor in other letter case, nor without a value yet. */
  static List<NodePath> missing(DeviceConfig config) {
    return absent(config).stream()
        .filter(path -> !isMisspelt(config, path) && !isBegun(config, path))
        .toList();
  }

  private static boolean isBegun(DeviceConfig config, NodePath path) {
    return config.get(steps(path.parent())) instanceof ObjectNode table
        && table.member(path.last()).isPresent();
  }

  private static boolean isMisspelt(DeviceConfig config, NodePath path) {
    for (NodePath table = path; table.length() > 0; table = table.parent()) {
      ConfigNode parent = config.get(steps(table.parent()));
      if (parent instanceof ObjectNode object && Spelling.other(object, table.last()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String[] steps(NodePath path) {
    return path.steps().toArray(String[]::new);
  }

  /** The first header that names the table or a part of it; else the first key that does. */
  static Part firstPart(ConfigTree tree, ObjectNode agent) {
    for (Section section : tree.sections()) {
      if (!section.header().isEmpty() && isPart(tree.pathOf(section.table()))) {
        return new Part(section.header().of(tree.text()), section.header());
      }
    }
    TextRange key = tree.memberOf(agent).map(member -> member.key().range()).orElse(agent.range());
    return new Part(key.of(tree.text()), key);
  }

  private static boolean isPart(NodePath path) {
    return path.startsWith("agent");
  }

  /** The comments of the stock file that hold these keys, the first one of each. */
  static List<CommentedToml.Entry> commented(DeviceConfig config, List<NodePath> keys) {
    List<CommentedToml.Entry> found = new ArrayList<>();
    for (NodePath key : keys) {
      config.comments().entries(steps(key)).stream().findFirst().ifPresent(found::add);
    }
    return found;
  }

  /**
   * The image that a new table gets: that of the stock line, else the one of the release train that
   * the device has, or the newest.
   */
  static String image(DeviceConfig config, Optional<RuntimeTrain> train) {
    return commented(config, List.of(IMAGE)).stream()
        .flatMap(entry -> entry.text().stream())
        .findFirst()
        .orElseGet(
            () -> {
              ReleaseData releases = ReleaseData.current();
              return releases.agentImage(train.orElseGet(releases::newest));
            });
  }

  /** What completes the table: the keys that are missing, with their values. */
  static List<TomlEditor.Wanted> completion(List<NodePath> missing, String image) {
    Map<NodePath, Map<String, NewValue>> byTable = new LinkedHashMap<>();
    for (NodePath key : missing) {
      String value =
          key.equals(NAME) ? ProxyPlace.EDGE_AGENT.label() : key.equals(TYPE) ? "docker" : image;
      byTable
          .computeIfAbsent(key.parent(), table -> new LinkedHashMap<>())
          .put(key.last(), NewValue.text(value));
    }
    List<TomlEditor.Wanted> wanted = new ArrayList<>();
    byTable.forEach((table, keys) -> wanted.add(new TomlEditor.Wanted(table.steps(), keys)));
    return wanted;
  }
}
