package io.github.edgelint.edit;

import io.github.edgelint.edit.TomlStatements.Statement;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.toml.TomlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the author of a TOML file writes, and new text in that manner. */
final class TomlStyle extends Layout {

  private static final String DEFAULT_UNIT = "  ";

  TomlStyle(ConfigTree tree) {
    super(tree);
  }

  /** A key with its value, in the manner of a table's other members. */
  String entry(ObjectNode table, String key, NewValue value) {
    return key(table, key) + equalsSign(table) + value(value, quoteIn(table));
  }

  /** A key with its value, with nothing to follow. */
  String newEntry(String key, NewValue value) {
    return TomlText.key(key) + " = " + value(value, Quote.DOUBLE);
  }

  /** A key in the manner of a table: in quotes where all others are. */
  private static String key(ObjectNode table, String name) {
    boolean quoted = !table.members().isEmpty();
    for (Member member : table.members()) {
      quoted &= member.key().quote() == Quote.DOUBLE;
    }
    return quoted ? '"' + TomlText.escape(name) + '"' : TomlText.key(name);
  }

  /** The equals sign with the blanks around it; signs that stand in a column are no model. */
  private String equalsSign(ObjectNode table) {
    for (Member member : table.members()) {
      int from = member.key().range().end();
      int to = member.value().range().start();
      if (to > from && to - from <= 3) {
        String between = text.substring(from, to);
        if (between.strip().equals("=") && !hasBreakIn(between)) {
          return between;
        }
      }
    }
    return " = ";
  }

  private static boolean hasBreakIn(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  private static Quote quoteIn(ObjectNode table) {
    for (Member member : table.members()) {
      Optional<ScalarNode> scalar = member.value().asScalar();
      if (scalar.isPresent() && scalar.get().type() == ScalarNode.Type.STRING) {
        return scalar.get().quote();
      }
    }
    return Quote.DOUBLE;
  }

  /**
   * A value on one line.
   *
   * @param quote the kind of quotes to use where the text allows it
   */
  String value(NewValue value, Quote quote) {
    if (value instanceof NewValue.Text text) {
      boolean single = quote == Quote.SINGLE && isLiteral(text.text());
      return single ? "'" + text.text() + "'" : TomlText.quote(text.text());
    }
    if (value instanceof NewValue.Literal literal) {
      return literal.text();
    }
    if (value instanceof NewValue.Members members) {
      List<String> written = new ArrayList<>();
      for (Map.Entry<String, NewValue> member : members.members().entrySet()) {
        written.add(TomlText.key(member.getKey()) + " = " + value(member.getValue(), quote));
      }
      String padding = written.isEmpty() ? "" : padding();
      return "{" + padding + String.join(", ", written) + padding + "}";
    }
    List<String> written = new ArrayList<>();
    for (NewValue item : ((NewValue.Items) value).items()) {
      written.add(value(item, quote));
    }
    return "[" + String.join(", ", written) + "]";
  }

  private static boolean isLiteral(String text) {
    return text.indexOf('\'') < 0 && text.chars().noneMatch(c -> c < ' ' || c == 0x7F);
  }

  /** What stands inside of the braces of inline tables. */
  String padding() {
    return padding(tree.root()).orElse(" ");
  }

  private Optional<String> padding(ConfigNode node) {
    boolean braces = node instanceof ObjectNode object && object.form() == ObjectNode.Form.BRACES;
    if (braces && !node.members().isEmpty() && !hasBreak(node.range())) {
      return Optional.of(isBlank(node.range().start() + 1) ? " " : "");
    }
    for (Member member : node.members()) {
      Optional<String> found = padding(member.value());
      if (found.isPresent()) {
        return found;
      }
    }
    for (ConfigNode item : node.items()) {
      Optional<String> found = padding(item);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** One step of indentation, as items of an array show it. */
  String unit(ConfigNode container) {
    String indent = indentAt(container.range().start());
    for (ConfigNode item : container.items()) {
      String inner = indentAt(item.range().start());
      if (isFirstOnLine(item.range().start()) && inner.startsWith(indent)) {
        return inner.substring(indent.length());
      }
    }
    return DEFAULT_UNIT;
  }

  /** Indentation of the entries below a header, shown by one of them or by the header. */
  String indent(Statement model) {
    return indentAt(model.range().start());
  }
}
