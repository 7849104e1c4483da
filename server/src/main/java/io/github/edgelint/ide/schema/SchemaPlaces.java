package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.schema.CheckOptions;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.Schema;
import io.github.edgelint.schema.Schemas;
import io.github.edgelint.workspace.DocumentKind;
import java.util.Optional;

/** Which schema speaks about the tree of a cursor. */
final class SchemaPlaces {

  private SchemaPlaces() {}

  /** What the schema knows of the cursor's tree; empty where there is none. */
  static Optional<Lookup> of(Cursor cursor) {
    DocumentKind kind = cursor.document().kind();
    boolean embedded = cursor.tree() != cursor.document().tree();
    // The agent and edgeHub read keys in any letter case; the other readers do not.
    CheckOptions options = CheckOptions.STRICT.withIgnoreCase(kind.isManifest());
    return (embedded ? Optional.of("create-options") : name(kind))
        .map(name -> new Lookup(cursor.tree(), schema(name), options));
  }

  private static Schema schema(String name) {
    return Schemas.bundled().get(name);
  }

  private static Optional<String> name(DocumentKind kind) {
    return switch (kind) {
      case DEVICE_CONFIG -> Optional.of("device-config");
      case MANIFEST -> Optional.of("deployment-manifest");
      case TEMPLATE -> Optional.of("deployment-template");
      case LAYERED -> Optional.of("layered-deployment");
      case ENGINE_CONFIG -> Optional.of("engine-config");
      case SETTINGS -> Optional.of("settings");
      case UNIT, DAEMON_FILE, OTHER -> Optional.empty();
    };
  }
}
