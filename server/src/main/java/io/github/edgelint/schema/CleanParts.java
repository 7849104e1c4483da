package io.github.edgelint.schema;

import io.github.edgelint.text.Recent;
import java.util.List;

/**
 * Parts of JSON documents in which a check with the same options found nothing. An edit leaves most
 * of a document as it was, and what is found in an object depends on nothing but its text and the
 * schemas that hold for it. Safe for several threads.
 */
public final class CleanParts {

  /** Below, a look is cheaper than remembering; above, the parts of the part are remembered. */
  static final int SHORTEST = 100;

  static final int LONGEST = 2000;

  private static final int KEPT = 1000;

  private record Part(List<SchemaNode> schemas, String text) {}

  private final Recent<Part, Boolean> clean = new Recent<>(KEPT);

  boolean has(List<SchemaNode> schemas, String text) {
    return clean.find(new Part(schemas, text)).isPresent();
  }

  void add(List<SchemaNode> schemas, String text) {
    clean.keep(new Part(schemas, text), true);
  }
}
