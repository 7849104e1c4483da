package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;
import java.util.List;

/**
 * An array, or a TOML array of tables.
 *
 * @param range the brackets and all between; for an array of tables the header of its first element
 * @param items the values in order
 * @param ofTables whether it is written with {@code [[header]]} lines
 */
public record ArrayNode(TextRange range, List<ConfigNode> items, boolean ofTables)
    implements ConfigNode {

  public ArrayNode {
    items = List.copyOf(items);
  }
}
