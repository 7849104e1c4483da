package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.OddBlanks;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a text into tokens, each code unit into exactly one. A quoted text that is not closed ends
 * with its line, so that a forgotten quote costs one line.
 */
final class JsonScanner {

  /** What a token with a meaning is. */
  enum Lexeme {
    OPEN_BRACE,
    CLOSE_BRACE,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    COMMA,
    COLON,
    /** In double quotes and closed. */
    STRING,
    /** In single or typographic quotes, or not closed. */
    BAD_STRING,
    WORD,
    /** A line that a version control system left behind. */
    CONFLICT,
    END
  }

  private static final Lexeme[] LEXEMES = Lexeme.values();

  /** Beside the number of a lexeme: see {@link #isVerbatim}. */
  private static final byte VERBATIM = 0x40;

  private final String text;
  private final byte[] units;
  private final int length;
  private final boolean template;
  private final Tokens.Builder tokens;
  private final List<Comment> comments = new ArrayList<>();
  private final List<TextRange> junk = new ArrayList<>();
  private byte[] lexemes;
  private int[] starts;
  private int[] ends;
  private int size;
  private int at;
  private boolean verbatim;

  /**
   * @param template whether {@code {{…}}} and {@code #{…}#} stand for values that are filled in
   *     later
   */
  JsonScanner(SourceText source, boolean template) {
    this.text = source.text();
    this.units = source.asciiUnits();
    this.length = units.length;
    this.template = template;
    int expected = 32 + length / 8;
    this.lexemes = new byte[expected];
    this.starts = new int[expected];
    this.ends = new int[expected];
    this.tokens = new Tokens.Builder(32 + length / 5);
    scan();
  }

  Tokens tokens() {
    return tokens.build();
  }

  List<Comment> comments() {
    return comments;
  }

  /** Text between tokens that no reader of JSON passes over; see {@link JsonTrivia#junk}. */
  List<TextRange> junk() {
    return junk;
  }

  /** Number of tokens with a meaning, {@link Lexeme#END} left out. */
  int size() {
    return size;
  }

  Lexeme lexeme(int index) {
    return index < size ? LEXEMES[lexemes[index] & ~VERBATIM] : Lexeme.END;
  }

  /** Whether a token is a text that holds neither an escape nor a control character. */
  boolean isVerbatim(int index) {
    return index < size && (lexemes[index] & VERBATIM) != 0;
  }

  int start(int index) {
    return index < size ? starts[index] : length;
  }

  int end(int index) {
    return index < size ? ends[index] : length;
  }

  private void scan() {
    if (length > 0 && text.charAt(0) == '\uFEFF') {
      at = 1;
      tokens.add(TokenKind.BYTE_ORDER_MARK, 1);
    }
    while (at < length) {
      int start = at;
      switch (units[at]) {
        case ' ', '\t' -> {
          int end = at + 1;
          while (end < length && (units[end] == ' ' || units[end] == '\t')) {
            end++;
          }
          at = end;
          tokens.add(TokenKind.WHITESPACE, at);
        }
        case '\n', '\r' -> {
          at += units[at] == '\r' && at + 1 < length && units[at + 1] == '\n' ? 2 : 1;
          tokens.add(TokenKind.LINE_BREAK, at);
        }
        case '"' -> quotedText('"');
        case '{' -> {
          if (template && filledInLater("{{", "}}")) {
            word(start);
          } else {
            punctuation(Lexeme.OPEN_BRACE);
          }
        }
        case '}' -> punctuation(Lexeme.CLOSE_BRACE);
        case '[' -> punctuation(Lexeme.OPEN_BRACKET);
        case ']' -> punctuation(Lexeme.CLOSE_BRACKET);
        case ',' -> punctuation(Lexeme.COMMA);
        case ':' -> punctuation(Lexeme.COLON);
        case '/' -> {
          if (isInUrl() || !comment()) {
            word(start);
          }
        }
        case '#' -> {
          if (isHashComment()) {
            at = lineEnd(at);
            junk(start);
          } else {
            word(start);
          }
        }
        default -> other(text.charAt(at));
      }
    }
  }

