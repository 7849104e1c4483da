package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;

/**
 * A key with its value.
 *
 * @param key its name; for a TOML table the part of the header (or dotted key) that names it
 * @param value the value; a {@link MissingNode} where the author has not typed it yet
 */
public record Member(Key key, ConfigNode value) {

  public String name() {
    return key.name();
  }

  /**
   * From the key to the end of the value where both stand together; for a TOML table its header and
   * body.
   */
  public TextRange range() {
    return value.range().start() >= key.range().end()
        ? key.range().union(value.range())
        : value.range();
  }
}
