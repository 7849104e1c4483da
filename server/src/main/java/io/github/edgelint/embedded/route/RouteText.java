package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts in quotes as people write them who know quotes from SQL. */
final class RouteText {

  private RouteText() {}

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
