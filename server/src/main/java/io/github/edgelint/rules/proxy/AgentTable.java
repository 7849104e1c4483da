package io.github.edgelint.rules.proxy;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The table {@code [agent]}: as soon as a part of it is there, three of its keys must be. Source:
 * Azure/iotedge:edgelet/edgelet-settings/src/base/module.rs and docker/config.rs.
 */
final class AgentTable {

  private static final List<NodePath> REQUIRED =
      List.of(
          NodePath.of("agent", "name"),
          NodePath.of("agent", "type"),
          NodePath.of("agent", "config", "image"));

  /**
   * A header or key that makes the table active.
   *
   * @param shown as messages show it
   */
  record Part(String shown, TextRange range) {}

  private AgentTable() {}

  /** The required keys that are not there. */
  static List<NodePath> missing(DeviceConfig config) {
    List<NodePath> missing = new ArrayList<>();
    for (NodePath path : REQUIRED) {
      if (!config.get(steps(path)).isPresent()) {
        missing.add(path);
      }
    }
    return missing;
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
  static List<CommentedToml.Entry> commented(ConfigTree tree, List<NodePath> keys) {
    CommentedToml comments = CommentedToml.of(tree);
    List<CommentedToml.Entry> found = new ArrayList<>();
    for (NodePath key : keys) {
      comments.entries(steps(key)).stream().findFirst().ifPresent(found::add);
    }
    return found;
  }

  /**
   * Makes the comments active that hold the missing keys, and the headers they need; empty where
   * the file has no such comments, or would not be whole with them.
   */
  static List<TextEdit> uncomment(ConfigTree tree, List<NodePath> missing) {
    CommentedToml comments = CommentedToml.of(tree);
    Set<CommentedToml.Item> items = new LinkedHashSet<>();
    for (NodePath key : missing) {
      for (CommentedToml.Entry entry : comments.entries(steps(key))) {
        Optional<List<CommentedToml.Item>> needed = withHeader(tree, comments, entry);
        if (needed.isPresent()) {
          items.addAll(needed.get());
          break;
        }
      }
    }
    List<TextEdit> edits = new ArrayList<>();
    items.forEach(item -> edits.addAll(item.uncomment()));
    ConfigTree after = TomlParser.parse(SourceText.of(TextEdit.apply(tree.text(), edits)));
    boolean whole =
        missing(DeviceConfig.of(after)).isEmpty()
            && after.problems().size() <= tree.problems().size();
    return whole ? edits : List.of();
  }

  /** The entry, with the header above it where that is a comment, too. */
  private static Optional<List<CommentedToml.Item>> withHeader(
      ConfigTree tree, CommentedToml comments, CommentedToml.Entry entry) {
    String[] table = entry.table().toArray(String[]::new);
    for (CommentedToml.Block block : comments.blocks(table)) {
      if (block.entries().contains(entry)) {
        boolean possible = block.isFree() && !hasHeader(tree, entry.table());
        return possible ? Optional.of(List.of(block.header(), entry)) : Optional.empty();
      }
    }
    return Optional.of(List.of(entry));
  }

  private static boolean hasHeader(ConfigTree tree, List<String> table) {
    return tree.sections().stream()
        .anyMatch(
            section ->
                !section.header().isEmpty() && tree.pathOf(section.table()).steps().equals(table));
  }
}
