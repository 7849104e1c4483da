package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts in quotes: what they say, and what people write who know quotes from SQL. */
final class RouteText {

  private RouteText() {}

  /**
   * Undoes the escapes of a text without its quotes, in two passes as edgeHub does: first {@code
   * \}{@code uXXXX}, then {@code \\}, {@code \"} and {@code \'}.
   */
  static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    return withoutBackslashes(withCharacters(text));
  }

  private static String withCharacters(String text) {
    StringBuilder result = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int code = text.charAt(at) == '\\' ? codeAt(text, at + 1) : -1;
      if (code >= 0) {
        result.append((char) code);
        at += 6;
      } else {
        result.append(text.charAt(at++));
      }
    }
    return result.toString();
  }

  private static int codeAt(String text, int at) {
    if (at + 5 > text.length() || (text.charAt(at) | 0x20) != 'u') {
      return -1;
    }
    int code = 0;
    for (int i = at + 1; i < at + 5; i++) {
      int digit = text.charAt(i) > 'f' ? -1 : Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  private static String withoutBackslashes(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean escape =
          c == '\\' && at + 1 < text.length() && "\"'\\".indexOf(text.charAt(at + 1)) >= 0;
      result.append(escape ? text.charAt(++at) : c);
    }
    return result.toString();
  }

  /**
   * The text in single quotes that begins at {@code start} when doubled quotes in it stand for one;
   * empty when it has none, or does not end.
   */
  static Optional<TextRange> withDoubledQuotes(String text, int start) {
    boolean doubled = false;
    for (int at = text.indexOf('\'', start + 1); at >= 0; at = text.indexOf('\'', at + 2)) {
      if (at + 1 == text.length() || text.charAt(at + 1) != '\'') {
        return doubled ? Optional.of(new TextRange(start, at + 1)) : Optional.empty();
      }
      doubled = true;
    }
    return Optional.empty();
  }

  /** The edits that make {@code \'} of the doubled quotes in a text in single quotes. */
  static List<TextEdit> escapes(String text, TextRange quoted) {
    List<TextEdit> edits = new ArrayList<>();
    for (int at = quoted.start() + 1; at < quoted.end() - 1; at++) {
      if (text.charAt(at) == '\'') {
        edits.add(new TextEdit(TextRange.ofLength(at, 1), "\\"));
        at++;
      }
    }
    return edits;
  }
}
