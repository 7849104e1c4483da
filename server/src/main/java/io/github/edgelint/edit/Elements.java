package io.github.edgelint.edit;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What stands between two brackets with the commas, blanks and comments between: members of a JSON
 * object, entries of an inline table, items of an array. Comments are never touched: one that
 * follows an element on its line stays there.
 */
final class Elements {

  /**
   * How an author writes elements, as far as those that are there do not show it.
   *
   * @param multiLine whether elements get lines of their own
   * @param unit one step of indentation
   * @param padding what stands inside of brackets that open and close on one line
   * @param behindComma what follows a comma on one line
   * @param keepsLastComma whether a comma behind the last element stays one
   */
  record Spacing(
      boolean multiLine, String unit, String padding, String behindComma, boolean keepsLastComma) {}

  private final ConfigTree tree;
  private final String text;
  private final Layout style;
  private final Spacing spacing;
  private final TextRange brackets;
  private final List<TextRange> elements;

  /**
   * @param brackets both of them with all between
   * @param elements the elements in order, without their commas
   */
  Elements(Layout layout, TextRange brackets, List<TextRange> elements, Spacing spacing) {
    this.tree = layout.tree;
    this.text = layout.text;
    this.style = layout;
    this.brackets = brackets;
    this.elements = elements;
    this.spacing = spacing;
  }

  /** Whether each element stands on a line of its own; of an empty container, whether one would. */
  boolean isMultiLine() {
    if (elements.isEmpty()) {
      return style.hasBreak(brackets) || spacing.multiLine();
    }
    TextRange first = elements.get(0);
    return style.hasBreak(new TextRange(brackets.start(), first.start()))
        || (elements.size() > 1 && style.hasBreak(gapBetween(first, elements.get(1))));
  }

  private static TextRange gapBetween(TextRange before, TextRange after) {
    int start = before.end();
    int end = after.start();
    return new TextRange(start, end);
  }

  /** Indentation of the elements; empty where they share a line. */
  String indent() {
    if (!isMultiLine()) {
      return "";
    }
    for (TextRange element : elements) {
      if (style.isFirstOnLine(element.start())) {
        return style.indentAt(element.start());
      }
    }
    return style.indentAt(brackets.start()) + spacing.unit();
  }

  /** Adds an element as the last one. */
  List<TextEdit> append(String element) {
    return elements.isEmpty() ? fill(element) : insertAfter(elements.size() - 1, element);
  }

  List<TextEdit> insertAfter(int index, String element) {
    int end = elements.get(index).end();
    int comma = commaAfter(end);
    int from = comma < 0 ? end : comma + 1;
    int at = endOfLineComments(from);
    // Behind a comment only a new line is safe.
    boolean onNewLine = isMultiLine() || at > from;
    String lead = onNewLine ? style.lineBreak() + indent() : blankBehindComma();
    if (comma >= 0) {
      boolean last = nextToken(from) == brackets.end() - 1;
      return List.of(
          TextEdit.insert(at, lead + element + (last && !spacing.keepsLastComma() ? "" : ",")));
    }
    if (at == end) {
      return List.of(TextEdit.insert(end, "," + lead + element));
    }
    return List.of(TextEdit.insert(end, ","), TextEdit.insert(at, lead + element));
  }

  private String blankBehindComma() {
    if (elements.size() > 1) {
      int comma = commaAfter(elements.get(0).end());
      return comma >= 0 && comma + 1 == elements.get(1).start() ? "" : " ";
    }
    return spacing.behindComma();
  }

  private List<TextEdit> fill(String element) {
    TextRange inside = new TextRange(brackets.start() + 1, brackets.end() - 1);
    boolean multiLine = isMultiLine();
    String before = multiLine ? style.lineBreak() + indent() : spacing.padding();
    String after =
        multiLine ? style.lineBreak() + style.indentAt(brackets.start()) : spacing.padding();
    if (inside.of(text).isBlank()) {
      return List.of(new TextEdit(inside, before + element + after));
    }
    if (nextToken(inside.start()) < inside.end()) {
      return List.of(); // something we could not read
    }
    // Only comments: the element goes below them.
    int at = inside.end();
    while (at > inside.start() && text.charAt(at - 1) <= ' ') {
      at--;
    }
    return List.of(new TextEdit(new TextRange(at, inside.end()), before + element + after));
  }

  List<TextEdit> remove(int index) {
    TextRange element = elements.get(index);
    if (elements.size() == 1 && hasOnlyBlanksAround(element)) {
      TextRange inside = new TextRange(brackets.start() + 1, brackets.end() - 1);
      return List.of(TextEdit.delete(inside));
    }
    List<TextEdit> edits = new ArrayList<>();
    int comma = commaAfter(element.end());
    if (comma < 0) {
      commaBefore(element.start())
          .ifPresent(before -> edits.add(TextEdit.delete(TextRange.ofLength(before, 1))));
    }
    int end = comma < 0 ? element.end() : endOfComma(element.end(), comma, edits);
    edits.add(TextEdit.delete(withBlanks(element.start(), end, comma >= 0)));
    return edits;
  }

