package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.OddBlanks;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;

/** What stands between the tokens of a JSON file and does not belong there. */
final class JsonTrivia {

  private JsonTrivia() {}

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
    boolean wide = range.of(text).chars().anyMatch(c -> OddBlanks.isWide((char) c));
    String code = OddBlanks.codeOf(text.charAt(range.start()));
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
