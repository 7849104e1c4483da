package io.github.edgelint.schema;

import java.util.ArrayList;
import java.util.List;

/** Which schemas hold for a key of an object. */
final class Keys {

  private Keys() {}

  /**
   * The schemas for the value of a key where several hold for its object; empty when they let it be
   * anything; null when one of them does not know the key and takes no other.
   */
  static List<SchemaNode> of(List<SchemaNode> parts, String name) {
    List<SchemaNode> found = List.of();
    for (int i = 0; i < parts.size(); i++) {
      SchemaNode part = parts.get(i);
      SchemaNode schema = part.named(name);
      if (schema == null) {
        if (part.isClosed()) {
          return null;
        }
        schema = part.additional();
      }
      if (schema != null) {
        if (schema.isNever()) {
          return null;
        }
        found = joined(found, schema);
      }
    }
    return found;
  }

  /** The schemas for the value of a key that a reader without letter case finds; never null. */
  static List<SchemaNode> ofAnyCase(List<SchemaNode> parts, String name) {
    String known = spellingOf(parts, name);
    return known != null && known.equalsIgnoreCase(name) ? of(parts, known) : List.of();
  }

  /** The first schema that does not take a key that {@link #of} gives null for. */
  static SchemaNode refusing(List<SchemaNode> parts, String name) {
    for (SchemaNode part : parts) {
      if (of(part.alone(), name) == null) {
        return part;
      }
    }
    throw new IllegalArgumentException(name + " is taken");
  }

  static List<SchemaNode> joined(List<SchemaNode> some, SchemaNode more) {
    if (some.isEmpty()) {
      return more.alone();
    }
    List<SchemaNode> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  /** The key that is known and differs only in letter case or underscores, or null. */
  static String spellingOf(List<SchemaNode> parts, String name) {
    for (SchemaNode part : parts) {
      String known = part.spellingOf(name);
      if (known != null && of(parts, known) != null) {
        return known;
      }
    }
    return null;
  }
}
