package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.ErrorNode;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.OddBlanks;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Reads values: texts, words, arrays and inline tables. */
final class TomlValues {

  private final TomlScanner scanner;
  private final String text;
  private final TomlStrings strings;
  private final TomlEntries entries;
  private final TomlBareValues bareValues;
  private final Brackets brackets;
  private InlineTables inlineTables;

  TomlValues(TomlScanner scanner, TomlStrings strings, TomlEntries entries, boolean template) {
    this.scanner = scanner;
    this.text = scanner.text();
    this.strings = strings;
    this.entries = entries;
    this.bareValues = new TomlBareValues(scanner, template);
    this.brackets = new Brackets(scanner, strings);
  }

  /**
   * Reads a value; gives a {@link MissingNode} where none starts.
   *
   * @param depth how many objects and arrays hold it
   * @param ownLine whether it belongs to a key that stands on a line of its own
   */
  ConfigNode read(int depth, boolean ownLine) {
    secondEquals();
    if (ownLine) {
      brackets.reset();
      inlineTables = new InlineTables(scanner);
      ConfigNode value = value(depth);
      inlineTables.finish(brackets.areAbandoned(), value.range());
      return value;
    }
    return value(depth);
  }

  private void secondEquals() {
    if (scanner.peek() != '=') {
      return;
    }
    int start = scanner.at();
    while (scanner.peek() == '=') {
      scanner.take(TokenKind.ERROR, scanner.at() + 1);
      scanner.blanks();
    }
    TextRange more = new TextRange(start, scanner.lastEnd());
    scanner.report(more, "`=` stands here twice", Repair.safe("Remove `=`", TextEdit.delete(more)));
  }

  /** Notes a colon in the place of an equals sign in an inline table. */
  void colon(TextRange range) {
    inlineTables.colon(range);
  }

  private ConfigNode value(int depth) {
    int c = scanner.peek();
    if (TomlStrings.isQuote(c)) {
      return quoted();
    }
    if (brackets.isEmpty() && bareValues.isDirectiveAhead()) {
      return bareValues.readDirectives();
    }
    if (bareValues.isPlaceholderAhead()) {
      return bareValues.read(brackets.isEmpty());
    }
    return switch (c) {
      case '[' -> depth < ConfigTree.MAX_DEPTH ? array(depth) : tooDeep();
      case '{' -> depth < ConfigTree.MAX_DEPTH ? inlineTable(depth) : tooDeep();
      case TomlScanner.END, '\n', '\r', '#', ',', ']', '}' ->
          new MissingNode(TextRange.at(scanner.lastEnd()));
      default -> bareValues.read(brackets.isEmpty());
    };
  }

  private ConfigNode quoted() {
    TomlStrings.Quoted quoted = strings.read();
    if (endsHere()) {
      return quoted.asValue();
    }
    if (!brackets.isEmpty()) {
      return oddQuotes(quoted.range());
    }
    int last = text.lastIndexOf(quoted.quote().mark(), scanner.lineEnd(scanner.at()) - 1);
    if (last < scanner.at() || quoted.quote().mark().length() > 1) {
      return quoted.asValue();
    }
    return quotesInside(new TextRange(quoted.range().start(), last + 1));
  }

  /** A text goes on behind its quote, as JSON pasted into quotes does. */
  private ErrorNode quotesInside(TextRange range) {
    scanner.take(TokenKind.ERROR, range.end());
    char mark = text.charAt(range.start());
    char other = mark == '"' ? '\'' : '"';
    String inside = text.substring(range.start() + 1, range.end() - 1);
    String reason = "a quote inside the text ends it";
    if (inside.indexOf(other) >= 0 || inside.indexOf('\\') >= 0) {
      scanner.report(range, reason);
    } else {
      String kind = other == '"' ? "double" : "single";
      scanner.report(
          range,
          reason,
          Repair.unsafe(
              "Use " + kind + " quotes around the text",
              new TextEdit(range, other + inside + other)));
    }
    return new ErrorNode(range);
  }

