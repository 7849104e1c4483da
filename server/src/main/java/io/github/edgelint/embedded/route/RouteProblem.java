package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A place where the text of a route is not what edgeHub can read.
 *
 * @param range the token at fault; right after the last good token where something is missing
 * @param expected what should stand there, in words that fit before "expected"
 * @param late whether edgeHub notices only when it compiles the condition: it has reported success
 *     by then, and keeps the old routes
 * @param mend the edits of the route that put it right, where there is one way to do so
 */
public record RouteProblem(
    Kind kind, TextRange range, String expected, boolean late, Optional<Mend> mend) {

  /** What is wrong. */
  public enum Kind {
    /** Nothing but blanks and comments. */
    EMPTY,
    /** Something else than the language has in this place. */
    UNEXPECTED,
    /** A source that does not begin with a slash. */
    MISSING_SLASH,
    /** A source that ends in a slash. */
    TRAILING_SLASH,
    /** A reserved word, a number or a forbidden character as a part of a source. */
    SOURCE_PART,
    /** The {@code /*} of a source opens a comment. */
    COMMENT,
    /** {@code ==} */
    DOUBLE_EQUAL,
    /** {@code &&}, {@code &} or {@code |} */
    LOGIC_SYMBOL,
    /** {@code LIKE}, {@code IN}, {@code IS} or {@code BETWEEN} */
    SQL_OPERATOR,
    /** A doubled quote where an escape is meant. */
    DOUBLED_QUOTE,
    /** Two words that run into each other. */
    MISSING_BLANK,
    /** A backslash before a quote, left over from escaping twice. */
    ESCAPED_QUOTE,
    /** A backslash in a text that begins no escape. */
    ESCAPE,
    /** A quote that nothing closes. */
    UNTERMINATED_TEXT,
    /** A character that the language has no use for. */
    SYMBOL,
    /** A parenthesis that nothing closes. */
    MISSING_PARENTHESIS,
    /** A closing parenthesis that nothing opens. */
    EXTRA_PARENTHESIS,
    /** A sink in quotes. */
    QUOTED_SINK,
    /** {@code upstream} without its dollar sign. */
    BARE_SINK,
    /** The address of an endpoint without quotes. */
    UNQUOTED_ADDRESS
  }

  /**
   * A way to put a route right.
   *
   * @param title what the edits do, as the title of a quick fix
   * @param certain whether nothing else can have been meant
   */
  public record Mend(String title, List<TextEdit> edits, boolean certain) {
    public Mend {
      edits = List.copyOf(edits);
    }

    static Mend certain(String title, TextEdit... edits) {
      return new Mend(title, List.of(edits), true);
    }

    static Mend guess(String title, TextEdit... edits) {
      return new Mend(title, List.of(edits), false);
    }
  }
}
