package io.github.edgelint.edit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value to be written, in no notation yet. */
public sealed interface NewValue {

  /** A text; it is quoted and escaped as the notation asks. */
  record Text(String text) implements NewValue {}

  /** A number, boolean, or a piece already in the notation of the file; written as it is. */
  record Literal(String text) implements NewValue {}

  /** An object or inline table; members keep their order. */
  record Members(Map<String, NewValue> members) implements NewValue {
    public Members {
      members = new LinkedHashMap<>(members);
    }
  }

  /** An array. */
  record Items(List<NewValue> items) implements NewValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  static NewValue text(String text) {
    return new Text(text);
  }

  static NewValue literal(String text) {
    return new Literal(text);
  }

  static NewValue object(String key, NewValue value) {
    return new Members(Map.of(key, value));
  }

  static NewValue array(NewValue... items) {
    return new Items(Arrays.asList(items));
  }
}
