package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;

/**
 * Reads texts in quotes: of the four kinds that TOML has, and in typographic quotes. One that is
 * not closed ends with its line, or, in three quotes, before the first line that looks like TOML
 * again.
 */
final class TomlStrings {

  /** A text in quotes with its meaning. */
  record Quoted(TextRange range, String text, Quote quote, OffsetMap offsets) {

    ScalarNode asValue() {
      return new ScalarNode(ScalarNode.Type.STRING, range, text, quote, offsets);
    }

    Key asKey() {
      return new Key(text, range, quote, offsets);
    }
  }

  private static final String TYPOGRAPHIC_DOUBLE = "\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB";
  private static final String TYPOGRAPHIC_SINGLE = "\u2018\u2019\u201A\u201B\u2032";

  private final TomlScanner scanner;
  private final TomlEscapes escapes;
  private final boolean template;
  private final String text;
  private boolean noMoreDouble;
  private boolean noMoreSingle;
  private int openEnd = -1;

  /**
   * @param template whether quotes inside of a placeholder belong to it
   */
  TomlStrings(TomlScanner scanner, boolean template) {
    this.scanner = scanner;
    this.template = template;
    this.escapes = new TomlEscapes(scanner);
    this.text = scanner.text();
  }

  static boolean isQuote(int c) {
    return c == '"' || c == '\'' || isTypographic(c);
  }

  private static boolean isTypographic(int c) {
    return c > 127 && (TYPOGRAPHIC_DOUBLE.indexOf(c) >= 0 || TYPOGRAPHIC_SINGLE.indexOf(c) >= 0);
  }

  /** Reads the text whose quote stands here. */
  Quoted read() {
    int c = scanner.peek();
    if (isTypographic(c)) {
      return typographic();
    }
    boolean triple = scanner.peek(1) == c && scanner.peek(2) == c;
    return triple ? multiLine(c == '"') : singleLine(c == '"');
  }

  /** Whether the text that ends there was not closed, so that it may have swallowed much. */
  boolean isOpenAt(int end) {
    return end == openEnd;
  }

  /** Notes that a text with odd quotes ends there. */
  void markOpen(int end) {
    openEnd = end;
  }

  // --- on one line ---------------------------------------------------------------------------