  /** In an array nobody can tell which of the quotes is the odd one. */
  private ConfigNode oddQuotes(TextRange quoted) {
    int end = scanner.at();
    while (end < text.length() && ",]}\n\r".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    scanner.take(TokenKind.ERROR, end);
    TextRange range = new TextRange(quoted.start(), end);
    strings.markOpen(end);
    scanner.report(range, "a quote is missing here, or one too many");
    return new ErrorNode(range);
  }

  /** Whether something follows that may follow a value. */
  private boolean endsHere() {
    int c = scanner.peek();
    return TomlScanner.isLineEnd(c)
        || TomlScanner.isBlank(c)
        || "#,]};".indexOf(c) >= 0
        || OddBlanks.contains((char) c);
  }

  // --- arrays --------------------------------------------------------------------------------

  private ArrayNode array(int depth) {
    int start = scanner.at();
    brackets.open('[');
    scanner.punctuation(1);
    List<ConfigNode> items = new ArrayList<>();
    boolean mayFollow = true;
    boolean reported = false;
    while (true) {
      boolean newLine = scanner.trivia();
      int c = scanner.peek();
      boolean outside =
          c == TomlScanner.END
              || (newLine
                  && (TomlLines.isHeaderNotItem(text, scanner.at())
                      || TomlLines.isEntry(text, scanner.at())));
      if (outside || brackets.areAbandoned()) {
        brackets.abandon();
        break;
      }
      if (c == ']') {
        scanner.punctuation(1);
        break;
      }
      if (c == '}') {
        brackets.endWithOther(']');
        break;
      }
      if (c == ',') {
        if (mayFollow) {
          emptyPlace();
        } else {
          scanner.punctuation(1);
        }
        mayFollow = true;
      } else {
        if (!mayFollow && !reported) {
          missingComma();
        }
        items.add(value(depth + 1));
        reported = strings.isOpenAt(scanner.lastEnd());
        mayFollow = false;
      }
    }
    brackets.close();
    return new ArrayNode(
        new TextRange(start, Math.max(start + 1, scanner.lastEnd())), items, false);
  }

  private void emptyPlace() {
    TextRange comma = TextRange.ofLength(scanner.at(), 1);
    scanner.take(TokenKind.ERROR, comma.end());
    scanner.report(
        comma,
        "nothing stands before the comma",
        Repair.unsafe("Remove the comma", TextEdit.delete(comma)));
  }

  private void missingComma() {
    TextRange gap = TextRange.at(scanner.lastEnd());
    scanner.report(
        gap,
        "a comma is missing",
        Repair.safe("Insert the missing comma", TextEdit.insert(gap.end(), ",")));
  }

  // --- inline tables -------------------------------------------------------------------------

  private ObjectNode inlineTable(int depth) {
    int start = scanner.at();
    TextRange brace = TextRange.ofLength(start, 1);
    OpenTable table = OpenTable.at(depth, OpenTable.Origin.GIVEN, brace);
    brackets.open('{');
    scanner.punctuation(1);
    TextRange comma = null;
    boolean empty = true;
    boolean mayFollow = true;
    boolean reported = false;
    boolean linewise = false;
    while (true) {
      boolean newLine = inlineTables.trivia();
      linewise |= empty && newLine;
      int c = scanner.peek();
      if (isOutside(c, newLine, mayFollow || linewise) || brackets.areAbandoned()) {
        brackets.abandon();
        break;
      }
      if (c == '}') {
        if (comma != null) {
          inlineTables.trailingComma(comma);
        }
        scanner.punctuation(1);
        break;
      }
      if (c == ']') {
        brackets.endWithOther('}');
        break;
      }
      if (c == ',') {
        if (mayFollow) {
          emptyPlace();
        } else {
          comma = TextRange.ofLength(scanner.at(), 1);
          scanner.punctuation(1);
        }
        mayFollow = true;
      } else {
        if (!mayFollow && !TomlLines.isEntry(text, scanner.at())) {
          junk();
          continue;
        }
        if (!mayFollow && !reported) {
          missingComma();
        }
        reported = !entry(table) || strings.isOpenAt(scanner.lastEnd());
        comma = null;
        mayFollow = false;
        empty = false;
      }
    }
    brackets.close();
    TextRange range = new TextRange(start, Math.max(brace.end(), scanner.lastEnd()));
    return table.close(ObjectNode.Form.BRACES, range);
  }

  /** Whether the line that starts here is surely none of the table, whose brace is missing. */
  private boolean isOutside(int c, boolean newLine, boolean mayGoOn) {
    return c == TomlScanner.END
        || (newLine
            && (TomlLines.isHeader(text, scanner.at())
                || (!mayGoOn && TomlLines.isEntry(text, scanner.at()))));
  }

  /** Reads an entry; gives whether its value is there. */
  private boolean entry(OpenTable table) {
    int c = scanner.peek();
    if (c != '[' && c != '{') {
      return entries.inBraces(table, this);
    }
    int start = scanner.at();
    int before = scanner.problems().size();
    value(table.depth() + 1);
    scanner.forgetSince(before);
    scanner.report(new TextRange(start, scanner.lastEnd()), "a key is missing");
    return true;
  }

  /** Passes over what stands between a value and the next comma or bracket of an inline table. */
  private void junk() {
    int start = scanner.at();
    int end = start;
    while (end < text.length() && ",]}\n\r#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (end > start + 1 && TomlScanner.isBlank(text.charAt(end - 1))) {
      end--;
    }
    scanner.take(TokenKind.ERROR, end);
    scanner.report(new TextRange(start, end), "only a comma or `}` may follow the value");
  }

  // --- too deep ------------------------------------------------------------------------------

  /** Passes over a value whose brackets nest too deep, to the bracket that closes it. */
  private ErrorNode tooDeep() {
    int start = scanner.at();
    int before = scanner.problems().size();
    int open = 0;
    do {
      boolean newLine = scanner.trivia();
      int c = scanner.peek();
      if (c == TomlScanner.END || (newLine && TomlLines.isHeaderNotItem(text, scanner.at()))) {
        brackets.abandon();
        break;
      }
      if (TomlStrings.isQuote(c)) {
        strings.read();
      } else {
        open += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        scanner.take(TokenKind.ERROR, scanner.at() + 1);
      }
    } while (open > 0);
    scanner.forgetSince(before);
    TextRange range = new TextRange(start, scanner.lastEnd());
    String reason = "values nest deeper than " + ConfigTree.MAX_DEPTH;
    scanner
        .problems()
        .add(
            SyntaxProblem.of(Kind.TOO_DEEP, TextRange.ofLength(start, 1), reason)
                .withRegion(range));
    return new ErrorNode(range);
  }
}
