package io.github.edgelint.workspace;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.SettingsProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One {@code .edgelint.toml} as it is written. What does not fit is kept as a problem and otherwise
 * treated as absent.
 */
final class SettingsFile {

  private final DocPath path;
  private final ConfigNode root;
  private final List<SettingsProblem> problems = new ArrayList<>();

  private SettingsFile(DocPath path, ConfigNode root) {
    this.path = path;
    this.root = root;
  }

  static SettingsFile of(DocPath path, ConfigTree tree) {
    SettingsFile file = new SettingsFile(path, tree.root());
    for (SyntaxProblem problem : tree.problems()) {
      file.add(Kind.SYNTAX, "", problem.range(), List.of(problem.detail()));
    }
    file.checkTable(tree.root(), SettingsShape.ROOT, "");
    return file;
  }

  DocPath path() {
    return path;
  }

  List<SettingsProblem> problems() {
    return List.copyOf(problems);
  }

  /** Whether the file cannot be relied on as a whole. */
  boolean isBroken() {
    for (SettingsProblem problem : problems) {
      if (problem.kind() == Kind.SYNTAX) {
        return true;
      }
    }
    return false;
  }

  ConfigNode root() {
    return root;
  }

  /** The settings file that gives what this one leaves open. */
  Optional<DocPath> extended() {
    return text(root, "extend")
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

  // --- check -------------------------------------------------------------------------------

  private void check(Member member, SettingsShape shape, String path) {
    ConfigNode value = member.value();
    if (value instanceof MissingNode) {
      return; // being typed, and reported as syntax
    }
    if (shape instanceof SettingsShape.Flag) {
      boolean fits = value.asScalar().filter(s -> s.type() == ScalarNode.Type.BOOLEAN).isPresent();
      expect(fits, "true or false", value, path);
    } else if (shape instanceof SettingsShape.Text text) {
      expect(value.asText().isPresent(), "a string", value, path);
      checkChoice(value, text.choices(), path);
    } else if (shape instanceof SettingsShape.Texts) {
      expect(value instanceof ArrayNode, "an array of strings", value, path);
      for (ConfigNode item : value.items()) {
        expect(item.asText().isPresent(), "a string", item, path);
      }
    } else if (shape instanceof SettingsShape.Table table) {
      expect(value instanceof ObjectNode, "a table", value, path);
      checkTable(value, table, path + ".");
    } else if (shape instanceof SettingsShape.Tables tables) {
      expect(value instanceof ArrayNode, "an array of tables", value, path);
      for (ConfigNode item : value.items()) {
        expect(item instanceof ObjectNode, "a table", item, path);
        checkTable(item, tables.each(), path + ".");
      }
    } else if (shape instanceof SettingsShape.Names names) {
      expect(value instanceof ObjectNode, "a table", value, path);
      for (Member named : value.members()) {
        check(named, names.each(), path + "." + named.name());
      }
    }
  }

  private void checkTable(ConfigNode table, SettingsShape.Table shape, String prefix) {
    Map<String, SettingsShape> keys = shape.keys();
    for (Member member : table.members()) {
      SettingsShape expected = keys.get(member.name());
      String path = prefix + member.name();
      if (expected == null) {
        add(
            Kind.UNKNOWN_KEY,
            path,
            member.key().range(),
            List.copyOf(new TreeSet<>(keys.keySet())));
      } else {
        check(member, expected, path);
      }
    }
  }

  private void checkChoice(ConfigNode value, List<String> choices, String path) {
    Optional<String> text = value.asText();
    if (!choices.isEmpty() && text.isPresent() && !choices.contains(text.get())) {
      add(Kind.VALUE_NOT_ALLOWED, path, value.range(), choices);
    }
  }

  private void expect(boolean fits, String type, ConfigNode value, String path) {
    if (!fits) {
      add(Kind.WRONG_TYPE, path, value.range(), List.of(type));
    }
  }

  private void add(Kind kind, String key, TextRange range, List<String> expected) {
    problems.add(new SettingsProblem(kind, key, range, expected));
  }
}