  private void other(char c) {
    int start = at;
    if (JsonQuotes.opens(c)) {
      quotedText(c);
    } else if (OddBlanks.contains(c)) {
      while (at < length && OddBlanks.contains(text.charAt(at))) {
        at++;
      }
      junk(start);
    } else if (isConflictMarker()) {
      at = lineEnd(at);
      meaning(Lexeme.CONFLICT, TokenKind.ERROR, start);
    } else if (c == '=' || c == ';') {
      // Other notations separate with these.
      at += text.startsWith("=>", at) ? 2 : 1;
      meaning(Lexeme.WORD, TokenKind.ERROR, start);
    } else {
      word(start);
    }
  }

  private void quotedText(char open) {
    int start = at;
    boolean closed = quoted(open);
    if (open == '"' && verbatim && !(closed && isInPlace(start))) {
      int end = endOfKey(start, closed ? at - 1 : at);
      closed &= end < 0;
      at = end < 0 ? at : end;
    }
    meaning(closed && open == '"' ? Lexeme.STRING : Lexeme.BAD_STRING, TokenKind.STRING, start);
    if (verbatim) {
      lexemes[size - 1] |= VERBATIM;
    }
  }

  private void junk(int start) {
    junk.add(new TextRange(start, at));
    tokens.add(TokenKind.ERROR, at);
  }

  private void punctuation(Lexeme lexeme) {
    int start = at++;
    meaning(lexeme, TokenKind.PUNCTUATION, start);
  }

  @SuppressWarnings("EnumOrdinal") // kept in memory only, to be small
  private void meaning(Lexeme lexeme, TokenKind kind, int start) {
    if (size == lexemes.length) {
      lexemes = Arrays.copyOf(lexemes, size * 2);
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    lexemes[size] = (byte) lexeme.ordinal();
    starts[size] = start;
    ends[size++] = at;
    tokens.add(kind, at);
  }

  /** Moves behind the closing quote, or to the end of the line where there is none. */
  private boolean quoted(char open) {
    verbatim = true;
    int end = at + 1;
    while (end < length) {
      int unit = units[end];
      // Nearly all neither end a text nor say something else than what they are.
      if (unit == ' ' || (unit > '\'' && unit != '\\')) {
        end++;
        continue;
      }
      char c = text.charAt(end);
      if (JsonQuotes.closes(open, c)) {
        at = end + 1;
        return true;
      } else if (isLineEnd(c)) {
        at = end;
        return false;
      } else if (c == '\\') {
        verbatim = false;
        end += end + 1 < length && !isLineEnd(text.charAt(end + 1)) ? 2 : 1;
      } else {
        verbatim &= c >= ' ';
        end++;
      }
    }
    at = length;
    return false;
  }

  /** Whether a quoted text stands apart from its neighbours, as in all that is JSON. */
  private boolean isInPlace(int start) {
    return !isBehindKey(start) && (at == length || " \t\r\n:,}]/".indexOf(units[at]) >= 0);
  }

  private boolean isBehindKey(int start) {
    return size > 0
        && end(size - 1) == start
        && (lexeme(size - 1) == Lexeme.STRING || lexeme(size - 1) == Lexeme.WORD);
  }

  /**
   * Where a key lacks a quote or has one too many, and its text therefore goes on to the next quote
   * or the end of the line: where it ends after all, before its colon; else -1. Behind a key that
   * is what follows the quote.
   *
   * @param stop where the text ends as it stands
   */
  private int endOfKey(int start, int stop) {
    boolean behindKey = isBehindKey(start);
    Lexeme before = size == 0 ? Lexeme.END : lexeme(size - 1);
    int end = start + 1;
    if (!behindKey) {
      boolean inPlace = before == Lexeme.OPEN_BRACE || before == Lexeme.COMMA;
      while (inPlace && end < stop && isNamePart(units[end])) {
        end++;
      }
      if (end == start + 1) {
        return -1;
      }
    }
    int colon = behindBlanks(end, stop);
    if (colon == stop || units[colon] != ':') {
      return -1;
    }
    int value = behindBlanks(colon + 1, stop);
    boolean valueIsText = stop < at;
    // Else it may be the rest of a text that holds a colon, such as two ports.
    boolean certain =
        valueIsText
            ? value == stop
            : behindKey || value > colon + 1 || value == stop || "{[".indexOf(units[value]) >= 0;
    return certain ? end : -1;
  }

  private int behindBlanks(int index, int stop) {
    int behind = index;
    while (behind < stop && (units[behind] == ' ' || units[behind] == '\t')) {
      behind++;
    }
    return behind;
  }

  private static boolean isNamePart(int unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= 'A' && unit <= 'Z')
        || (unit >= '0' && unit <= '9')
        || "_$.-".indexOf(unit) >= 0;
  }

