package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;

/** Text where a value belongs, but none that the notation knows. */
public final class ErrorNode extends ConfigNode {

  /**
   * @param range the text that was passed over
   */
  public ErrorNode(TextRange range) {
    super(range);
  }
}
