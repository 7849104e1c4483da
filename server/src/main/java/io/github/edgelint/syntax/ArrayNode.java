package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;
import java.util.List;

/** An array, or a TOML array of tables. */
public final class ArrayNode extends ConfigNode {

  private final List<ConfigNode> items;
  private final boolean ofTables;

  /**
   * @param range the brackets and all between; for an array of tables the header of its first
   *     element
   * @param ofTables whether it is written with {@code [[header]]} lines
   */
  public ArrayNode(TextRange range, List<ConfigNode> items, boolean ofTables) {
    super(range);
    this.items = List.copyOf(items);
    this.ofTables = ofTables;
  }

  /** The values in order. */
  @Override
  public List<ConfigNode> items() {
    return items;
  }

  /** Whether it is written with {@code [[header]]} lines. */
  public boolean ofTables() {
    return ofTables;
  }
}
