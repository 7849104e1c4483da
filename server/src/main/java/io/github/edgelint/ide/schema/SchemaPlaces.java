package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.schema.CheckOptions;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.Schemas;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentSchema;
import java.util.Optional;

/** Which schema speaks about the tree of a cursor. */
final class SchemaPlaces {

  private SchemaPlaces() {}

  /** What the schema knows of the cursor's tree; empty where there is none. */
  static Optional<Lookup> of(Cursor cursor) {
    Document document = cursor.document();
    return cursor.tree() == document.tree()
        ? document.expectedSchema().map(DocumentSchema::lookup)
        : Optional.of(createOptions(cursor));
  }

  private static Lookup createOptions(Cursor cursor) {
    // The agent reads keys in any letter case; aziot-edged does not.
    boolean ignoreCase = cursor.document().kind().isManifest();
    return new Lookup(
        cursor.tree(),
        Schemas.bundled().get("create-options"),
        CheckOptions.STRICT.withIgnoreCase(ignoreCase));
  }
}
