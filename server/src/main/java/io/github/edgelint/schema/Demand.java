package io.github.edgelint.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a document breaks: a schema, and the schemas that made it hold. What our schemas annotate
 * about a violation is looked for on the way from the inside out.
 */
public final class Demand {

  private final List<SchemaNode> inwardLast;

  private Demand(List<SchemaNode> inwardLast) {
    this.inwardLast = inwardLast;
  }

  /**
   * @param beginnings the schemas that a value is measured by
   * @param broken one of those that they are made of
   */
  static Demand of(List<SchemaNode> beginnings, SchemaNode broken) {
    List<SchemaNode> way = new ArrayList<>();
    for (SchemaNode beginning : beginnings) {
      if (leads(beginning, broken, way)) {
        return new Demand(way);
      }
    }
    return new Demand(List.of(broken));
  }

  private static boolean leads(SchemaNode from, SchemaNode to, List<SchemaNode> way) {
    way.add(from);
    if (from.equals(to)) {
      return true;
    }
    for (SchemaNode part : from.madeOf()) {
      if (leads(part, to, way)) {
        return true;
      }
    }
    way.remove(way.size() - 1);
    return false;
  }

  /** The schema that is broken. */
  public SchemaNode schema() {
    return inwardLast.get(inwardLast.size() - 1);
  }

  /** What a reader does because of it, as the end of a sentence. */
  public Optional<String> consequence() {
    return annotation("consequence").or(() -> schema().file().root().documentation().consequence());
  }

  /** A text of {@code x-edgelint}. */
  public Optional<String> annotation(String name) {
    for (int i = inwardLast.size() - 1; i >= 0; i--) {
      Optional<JsonValue> found = inwardLast.get(i).documentation().annotation(name);
      if (found.isPresent()) {
        return found.get().asText();
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return schema().location();
  }
}
