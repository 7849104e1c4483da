package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
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

  private final String text;
  private final boolean template;
  private final Tokens.Builder tokens = new Tokens.Builder();
  private final List<Comment> comments = new ArrayList<>();
  private byte[] lexemes = new byte[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int size;
  private int at;

  /**
   * @param template whether {@code {{…}}} and {@code #{…}#} stand for values that are filled in
   *     later
   */
  JsonScanner(String text, boolean template) {
    this.text = text;
    this.template = template;
    scan();
  }

  Tokens tokens() {
    return tokens.build();
  }

  List<Comment> comments() {
    return comments;
  }

  /** Number of tokens with a meaning, {@link Lexeme#END} left out. */
  int size() {
    return size;
  }

  Lexeme lexeme(int index) {
    return index < size ? LEXEMES[lexemes[index]] : Lexeme.END;
  }

  int start(int index) {
    return index < size ? starts[index] : text.length();
  }

  int end(int index) {
    return index < size ? ends[index] : text.length();
  }

  private void scan() {
    if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
      at = 1;
      tokens.add(TokenKind.BYTE_ORDER_MARK, 1);
    }
    while (at < text.length()) {
      int start = at;
      char c = text.charAt(at);
      switch (c) {
        case ' ':
        case '\t':
          while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
          }
          tokens.add(TokenKind.WHITESPACE, at);
          break;
        case '\n':
          at++;
          tokens.add(TokenKind.LINE_BREAK, at);
          break;
        case '\r':
          at += at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
          tokens.add(TokenKind.LINE_BREAK, at);
          break;
        case '{':
          if (template && filledInLater("{{", "}}")) {
            meaning(Lexeme.WORD, TokenKind.LITERAL, start);
          } else {
            punctuation(Lexeme.OPEN_BRACE);
          }
          break;
        case '}':
          punctuation(Lexeme.CLOSE_BRACE);
          break;
        case '[':
          punctuation(Lexeme.OPEN_BRACKET);
          break;
        case ']':
          punctuation(Lexeme.CLOSE_BRACKET);
          break;
        case ',':
          punctuation(Lexeme.COMMA);
          break;
        case ':':
          punctuation(Lexeme.COLON);
          break;
        case '"':
          boolean closed = quoted('"');
          meaning(closed ? Lexeme.STRING : Lexeme.BAD_STRING, TokenKind.STRING, start);
          break;
        case '\'':
          quoted('\'');
          meaning(Lexeme.BAD_STRING, TokenKind.STRING, start);
          break;
        case '\u201C':
        case '\u201D':
          quoted('\u201D');
          meaning(Lexeme.BAD_STRING, TokenKind.STRING, start);
          break;
        case '/':
          if (!comment()) {
            word();
          }
          break;
        case '#':
          if (template && filledInLater("#{", "}#")) {
            meaning(Lexeme.WORD, TokenKind.LITERAL, start);
          } else {
            word();
          }
          break;
        default:
          if (isConflictMarker()) {
            at = lineEnd(at);
            meaning(Lexeme.CONFLICT, TokenKind.ERROR, start);
          } else {
            word();
          }
      }
    }
  }

  private void punctuation(Lexeme lexeme) {
    int start = at++;
    meaning(lexeme, TokenKind.PUNCTUATION, start);
  }

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
  private boolean quoted(char close) {
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == close || (close == '\u201D' && c == '\u201C')) {
        at++;
        return true;
      }
      if (c == '\n' || c == '\r') {
        return false;
      }
      if (c == '\\' && at + 1 < text.length()) {
        char next = text.charAt(at + 1);
        if (next != '\n' && next != '\r') {
          at++;
        }
      }
    }
    at = Math.min(at, text.length());
    return false;
  }

  private boolean comment() {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    int start = at;
    if (next == '/') {
      at = lineEnd(at);
      comments.add(
          new Comment(new TextRange(start, at), text.substring(start + 2, at), ownLine(start)));
    } else if (next == '*') {
      int close = text.indexOf("*/", at + 2);
      at = close < 0 ? text.length() : close + 2;
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
    for (int i = at + open.length(); i < text.length(); i++) {
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

  private void word() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '$' && at + 1 < text.length() && text.charAt(at + 1) == '{') {
        int close = text.indexOf('}', at);
        if (close > 0 && close < lineEnd(at)) {
          at = close + 1;
          continue;
        }
      }
      boolean startsComment =
          c == '/'
              && at + 1 < text.length()
              && (text.charAt(at + 1) == '/' || text.charAt(at + 1) == '*')
              && (at == start || text.charAt(at - 1) != ':');
      if (c == ' '
          || c == '\t'
          || c == '\n'
          || c == '\r'
          || "{}[],:\"".indexOf(c) >= 0
          || startsComment) {
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
    boolean atLineStart = at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
    return atLineStart
        && (text.startsWith("<<<<<<< ", at)
            || text.startsWith(">>>>>>> ", at)
            || (text.startsWith("=======", at) && lineEnd(at) == at + 7));
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }
}
