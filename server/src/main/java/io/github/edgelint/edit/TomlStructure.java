package io.github.edgelint.edit;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the values of a TOML file hang on the lines and braces that define them. */
final class TomlStructure {

  private final ConfigTree tree;
  private final String text;
  private final TomlStyle style;
  private final TomlStatements statements;

  TomlStructure(ConfigTree tree, TomlStyle style, TomlStatements statements) {
    this.tree = tree;
    this.text = tree.text();
    this.style = style;
    this.statements = statements;
  }

  List<TomlStatements.Statement> statements() {
    return statements.all();
  }

  /** The items of an array or the entries of an inline table. */
  Elements elements(ConfigNode container) {
    return new Elements(
        style,
        container.range(),
        elementRanges(container.range()),
        new Elements.Spacing(
            false,
            style.unit(container),
            container instanceof ObjectNode ? style.padding() : "",
            " ",
            true));
  }

  /** Whether a value has both of its brackets and nothing between them is in doubt. */
  boolean isWhole(ConfigNode container) {
    TextRange range = container.range();
    boolean closed = range.length() > 1 && "}]".indexOf(text.charAt(range.end() - 1)) >= 0;
    return closed && !tree.isDamaged(range);
  }

  /** What stands between two brackets, parted by commas. */
  List<TextRange> elementRanges(TextRange brackets) {
    Tokens tokens = tree.tokens();
    List<TextRange> found = new ArrayList<>();
    int depth = 0;
    int start = -1;
    int end = -1;
    for (int i = tokens.indexAt(brackets.start()) + 1; tokens.end(i) < brackets.end(); i++) {
      TokenKind kind = tokens.kind(i);
      if (kind == TokenKind.WHITESPACE
          || kind == TokenKind.LINE_BREAK
          || kind == TokenKind.COMMENT) {
        continue;
      }
      char c = kind == TokenKind.PUNCTUATION ? text.charAt(tokens.start(i)) : ' ';
      if (c == ',' && depth == 0 && start >= 0) {
        found.add(new TextRange(start, end));
        start = -1;
        continue;
      }
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      start = start < 0 ? tokens.start(i) : start;
      end = tokens.end(i);
    }
    if (start >= 0) {
      found.add(new TextRange(start, end));
    }
    return found;
  }

  /** The index of the element that holds a key, or -1. */
  int elementAt(ObjectNode inline, Key key) {
    List<TextRange> ranges = elementRanges(inline.range());
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).contains(key.range())) {
        return i;
      }
    }
    return -1;
  }

  /** The innermost inline table that holds a value. */
  Optional<ObjectNode> inlineAround(ConfigNode value) {
    Optional<ConfigNode> parent = tree.parentOf(value);
    while (parent.isPresent()) {
      if (parent.get() instanceof ObjectNode object) {
        if (object.form() == ObjectNode.Form.BRACES) {
          return Optional.of(object);
        }
        if (object.form() != ObjectNode.Form.IMPLICIT) {
          return Optional.empty();
        }
      }
      parent = tree.parentOf(parent.get());
    }
    return Optional.empty();
  }

  /** Whether an element of an array of tables holds a node, so that no header leads to it alone. */
  boolean isBelowElement(ConfigNode node) {
    Optional<ConfigNode> at = Optional.of(node);
    while (at.isPresent()) {
      if (at.get() instanceof ObjectNode object && object.form() == ObjectNode.Form.ELEMENT) {
        return true;
      }
      at = tree.parentOf(at.get());
    }
    return false;
  }

  /** Whether a node is another one or hangs on it. */
  boolean isWithin(ConfigNode node, ConfigNode outer) {
    Optional<ConfigNode> at = Optional.of(node);
    while (at.isPresent() && at.get() != outer) {
      at = tree.parentOf(at.get());
    }
    return at.isPresent();
  }

  /** Whether a value is a table that headers or dotted keys make. */
  static boolean isTable(ConfigNode value) {
    return value instanceof ObjectNode object
        ? object.form() != ObjectNode.Form.BRACES
        : value instanceof ArrayNode array && array.ofTables();
  }

  static boolean isDotted(Member member) {
    return member.value() instanceof ObjectNode object && object.form() == ObjectNode.Form.IMPLICIT;
  }

  /** The members with values of their own that hang on one. */
  static List<Member> leaves(Member member) {
    if (!isDotted(member)) {
      return List.of(member);
    }
    List<Member> found = new ArrayList<>();
    for (Member inner : member.value().members()) {
      found.addAll(leaves(inner));
    }
    return found;
  }

  /** The lines that define a member: entries, or sections with their headers. */
  List<TextRange> linesOf(Member member) {
    List<TextRange> found = new ArrayList<>();
    for (Member leaf : leaves(member)) {
      if (isTable(leaf.value())) {
        found.addAll(linesOf(leaf.value()));
      } else {
        statements.at(leaf.key().range().start()).ifPresent(s -> found.add(s.range()));
      }
    }
    return found;
  }

  /** The lines of a table with a header, and of all tables below it. */
  List<TextRange> linesOf(ConfigNode table) {
    List<TextRange> found = new ArrayList<>();
    for (Section section : tree.sections()) {
      if (isWithin(section.table(), table)) {
        found.add(section.table().range());
      }
    }
    return found;
  }

  /** The inline table whose braces a new key of a table would stand in. */
  Optional<ObjectNode> inlineFor(ObjectNode table) {
    return switch (table.form()) {
      case BRACES -> Optional.of(table);
      case IMPLICIT -> inlineAround(table);
      default -> Optional.empty();
    };
  }
}
