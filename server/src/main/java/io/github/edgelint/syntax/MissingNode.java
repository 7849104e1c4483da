package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;

/**
 * A value that is not there: not typed yet, or asked for where the document has none.
 *
 * @param range the empty place where it would stand
 */
public record MissingNode(TextRange range) implements ConfigNode {

  /** Stands for what a look-up did not find; its range means nothing. */
  public static final MissingNode NOWHERE = new MissingNode(TextRange.at(0));
}
