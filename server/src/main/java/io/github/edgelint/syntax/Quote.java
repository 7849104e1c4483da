package io.github.edgelint.syntax;

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
}
