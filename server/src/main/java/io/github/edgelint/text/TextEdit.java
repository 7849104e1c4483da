package io.github.edgelint.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces a range of a text.
 *
 * @param range what goes, in offsets of the text before any edit
 * @param newText what stands there afterwards
 */
public record TextEdit(TextRange range, String newText) {

  public static TextEdit insert(int offset, String text) {
    return new TextEdit(TextRange.at(offset), text);
  }

  public static TextEdit delete(TextRange range) {
    return new TextEdit(range, "");
  }

  /**
   * Whether two edits cannot be applied together: they touch the same code unit, or insert at one
   * place.
   */
  public boolean conflictsWith(TextEdit other) {
    if (range.isEmpty() && other.range.isEmpty()) {
      return range.start() == other.range.start();
    }
    return range.start() < other.range.end() && other.range.start() < range.end();
  }

  /**
   * Applies edits that all refer to {@code text} as it is. Insertions at one offset keep their
   * order.
   *
   * @throws IllegalArgumentException when edits overlap or lie outside the text
   */
  public static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(edit -> edit.range().start()));
    StringBuilder result = new StringBuilder(text.length() + 64);
    int done = 0;
    for (TextEdit edit : sorted) {
      if (edit.range.start() < done || edit.range.end() > text.length()) {
        throw new IllegalArgumentException("edits overlap or leave the text: " + edit.range);
      }
      result.append(text, done, edit.range.start()).append(edit.newText);
      done = edit.range.end();
    }
    return result.append(text, done, text.length()).toString();
  }
}