  private boolean isHashComment() {
    return ownLine(at)
        ? !(template && text.startsWith("#{", at))
        : text.startsWith("# ", at) || text.startsWith("#\t", at);
  }

  /** Whether a word and a colon stand directly before: {@code http://} without quotes. */
  private boolean isInUrl() {
    return size > 1
        && lexeme(size - 1) == Lexeme.COLON
        && end(size - 1) == at
        && lexeme(size - 2) == Lexeme.WORD
        && end(size - 2) == start(size - 1);
  }

  private boolean comment() {
    char next = at + 1 < length ? text.charAt(at + 1) : ' ';
    int start = at;
    if (next == '/') {
      at = lineEnd(at);
      comments.add(
          new Comment(new TextRange(start, at), text.substring(start + 2, at), ownLine(start)));
    } else if (next == '*') {
      int close = text.indexOf("*/", at + 2);
      at = close < 0 ? length : close + 2;
      comments.add(
          new Comment(
              new TextRange(start, at),
              text.substring(start + 2, close < 0 ? at : close),
              ownLine(start)));
    } else {
      return false;
    }
    tokens.add(TokenKind.COMMENT, at);
    return true;
  }

  private boolean ownLine(int start) {
    for (int i = start - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        return true;
      }
      if (c != ' ' && c != '\t' && c != '\uFEFF') {
        return false;
      }
    }
    return true;
  }

  /**
   * Takes {@code {{name}}} as a whole when it opens and closes on this line and holds no quote or
   * bracket.
   */
  private boolean filledInLater(String open, String close) {
    if (!text.startsWith(open, at)) {
      return false;
    }
    for (int i = at + open.length(); i < length; i++) {
      if (text.startsWith(close, i)) {
        boolean named = i > at + open.length();
        at = named ? i + close.length() : at;
        return named;
      }
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' || c == '"' || c == '{' || c == '}' || c == '[' || c == ']') {
        return false;
      }
    }
    return false;
  }

  /** Takes the rest of a word that started at {@code start}, the part before the position too. */
  private void word(int start) {
    while (at < length) {
      if (filledInLater("${", "}")
          || (template && (filledInLater("{{", "}}") || filledInLater("#{", "}#")))) {
        continue;
      }
      char c = text.charAt(at);
      boolean startsComment =
          (text.startsWith("//", at) || text.startsWith("/*", at))
              && (at == start || text.charAt(at - 1) != ':');
      boolean ends =
          c <= ' ' ? c == ' ' || c == '\t' || c == '\n' || c == '\r' : "{}[],:;\"".indexOf(c) >= 0;
      if (ends || startsComment || OddBlanks.contains(c)) {
        break;
      }
      at++;
    }
    if (at == start) {
      at++;
    }
    meaning(Lexeme.WORD, TokenKind.LITERAL, start);
  }

  private boolean isConflictMarker() {
    boolean atLineStart = at == 0 || isLineEnd(text.charAt(at - 1));
    return atLineStart
        && (text.startsWith("<<<<<<< ", at)
            || text.startsWith(">>>>>>> ", at)
            || text.startsWith("||||||| ", at)
            || (text.startsWith("=======", at) && lineEnd(at) == at + 7));
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < length && !isLineEnd(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
