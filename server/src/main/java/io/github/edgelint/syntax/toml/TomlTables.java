package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.toml.OpenTable.OpenArray;
import io.github.edgelint.syntax.toml.OpenTable.Origin;
import io.github.edgelint.syntax.toml.OpenTable.Slot;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts keys and tables where they belong and watches that nothing is defined twice.
 *
 * <p>What is defined again becomes a second member of that name, and later lines add to the second:
 * so two whole blocks of which one should have stayed a comment are one mistake, not five.
 */
final class TomlTables {

  private final List<SyntaxProblem> problems;
  private final OpenTable document = OpenTable.document();

  TomlTables(List<SyntaxProblem> problems) {
    this.problems = problems;
  }

  OpenTable document() {
    return document;
  }

  /** The table that the lines below {@code [path]} fill. */
  OpenTable table(List<Key> path, TextRange header) {
    if (isTooDeep(document, path, header)) {
      return OpenTable.at(1, Origin.HEADER, header);
    }
    OpenTable parent = holder(path, header);
    Key key = path.get(path.size() - 1);
    Slot known = parent.find(key.name());
    if (known != null
        && known.content() instanceof OpenTable table
        && table.origin() == Origin.LONGER_HEADER) {
      known.promote(key, header);
      return table;
    }
    if (known != null) {
      twice(path, path.size(), header, known);
    }
    OpenTable table = OpenTable.at(parent.depth() + 1, Origin.HEADER, header);
    parent.add(key, table);
    return table;
  }

  /** The table that the lines below {@code [[path]]} fill. */
  OpenTable element(List<Key> path, TextRange header) {
    if (isTooDeep(document, path, header)) {
      return OpenTable.at(1, Origin.GIVEN, header);
    }
    OpenTable parent = holder(path, header);
    Key key = path.get(path.size() - 1);
    Slot known = parent.find(key.name());
    OpenTable element = OpenTable.at(parent.depth() + 2, Origin.GIVEN, header);
    if (known != null && known.content() instanceof OpenArray array) {
      array.elements().add(element);
      return element;
    }
    if (known != null) {
      twice(path, path.size(), header, known);
    }
    parent.add(key, new OpenArray(new ArrayList<>(List.of(element))));
    return element;
  }

  /**
   * Adds a key, dotted or not, with its value to the table that it stands in.
   *
   * @param complete whether all of it is typed and understood; else a clash is no mistake
   */
  void entry(OpenTable in, List<Key> path, ConfigNode value, boolean complete) {
    OpenTable table = in;
    for (int i = 0; i < path.size() - 1; i++) {
      table = dotted(table, path, i, complete);
    }
    Key key = path.get(path.size() - 1);
    Slot known = complete ? table.find(key.name()) : null;
    if (known != null) {
      twice(path, path.size(), between(path, path.size()), known);
    }
    table.add(key, new OpenTable.Value(value));
  }

  /** Whether a path leads too deep, which is reported. */
  boolean isTooDeep(OpenTable in, List<Key> path, TextRange where) {
    // An element of an array of tables lies two steps deep.
    if (in.depth() + path.size() + 1 <= ConfigTree.MAX_DEPTH) {
      return false;
    }
    String reason = "tables nest deeper than " + ConfigTree.MAX_DEPTH;
    problems.add(SyntaxProblem.of(Kind.TOO_DEEP, where, reason));
    return true;
  }

  /** The table that holds the last key of a header. */
  private OpenTable holder(List<Key> path, TextRange header) {
    OpenTable table = document;
    for (int i = 0; i < path.size() - 1; i++) {
      Key key = path.get(i);
      Slot known = table.find(key.name());
      if (known != null && known.content() instanceof OpenTable next) {
        table = next;
      } else if (known != null && known.content() instanceof OpenArray array) {
        table = array.elements().get(array.elements().size() - 1);
      } else {
        if (known != null) {
          twice(path, i + 1, header, known);
        }
        OpenTable next = OpenTable.at(table.depth() + 1, Origin.LONGER_HEADER, key.range());
        table.add(key, next);
        table = next;
      }
    }
    return table;
  }

  private OpenTable dotted(OpenTable table, List<Key> path, int index, boolean complete) {
    Key key = path.get(index);
    Slot known = table.find(key.name());
    if (known != null
        && known.content() instanceof OpenTable next
        && (next.origin() == Origin.DOTTED_KEY || next.origin() == Origin.LONGER_HEADER)) {
      return next;
    }
    if (known != null && complete) {
      twice(path, index + 1, between(path, index + 1), known);
    }
    OpenTable next = OpenTable.at(table.depth() + 1, Origin.DOTTED_KEY, key.range());
    table.add(key, next);
    return next;
  }

  private static TextRange between(List<Key> path, int parts) {
    return path.get(0).range().union(path.get(parts - 1).range());
  }

  private void twice(List<Key> path, int parts, TextRange range, Slot earlier) {
    String name = TomlText.path(path.subList(0, parts).stream().map(Key::name).toList());
    problems.add(
        SyntaxProblem.of(Kind.TOML_DEFINED_TWICE, range, name).relatedTo(earlier.definedAt()));
  }
}
