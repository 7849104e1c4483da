package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * What TOML 1.0 refuses in the inline tables of one value, and the colons that JSON pasted there
 * has. Each is one mistake however often it is made.
 */
final class InlineTables {

  private final TomlScanner scanner;
  private final List<TextEdit> joins = new ArrayList<>(0);
  private final List<TextEdit> colons = new ArrayList<>(0);
  private TextRange firstNewer;
  private String construct;
  private boolean holdsComment;
  private final int problemsBefore;

  InlineTables(TomlScanner scanner) {
    this.scanner = scanner;
    this.problemsBefore = scanner.problems().size();
  }

  /**
   * Passes over blanks, comments and line ends between the parts of an inline table; gives whether
   * a line ended.
   */
  boolean trivia() {
    scanner.blanks();
    int c = scanner.peek();
    if (c != '#' && c != '\n' && c != '\r') {
      return false;
    }
    int from = scanner.lastEnd();
    int start = scanner.at();
    int comments = scanner.comments().size();
    boolean crossed = scanner.trivia();
    holdsComment |= scanner.comments().size() > comments;
    TextRange first = c == '#' ? scanner.comments().get(comments).range() : lineBreakAt(start);
    newer(
        first,
        c == '#' ? "A comment inside an inline table" : "A line break inside an inline table");
    joins.add(new TextEdit(new TextRange(from, scanner.at()), " "));
    return crossed;
  }

  private TextRange lineBreakAt(int offset) {
    return TextRange.ofLength(offset, scanner.text().startsWith("\r\n", offset) ? 2 : 1);
  }

  void trailingComma(TextRange comma) {
    newer(comma, "A trailing comma in an inline table");
    joins.add(TextEdit.delete(comma));
  }

  private void newer(TextRange range, String what) {
    if (firstNewer == null || range.start() < firstNewer.start()) {
      firstNewer = range;
      construct = what;
    }
  }

  void colon(TextRange range) {
    String text = scanner.text();
    boolean blankBehind = TomlScanner.isBlank(scanner.peek());
    boolean blankBefore = TomlScanner.isBlank(text.charAt(range.start() - 1));
    colons.add(new TextEdit(range, (blankBefore ? "=" : " =") + (blankBehind ? "" : " ")));
  }

  /**
   * The value ends.
   *
   * @param abandoned whether it lacks a closing bracket, so that its line ends mean nothing
   */
  void finish(boolean abandoned, TextRange value) {
    boolean sound = scanner.problems().size() == problemsBefore && colons.isEmpty();
    if (!colons.isEmpty()) {
      scanner
          .problems()
          .add(
              SyntaxProblem.of(
                      Kind.SYNTAX,
                      colons.get(0).range(),
                      "an inline table parts key and value by `=`, not by `:` as JSON does",
                      new Repair("Write `=`", true, colons))
                  .withRegion(value));
    }
    if (firstNewer != null && !abandoned) {
      boolean onlyComma = joins.size() == 1 && joins.get(0).newText().isEmpty();
      String title = onlyComma ? "Remove the trailing comma" : "Put the table on one line";
      scanner
          .problems()
          .add(
              SyntaxProblem.of(
                      Kind.TOML_NEWER_SYNTAX,
                      firstNewer,
                      construct,
                      new Repair(title, sound && !holdsComment, joins))
                  .withRegion(value));
    }
  }
}
