package io.github.edgelint.syntax.toml;

import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Turns lines into comments. */
public final class CommentedLines {

  private CommentedLines() {}

  /**
   * Puts {@code # } before the first word of every line that a range touches. Blank lines and lines
   * that are comments already stay as they are.
   */
  public static List<TextEdit> commentOut(SourceText source, TextRange range) {
    LineIndex lines = source.lines();
    List<TextEdit> edits = new ArrayList<>();
    for (int line = lines.lineOf(range.start()); line <= lines.lineOf(range.end()); line++) {
      int first =
          lines.lineStart(line) == 0 && source.hasByteOrderMark() ? 1 : lines.lineStart(line);
      int end = lines.lineEnd(line);
      while (first < end && TomlScanner.isBlank(source.text().charAt(first))) {
        first++;
      }
      if (first < end && source.text().charAt(first) != '#') {
        edits.add(TextEdit.insert(first, "# "));
      }
    }
    return edits;
  }
}
