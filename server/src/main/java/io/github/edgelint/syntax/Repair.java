package io.github.edgelint.syntax;

import io.github.edgelint.text.TextEdit;
import java.util.List;

/**
 * A way to mend a syntax problem.
 *
 * @param title what it does, in the imperative
 * @param safe whether the meaning is beyond doubt and nothing is lost
 */
public record Repair(String title, boolean safe, List<TextEdit> edits) {

  public static Repair safe(String title, TextEdit... edits) {
    return new Repair(title, true, List.of(edits));
  }

  public static Repair unsafe(String title, TextEdit... edits) {
    return new Repair(title, false, List.of(edits));
  }

  /** The first place it changes. */
  public int start() {
    return edits.stream().mapToInt(edit -> edit.range().start()).min().orElseThrow();
  }

  /** Behind the last place it changes. */
  public int end() {
    return edits.stream().mapToInt(edit -> edit.range().end()).max().orElseThrow();
  }
}
