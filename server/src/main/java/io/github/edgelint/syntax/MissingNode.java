package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;

/** A value that is not there: not typed yet, or asked for where the document has none. */
public final class MissingNode extends ConfigNode {

  /** Stands for what a look-up did not find; its range means nothing. */
  public static final MissingNode NOWHERE = new MissingNode(TextRange.at(0));

  /**
   * @param range the empty place where it would stand
   */
  public MissingNode(TextRange range) {
    super(range);
  }

  @Override
  public boolean isPresent() {
    return false;
  }
}
