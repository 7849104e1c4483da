package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code [agent]}: as soon as a part of it is there, three of its keys must be. Source:
 * Azure/iotedge:edgelet/edgelet-settings/src/base/module.rs and docker/config.rs.
 */
final class AgentTable {

  private static final List<String[]> REQUIRED =
      List.of(
          new String[] {"agent", "name"},
          new String[] {"agent", "type"},
          new String[] {"agent", "config", "image"});

  /**
   * A header or key that makes the table active.
   *
   * @param shown as messages show it
   */
  record Part(String shown, TextRange range) {}

  private AgentTable() {}

  /** The required keys that are not there, as dotted names. */
  static List<String> missing(DeviceConfig config) {
    List<String> missing = new ArrayList<>();
    for (String[] path : REQUIRED) {
      if (!config.get(path).isPresent()) {
        missing.add(String.join(".", path));
      }
    }
    return missing;
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
}
