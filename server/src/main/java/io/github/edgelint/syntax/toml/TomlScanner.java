package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.OddBlanks;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a TOML text that only moves forward and leaves tokens behind. What a character means
 * depends on whether a key or a value is expected, so the readers above decide; blanks, comments
 * and line ends are the same everywhere and are read here.
 */
final class TomlScanner {

  /** What {@link #peek} gives behind the last character. */
  static final int END = -1;

  private final String text;
  private final boolean hasReturns;
  private final Tokens.Builder tokens = new Tokens.Builder(32);
  private final List<Comment> comments = new ArrayList<>();
  private final List<SyntaxProblem> problems = new ArrayList<>();
  private final List<TextEdit> loneReturns = new ArrayList<>();
  private int at;
  private int lastEnd;

  TomlScanner(String text) {
    this.text = text;
    this.hasReturns = text.indexOf('\r') >= 0;
    if (text.startsWith("\uFEFF")) {
      take(TokenKind.BYTE_ORDER_MARK, 1);
    }
  }

  String text() {
    return text;
  }

  Tokens tokens() {
    return tokens.build();
  }

  List<Comment> comments() {
    return comments;
  }

  List<SyntaxProblem> problems() {
    return problems;
  }

  // --- the place -----------------------------------------------------------------------------

  int at() {
    return at;
  }

  /** Where the last token ended that is neither blank nor comment nor line end. */
  int lastEnd() {
    return lastEnd;
  }

  /** The character at the place, or {@link #END}. */
  int peek() {
    return peek(0);
  }

  int peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  boolean looksAt(String expected) {
    return text.startsWith(expected, at);
  }

  boolean isAtLineEnd() {
    return isLineEnd(peek());
  }

  /** Whether nothing but blanks stands before the place on its line. */
  boolean isFirstOnLine() {
    return isFirstOnLine(at);
  }

  static boolean isLineEnd(int c) {
    return c == '\n' || c == '\r' || c == END;
  }

  static boolean isBlank(int c) {
    return c == ' ' || c == '\t';
  }

  /** Where the line of an offset ends, its line end left out. */
  int lineEnd(int from) {
    if (!hasReturns) {
      int feed = text.indexOf('\n', from);
      return feed < 0 ? text.length() : feed;
    }
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  // --- tokens --------------------------------------------------------------------------------

  /** Moves to {@code end} and leaves one token behind. */
  void take(TokenKind kind, int end) {
    tokens.add(kind, end);
    at = end;
    switch (kind) {
      case WHITESPACE, LINE_BREAK, COMMENT -> {}
      default -> lastEnd = end;
    }
  }

  void punctuation(int length) {
    take(TokenKind.PUNCTUATION, at + length);
  }

  /** Passes over blanks; those that TOML does not know are reported. */
  void blanks() {
    while (true) {
      int end = at;
      while (end < text.length() && isBlank(text.charAt(end))) {
        end++;
      }
      take(TokenKind.WHITESPACE, end);
      while (end < text.length() && OddBlanks.contains(text.charAt(end))) {
        end++;
      }
      if (end == at) {
        return;
      }
      TextRange odd = new TextRange(at, end);
      take(TokenKind.ERROR, end);
      problems.add(oddBlanks(odd));
    }
  }

  private SyntaxProblem oddBlanks(TextRange range) {
    boolean wide = range.of(text).chars().anyMatch(c -> OddBlanks.isWide((char) c));
    String code = OddBlanks.codeOf(text.charAt(range.start()));
    return SyntaxProblem.of(
        Kind.SYNTAX,
        range,
        wide
            ? code + " stands where only an ordinary blank may stand"
            : "the invisible character " + code + " stands here",
        wide
            ? Repair.safe("Write an ordinary blank", new TextEdit(range, " "))
            : Repair.safe("Remove the invisible character", TextEdit.delete(range)));
  }

  /** Reads the comment that starts here, to the end of its line. */
  void comment() {
    int start = at;
    boolean ownLine = isFirstOnLine(start);
    int end = lineEnd(start);
    take(TokenKind.COMMENT, end);
    comments.add(new Comment(new TextRange(start, end), text.substring(start + 1, end), ownLine));
    for (int i = start; i < end; i++) {
      if (TomlText.isControl(text.charAt(i))) {
        problems.add(control(i, "a comment"));
        break;
      }
    }
  }

  SyntaxProblem control(int offset, String where) {
    TextRange range = TextRange.ofLength(offset, 1);
    return SyntaxProblem.of(
        Kind.SYNTAX,
        range,
        "the control character " + OddBlanks.codeOf(text.charAt(offset)) + " stands in " + where,
        Repair.unsafe("Remove the control character", TextEdit.delete(range)));
  }

  private boolean isFirstOnLine(int offset) {
    int i = offset;
    while (i > 0 && isBlank(text.charAt(i - 1))) {
      i--;
    }
    return i == 0 || isLineEnd(text.charAt(i - 1)) || (i == 1 && text.charAt(0) == '\uFEFF');
  }

  /** Reads the line end that stands here; one that is only a carriage return is none to TOML. */
  void lineBreak() {
    if (looksAt("\r\n")) {
      take(TokenKind.LINE_BREAK, at + 2);
      return;
    }
    if (peek() == '\r') {
      loneReturn(at);
    }
    take(TokenKind.LINE_BREAK, at + 1);
  }

  /** Notes a carriage return without a line feed; all of a file are one mistake. */
  void loneReturn(int offset) {
    loneReturns.add(new TextEdit(TextRange.ofLength(offset, 1), "\n"));
  }

  /** Passes over blanks, comments and line ends; gives whether a line ended. */
  boolean trivia() {
    boolean crossed = false;
    while (true) {
      blanks();
      if (peek() == '#') {
        comment();
      } else if (peek() == '\n' || peek() == '\r') {
        lineBreak();
        crossed = true;
      } else {
        return crossed;
      }
    }
  }

  // --- problems ------------------------------------------------------------------------------

  void report(TextRange range, String reason, Repair... repairs) {
    problems.add(SyntaxProblem.of(Kind.SYNTAX, range, reason, repairs));
  }

  /** Takes back what was reported since there were {@code count} problems. */
  void forgetSince(int count) {
    problems.subList(count, problems.size()).clear();
  }

  /** To be called once, behind the last line. */
  void finish() {
    if (!loneReturns.isEmpty()) {
      problems.add(
          SyntaxProblem.of(
              Kind.SYNTAX,
              loneReturns.get(0).range(),
              "a carriage return without a line feed is no line end",
              new Repair("Write line feeds", true, loneReturns)));
    }
  }
}
