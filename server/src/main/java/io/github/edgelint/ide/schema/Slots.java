package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** What surrounds the text that a completion puts in place. */
final class Slots {

  private final Cursor cursor;
  private final ConfigTree tree;
  private final String text;
  private final TextRange replaced;

  Slots(Cursor cursor) {
    this.cursor = cursor;
    this.tree = cursor.tree();
    this.text = tree.text();
    this.replaced = replaced(cursor);
  }

  /**
   * What goes: the token at the cursor. Of a text that lacks its closing quotation mark only what
   * is before the cursor, since the rest is no part of it.
   */
  TextRange replaced() {
    return replaced;
  }

  private static TextRange replaced(Cursor cursor) {
    TextRange token = cursor.token();
    String text = cursor.tree().text();
    boolean open =
        cursor.isQuoted()
            && (token.length() < 2
                || text.charAt(token.start()) != text.charAt(token.end() - 1)
                || (token.length() == 3 && text.charAt(token.start() + 1) == '"'));
    boolean lines = text.substring(token.start(), token.end()).indexOf('\n') >= 0;
    return open || lines ? new TextRange(token.start(), cursor.offset()) : token;
  }

  /** Whether something else stands here that a proposal would run into. */
  boolean isTaken() {
    if (!cursor.token().isEmpty()) {
      return false;
    }
    if (cursor.slot() == Cursor.Slot.VALUE) {
      return cursor.value().isPresent();
    }
    boolean behindDot = replaced.start() > 0 && text.charAt(replaced.start() - 1) == '.';
    boolean alone = hasCommas() || isFirstOnLine() || tree.language() == Language.JSON;
    return !behindDot && (cursor.hasSeparator() || !alone);
  }

  /** Whether the cursor is where commas part things: in JSON, in an inline table or an array. */
  boolean hasCommas() {
    ConfigNode container = cursor.container();
    return tree.language() == Language.JSON
        || container instanceof ArrayNode
        || (container instanceof ObjectNode object && object.form() == ObjectNode.Form.BRACES);
  }

  /** The comma that must follow, because something else does. */
  String commaBehind() {
    if (!hasCommas()) {
      return "";
    }
    int next = significantFrom(replaced.end());
    if (next < 0) {
      return "";
    }
    return switch (text.charAt(tree.tokens().start(next))) {
      case ',', '}', ']', ':', '=' -> "";
      default -> ",";
    };
  }

  /** The comma that is missing behind what stands before. */
  List<TextEdit> commaBefore() {
    if (!hasCommas()) {
      return List.of();
    }
    Tokens tokens = tree.tokens();
    int before = tokens.indexAt(replaced.start()) - 1;
    if (tokens.indexAt(replaced.start()) == tokens.size()) {
      before = tokens.size() - 1;
    } else if (tokens.start(before + 1) < replaced.start()) {
      before++;
    }
    while (before >= 0 && isTrivia(tokens.kind(before))) {
      before--;
    }
    if (before < 0 || "{[,:=".indexOf(text.charAt(tokens.end(before) - 1)) >= 0) {
      return List.of();
    }
    return List.of(TextEdit.insert(tokens.end(before), ","));
  }

  /** Whether the key is the first part of a dotted one. */
  boolean hasDotBehind() {
    return tree.language() == Language.TOML && text.startsWith(".", cursor.token().end());
  }

  /** Whether the key has all that it needs behind it. */
  boolean isFollowed() {
    return cursor.hasSeparator() || hasDotBehind();
  }

  /** Whether only blanks stand before the token on its line. */
  boolean isFirstOnLine() {
    int at = replaced.start();
    while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
      at--;
    }
    return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\uFEFF';
  }

  /** Whether nothing of the TOML table follows, so that a header may begin here. */
  boolean isEndOfSection() {
    int next = significantFrom(replaced.end());
    if (next < 0) {
      return true;
    }
    int start = tree.tokens().start(next);
    return tree.sectionAt(replaced.start())
        .map(Section::range)
        .filter(section -> start >= section.end())
        .isPresent();
  }

  private int significantFrom(int offset) {
    Tokens tokens = tree.tokens();
    int index = tokens.indexAt(offset);
    while (index < tokens.size()
        && (tokens.start(index) < offset || isTrivia(tokens.kind(index)))) {
      index++;
    }
    return index < tokens.size() ? index : -1;
  }

  private static boolean isTrivia(TokenKind kind) {
    return switch (kind) {
      case BYTE_ORDER_MARK, WHITESPACE, LINE_BREAK, COMMENT, CONTINUATION -> true;
      case PUNCTUATION, STRING, LITERAL, BARE_KEY, ERROR -> false;
    };
  }

  /**
   * Whether only longer headers name a TOML table, so that it may still get a header of its own.
   * One that dotted keys made may not. Depth is bounded by ConfigTree.MAX_DEPTH.
   */
  static boolean isOpen(ConfigNode node) {
    if (!(node instanceof ObjectNode table)) {
      return node instanceof ArrayNode array && array.ofTables();
    }
    return switch (table.form()) {
      case TABLE, ELEMENT -> true;
      case IMPLICIT -> table.members().stream().allMatch(member -> isOpen(member.value()));
      case DOCUMENT, BRACES, SECTION -> false;
    };
  }

  /** The name of a TOML table: its path without the indexes of arrays of tables. */
  List<String> tableName() {
    List<String> name = new ArrayList<>();
    ConfigNode node = tree.root();
    for (String step : cursor.path().steps()) {
      if (node instanceof ArrayNode array) {
        node = array.get(Integer.parseInt(step));
      } else {
        name.add(step);
        node = node.get(step);
      }
    }
    return name;
  }
}
