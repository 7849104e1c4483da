package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;

/** What stands between the tokens of a JSON file and does not belong there. */
final class JsonTrivia {

  // Blanks to the eye; JSON knows four blanks only.
  private static final String WIDE =
      "\f\u000B\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
          + "\u200A\u2028\u2029\u202F\u205F\u3000";
  private static final String INVISIBLE =
      "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068"
          + "\u2069\uFEFF";

  private JsonTrivia() {}

  static boolean isOddBlank(char c) {
    return (c <= '\r' || c >= '\u0085') && (WIDE.indexOf(c) >= 0 || INVISIBLE.indexOf(c) >= 0);
  }

  /** A comment; one that is not closed is more than that. */
  static SyntaxProblem comment(String text, Comment comment) {
    TextRange range = comment.range();
    boolean block = text.startsWith("/*", range.start());
    if (block && (range.length() < 4 || !text.startsWith("*/", range.end() - 2))) {
      return SyntaxProblem.of(Kind.SYNTAX, range, "`*/` at the end of the comment");
    }
    return SyntaxProblem.of(
        Kind.JSON_COMMENT,
        range,
        "A comment",
        Repair.unsafe("Remove the comment", TextEdit.delete(withItsBlanks(text, range))));
  }

  /**
   * Text passed over between tokens: a comment that starts with a hash, or blanks JSON does not
   * know.
   */
  static SyntaxProblem junk(String text, TextRange range) {
    if (text.charAt(range.start()) == '#') {
      return SyntaxProblem.of(
          Kind.SYNTAX,
          range,
          "JSON instead of a comment",
          Repair.unsafe("Remove the comment", TextEdit.delete(withItsBlanks(text, range))));
    }
    boolean wide = range.of(text).chars().anyMatch(c -> WIDE.indexOf(c) >= 0);
    String code = String.format("U+%04X", (int) text.charAt(range.start()));
    return SyntaxProblem.of(
        Kind.SYNTAX,
        range,
        wide ? "an ordinary blank instead of " + code : "nothing instead of the invisible " + code,
        wide
            ? Repair.safe("Write an ordinary blank", new TextEdit(range, " "))
            : Repair.safe("Remove the invisible character", TextEdit.delete(range)));
  }

  /** With its whole line where it is alone there, else with the blanks in front at a line's end. */
  private static TextRange withItsBlanks(String text, TextRange range) {
    int start = range.start();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    int end = range.end();
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    boolean first = start == 0 || isLineEnd(text.charAt(start - 1));
    boolean last = end == text.length() || isLineEnd(text.charAt(end));
    if (!last) {
      return new TextRange(range.start(), end);
    }
    if (!first || end == text.length()) {
      return new TextRange(start, end);
    }
    return new TextRange(start, end + (text.startsWith("\r\n", end) ? 2 : 1));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
