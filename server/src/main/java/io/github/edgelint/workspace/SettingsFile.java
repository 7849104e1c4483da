package io.github.edgelint.workspace;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One {@code .edgelint.toml} as it is written. What does not fit its schema counts as absent. */
final class SettingsFile {

  private final DocPath path;
  private final ConfigTree tree;

  private SettingsFile(DocPath path, ConfigTree tree) {
    this.path = path;
    this.tree = tree;
  }

  static SettingsFile of(Document document) {
    return new SettingsFile(document.path(), document.tree());
  }

  /**
   * A file and those it extends, each once: a circle ends where it closes.
   *
   * @param files gives a file; nothing for one that is not there, or is none
   */
  static List<SettingsFile> chain(DocPath start, Function<DocPath, Optional<SettingsFile>> files) {
    List<SettingsFile> chain = new ArrayList<>();
    Set<DocPath> seen = new HashSet<>();
    Optional<SettingsFile> next = files.apply(start);
    while (next.isPresent() && seen.add(next.get().path)) {
      chain.add(next.get());
      next = next.get().extended().flatMap(files);
    }
    return chain;
  }

  DocPath path() {
    return path;
  }

  /** Whether the file cannot be relied on as a whole. */
  boolean isBroken() {
    return !tree.problems().isEmpty();
  }

  ConfigNode root() {
    return tree.root();
  }

  /** The settings file that gives what this one leaves open. */
  Optional<DocPath> extended() {
    return text(tree.root(), "extend")
        .flatMap(set -> path.parent().map(folder -> folder.resolve(set.value())));
  }

  // --- values, as far as they fit ----------------------------------------------------------

  Optional<Setting<Boolean>> flag(ConfigNode table, String key) {
    return table.get(key) instanceof ScalarNode value && value.type() == ScalarNode.Type.BOOLEAN
        ? Optional.of(new Setting<>(value.text().equals("true"), path, value.range()))
        : Optional.empty();
  }

  Optional<Setting<String>> text(ConfigNode table, String key) {
    return text(table.get(key));
  }

  private Optional<Setting<String>> text(ConfigNode node) {
    return node.asText().map(value -> new Setting<>(value, path, node.range()));
  }

  /** The strings of an array; empty where there is no array at all. */
  Optional<List<Setting<String>>> texts(ConfigNode table, String key) {
    if (!(table.get(key) instanceof ArrayNode array)) {
      return Optional.empty();
    }
    List<Setting<String>> texts = new ArrayList<>(array.items().size());
    for (ConfigNode item : array.items()) {
      text(item).ifPresent(texts::add);
    }
    return Optional.of(texts);
  }

  /** The tables of an array of tables. */
  List<ObjectNode> tables(ConfigNode table, String key) {
    List<ObjectNode> tables = new ArrayList<>();
    for (ConfigNode item : table.get(key).items()) {
      item.asObject().ifPresent(tables::add);
    }
    return tables;
  }
}
