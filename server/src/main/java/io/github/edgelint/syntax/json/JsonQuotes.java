package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;

/** The quotes that people write around texts, and those that JSON knows. */
final class JsonQuotes {

  private static final String DOUBLE = "\"\u201C\u201D\u201E\u201F\u2033";
  private static final String SINGLE = "'\u2018\u2019\u201A\u201B\u2032";

  private JsonQuotes() {}

  static boolean opens(char c) {
    return c < 0x80 ? c == '"' || c == '\'' : DOUBLE.indexOf(c) >= 0 || SINGLE.indexOf(c) >= 0;
  }

  /** Straight quotes are closed by their own kind, typographic ones by any that looks alike. */
  static boolean closes(char open, char c) {
    if (open == '"' || open == '\'') {
      return c == open;
    }
    return (DOUBLE.indexOf(open) >= 0 ? DOUBLE : SINGLE).indexOf(c) >= 0;
  }

  static Quote kind(char open) {
    return open != '"' && SINGLE.indexOf(open) >= 0 ? Quote.SINGLE : Quote.DOUBLE;
  }

  /** Whether the quoted text that fills {@code range} ends with a quote of its own. */
  static boolean isClosed(String text, TextRange range) {
    if (range.length() < 2 || !closes(text.charAt(range.start()), text.charAt(range.end() - 1))) {
      return false;
    }
    int backslashes = 0;
    while (text.charAt(range.end() - 2 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 0;
  }

  /**
   * A text that lacks its last quote.
   *
   * @param certain whether it surely ends where the range does
   */
  static SyntaxProblem notClosed(String text, TextRange range, boolean certain) {
    String inside = range.of(text);
    int end = inside.stripTrailing().length();
    // A comma at the end of the line was most likely meant to follow the text.
    if (end > 1 && inside.charAt(end - 1) == ',') {
      end--;
    }
    return SyntaxProblem.of(
        Kind.SYNTAX,
        range,
        "a closing quote",
        new Repair(
            "Close the quotes",
            certain,
            List.of(TextEdit.insert(range.start() + end, inside.substring(0, 1)))));
  }

  /**
   * A text between quotes that JSON does not know.
   *
   * @param certain whether the text surely ends where its last quote is
   */
  static SyntaxProblem notDouble(String text, TextRange range, boolean certain) {
    String inner = text.substring(range.start() + 1, range.end() - 1);
    return SyntaxProblem.of(
        Kind.SYNTAX,
        range,
        "double quotes",
        new Repair("Use double quotes", certain, List.of(new TextEdit(range, doubled(inner)))));
  }

  /** What stood between other quotes, in double ones. {@code \'} is no escape of JSON. */
  private static String doubled(String inner) {
    StringBuilder result = new StringBuilder(inner.length() + 2).append('"');
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c == '\\' && i + 1 < inner.length()) {
        char escaped = inner.charAt(++i);
        result.append(escaped == '\'' ? "" : "\\").append(escaped);
      } else {
        result.append(c == '"' ? "\\" : "").append(c);
      }
    }
    return result.append('"').toString();
  }
}
