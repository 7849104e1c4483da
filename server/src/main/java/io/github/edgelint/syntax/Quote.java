package io.github.edgelint.syntax;

import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextRange;

/** How a key or text is written. */
public enum Quote {
  NONE(""),
  DOUBLE("\""),
  SINGLE("'"),
  TRIPLE_DOUBLE("\"\"\""),
  TRIPLE_SINGLE("'''");

  private final String mark;

  Quote(String mark) {
    this.mark = mark;
  }

  /** The characters before and after the text. */
  public String mark() {
    return mark;
  }

  // Large workspaces hold millions of texts, and nearly all stand right behind their mark as they
  // are: these keep no map, and get one when somebody asks.

  /** The map that a text in these quotes has to keep; null for one that tells nothing. */
  OffsetMap keptOffsets(TextRange range, OffsetMap offsets) {
    return offsets == null || offsets.isVerbatimAt(range.start() + mark.length()) ? null : offsets;
  }

  /** The map of a text that kept {@code offsets}. */
  OffsetMap offsets(TextRange range, String text, OffsetMap offsets) {
    return offsets == null
        ? OffsetMap.verbatim(range.start() + mark.length(), text.length())
        : offsets;
  }
}