  /** Removes several elements with their commas; if the last one goes, no comma stays before it. */
  List<TextEdit> remove(Set<Integer> indexes) {
    int end = elements.size();
    int run = end;
    while (run > 0 && indexes.contains(run - 1)) {
      run--;
    }
    List<TextEdit> edits = new ArrayList<>();
    for (int index : indexes) {
      TextRange element = elements.get(index);
      int comma = commaAfter(element.end());
      int after = comma < 0 ? element.end() : endOfComma(element.end(), comma, edits);
      edits.add(TextEdit.delete(withBlanks(element.start(), after, comma >= 0)));
    }
    if (run < end && commaAfter(elements.get(end - 1).end()) < 0) {
      commaBefore(elements.get(run).start())
          .ifPresent(before -> edits.add(TextEdit.delete(TextRange.ofLength(before, 1))));
    }
    return joined(edits);
  }

  /** Deletions without overlaps. */
  private static List<TextEdit> joined(List<TextEdit> deletions) {
    List<TextRange> ranges = new ArrayList<>();
    deletions.stream()
        .map(TextEdit::range)
        .sorted()
        .forEach(
            range -> {
              int last = ranges.size() - 1;
              if (last >= 0 && range.start() <= ranges.get(last).end()) {
                ranges.set(last, ranges.get(last).union(range));
              } else {
                ranges.add(range);
              }
            });
    return ranges.stream().map(TextEdit::delete).toList();
  }

  // A comment between the element and its comma stays; then the comma goes alone.
  private int endOfComma(int elementEnd, int comma, List<TextEdit> edits) {
    if (text.substring(elementEnd, comma).isBlank()) {
      return comma + 1;
    }
    edits.add(TextEdit.delete(TextRange.ofLength(comma, 1)));
    return elementEnd;
  }

  private TextRange withBlanks(int from, int to, boolean followed) {
    int start = from;
    int end = style.skipBlanks(to);
    boolean lastOnLine = end >= text.length() || style.isLineEnd(end);
    if (style.isFirstOnLine(from)) {
      return lastOnLine
          ? new TextRange(style.lineStart(from), style.afterLineEnd(end))
          : new TextRange(from, end);
    }
    if (followed && !lastOnLine) {
      return new TextRange(from, end);
    }
    while (start > brackets.start() + 1 && style.isBlank(start - 1)) {
      start--;
    }
    return new TextRange(start, lastOnLine ? end : to);
  }

  private boolean hasOnlyBlanksAround(TextRange element) {
    int comma = commaAfter(element.end());
    String before = text.substring(brackets.start() + 1, element.start());
    String after =
        text.substring(comma < 0 ? element.end() : comma + 1, brackets.end() - 1)
            + (comma < 0 ? "" : text.substring(element.end(), comma));
    return before.isBlank() && after.isBlank();
  }

  /** The comma that follows an element, blanks and comments passed over; else -1. */
  private int commaAfter(int offset) {
    int next = nextToken(offset);
    return next < text.length() && text.charAt(next) == ',' ? next : -1;
  }

  private OptionalInt commaBefore(int offset) {
    Tokens tokens = tree.tokens();
    int index = tokens.indexAt(offset) - 1;
    while (index >= 0 && isBetween(tokens.kind(index))) {
      index--;
    }
    boolean found = index >= 0 && text.charAt(tokens.start(index)) == ',';
    return found ? OptionalInt.of(tokens.start(index)) : OptionalInt.empty();
  }

  /** Where the next token starts, blanks and comments passed over. */
  private int nextToken(int offset) {
    Tokens tokens = tree.tokens();
    int index = tokens.indexAt(offset);
    while (index < tokens.size() && isBetween(tokens.kind(index))) {
      index++;
    }
    return index < tokens.size() ? tokens.start(index) : text.length();
  }

  /** Behind the comments that follow on the same line. */
  private int endOfLineComments(int offset) {
    Tokens tokens = tree.tokens();
    int end = offset;
    for (int i = tokens.indexAt(offset); i < tokens.size(); i++) {
      if (tokens.kind(i) == TokenKind.COMMENT) {
        if (style.hasBreak(tokens.range(i))) {
          break;
        }
        end = tokens.end(i);
      } else if (tokens.kind(i) == TokenKind.LINE_BREAK) {
        return end;
      } else if (tokens.kind(i) != TokenKind.WHITESPACE) {
        break;
      }
    }
    // Something else follows on this line: what stands before it belongs to that.
    return offset;
  }

  private static boolean isBetween(TokenKind kind) {
    return kind == TokenKind.WHITESPACE
        || kind == TokenKind.LINE_BREAK
        || kind == TokenKind.COMMENT;
  }
}
