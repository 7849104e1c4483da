package io.github.edgelint.proxy;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of one file.
 *
 * @param before its text; empty for a file that is made
 * @param after its new text; empty for a file that goes
 */
public record FileChange(DocPath path, Optional<String> before, Optional<String> after) {

  public boolean creates() {
    return before.isEmpty();
  }

  public boolean deletes() {
    return after.isEmpty();
  }

  /** The change line by line; of a file that goes, the removal of all its text. */
  public DocumentEdit edit() {
    if (creates()) {
      return DocumentEdit.create(path, after.orElse(""));
    }
    String text = before.get();
    LineIndex lines = new LineIndex(text);
    List<String> old = lines(text);
    List<TextEdit> edits = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, lines(after.orElse(""))).getDeltas()) {
      int first = delta.getSource().getPosition();
      int start = first < old.size() ? lines.lineStart(first) : text.length();
      int length = delta.getSource().getLines().stream().mapToInt(String::length).sum();
      edits.add(
          new TextEdit(
              TextRange.ofLength(start, length), String.join("", delta.getTarget().getLines())));
    }
    return new DocumentEdit(path, edits, false);
  }

  /** The lines with their ends; none of an empty text. */
  private static List<String> lines(String text) {
    LineIndex index = new LineIndex(text);
    List<String> lines = new ArrayList<>(index.lineCount());
    for (int i = 0; i < index.lineCount(); i++) {
      String line = text.substring(index.lineStart(i), index.lineEndWithBreak(i));
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Shows the file only, since texts hold passwords. */
  @Override
  public String toString() {
    return (creates() ? "create " : deletes() ? "delete " : "change ") + path;
  }
}