  private Quoted singleLine(boolean basic) {
    char mark = basic ? '"' : '\'';
    Quote quote = basic ? Quote.DOUBLE : Quote.SINGLE;
    int start = scanner.at();
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != mark && !isLineEnd(i)) {
      int placeholder = template && text.charAt(i) != '@' ? TomlPlaceholders.end(text, i) : i;
      if (placeholder > i) {
        i = placeholder;
        continue;
      }
      boolean escape = basic && text.charAt(i) == '\\' && i + 1 < text.length();
      i += escape && !isLineEnd(i + 1) ? 2 : 1;
    }
    boolean closed = i < text.length() && text.charAt(i) == mark;
    TextRange range = new TextRange(start, closed ? i + 1 : i);
    scanner.take(TokenKind.STRING, range.end());
    if (!closed) {
      notClosed(range, mark);
    }
    return content(range, start + 1, i, quote);
  }

  private void notClosed(TextRange range, char mark) {
    int end = range.end();
    while (end > range.start() + 1 && TomlScanner.isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (end > range.start() + 1 && isTypographic(text.charAt(end - 1))) {
      TextRange last = new TextRange(end - 1, end);
      scanner.report(
          last,
          "quotes must be straight",
          Repair.safe("Use straight quotes", new TextEdit(last, String.valueOf(mark))));
      return;
    }
    openEnd = range.end();
    // A comma or bracket at the end of the line was most likely meant to follow the text.
    while (end > range.start() + 2 && ",]}".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    scanner.report(
        range,
        "the text has no closing quote",
        Repair.unsafe("Close the quotes", TextEdit.insert(end, String.valueOf(mark))));
  }

  private Quoted typographic() {
    int start = scanner.at();
    boolean twofold = TYPOGRAPHIC_DOUBLE.indexOf(text.charAt(start)) >= 0;
    String closing = twofold ? TYPOGRAPHIC_DOUBLE + '"' : TYPOGRAPHIC_SINGLE + '\'';
    int i = start + 1;
    while (!isLineEnd(i) && closing.indexOf(text.charAt(i)) < 0) {
      i++;
    }
    boolean closed = !isLineEnd(i);
    TextRange range = new TextRange(start, closed ? i + 1 : i);
    String inner = text.substring(start + 1, i);
    // Up to a straight quote there may be more than one text.
    boolean pair = closed && (isTypographic(text.charAt(i)) || isPlain(inner));
    scanner.take(TokenKind.STRING, range.end());
    openEnd = closed ? openEnd : range.end();
    scanner.report(
        range,
        "quotes must be straight",
        new Repair(
            "Use straight quotes", pair, List.of(new TextEdit(range, TomlText.quote(inner)))));
    return new Quoted(
        range,
        inner,
        twofold ? Quote.DOUBLE : Quote.SINGLE,
        OffsetMap.verbatim(start + 1, inner.length()));
  }

  private static boolean isPlain(String inner) {
    for (int i = 0; i < inner.length(); i++) {
      if ("=,[]{}#".indexOf(inner.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  // --- on several lines ----------------------------------------------------------------------

  private Quoted multiLine(boolean basic) {
    int start = scanner.at();
    int close = closingTriple(start + 3, basic);
    int end = close < 0 ? endOfOpenText(start) : close;
    TextRange range = new TextRange(start, end);
    scanner.take(TokenKind.STRING, end);
    String mark = basic ? "\"\"\"" : "'''";
    if (close < 0) {
      int lineEnd = scanner.lineEnd(start);
      openEnd = end;
      scanner.problems().add(openText(range, lineEnd, mark));
    }
    int from = start + 3;
    if (text.startsWith("\r\n", from)) {
      from += 2;
    } else if (text.startsWith("\n", from)) {
      from++;
    }
    int to = Math.max(from, close < 0 ? end : end - 3);
    return content(range, from, to, basic ? Quote.TRIPLE_DOUBLE : Quote.TRIPLE_SINGLE);
  }

  private static SyntaxProblem openText(TextRange range, int lineEnd, String mark) {
    return SyntaxProblem.of(
            Kind.SYNTAX,
            new TextRange(range.start(), Math.min(lineEnd, range.end())),
            "the text has no closing `" + mark + "`")
        .withRegion(range);
  }

  /** Behind the quotes that close the text, or -1 where none do. */
  private int closingTriple(int from, boolean basic) {
    if (basic ? noMoreDouble : noMoreSingle) {
      return -1;
    }
    char mark = basic ? '"' : '\'';
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && basic) {
        i++;
      } else if (c == mark && i + 2 < text.length()) {
        int run = 1;
        while (run < 5 && i + run < text.length() && text.charAt(i + run) == mark) {
          run++;
        }
        if (run >= 3) {
          return i + run;
        }
        i += run - 1;
      }
    }
    // Nor will a later search find any.
    noMoreDouble |= basic;
    noMoreSingle |= !basic;
    return -1;
  }

  private int endOfOpenText(int start) {
    int end = scanner.lineEnd(start);
    while (end < text.length()) {
      int next = text.startsWith("\r\n", end) ? end + 2 : end + 1;
      if (TomlLines.isHeader(text, next) || TomlLines.isEntry(text, next)) {
        return end;
      }
      end = scanner.lineEnd(next);
    }
    return end;
  }

  // --- what it says --------------------------------------------------------------------------

  private Quoted content(TextRange range, int from, int to, Quote quote) {
    boolean basic = quote == Quote.DOUBLE || quote == Quote.TRIPLE_DOUBLE;
    boolean multiLine = quote == Quote.TRIPLE_DOUBLE || quote == Quote.TRIPLE_SINGLE;
    boolean plain = true;
    boolean controlSeen = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      plain &= c != '\\';
      if (TomlText.isControl(c) && !(multiLine && isLineBreak(i)) && !controlSeen) {
        // All of one text are one mistake.
        controlSeen = true;
        control(range, i, basic);
      }
    }
    if (plain || !basic) {
      OffsetMap offsets = OffsetMap.verbatim(from, to - from);
      return new Quoted(range, text.substring(from, to), quote, offsets);
    }
    TomlEscapes.Decoded decoded = escapes.decode(range, from, to, multiLine);
    return new Quoted(range, decoded.text(), quote, decoded.offsets());
  }

  private boolean isLineBreak(int offset) {
    char c = text.charAt(offset);
    return c == '\n' || (c == '\r' && text.startsWith("\n", offset + 1));
  }

  private void control(TextRange range, int offset, boolean basic) {
    if (text.charAt(offset) == '\r') {
      scanner.loneReturn(offset);
      return;
    }
    SyntaxProblem problem = scanner.control(offset, "a text");
    if (basic) {
      TextRange one = problem.range();
      String escape = TomlText.escape(one.of(text));
      problem =
          SyntaxProblem.of(
              problem.kind(),
              one,
              problem.detail(),
              new Repair(
                  "Write it as an escape",
                  text.charAt(offset - 1) != '\\',
                  List.of(new TextEdit(one, escape))));
    }
    scanner.problems().add(problem.withRegion(range));
  }

  private boolean isLineEnd(int offset) {
    return offset >= text.length() || text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
  }
}
