package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.Cursor;
import io.github.edgelint.schema.CheckOptions;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.Schemas;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.DocumentSchema;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which schema speaks about the tree of a cursor. */
final class SchemaPlaces {

  private static final Pattern NEW_MANIFEST = Pattern.compile(".*(deployment|layer).*\\.json");

  /** No more than braces and the beginning of a key. */
  private static final Pattern NOTHING_YET =
      Pattern.compile("\\s*+\\{?+\\s*+\"?+\\w*+\"?+\\s*+\\}?+\\s*+");

  private SchemaPlaces() {}

  /** What the schema knows of the cursor's tree; empty where there is none. */
  static Optional<Lookup> of(Cursor cursor) {
    if (cursor.tree() != cursor.document().tree()) {
      return Optional.of(createOptions(cursor));
    }
    return cursor.document().kind() == DocumentKind.OTHER
        ? ofNewManifest(cursor)
        : cursor.document().schema().map(DocumentSchema::lookup);
  }

  /** The schema of a manifest to be: so far only the name of the file tells what it will hold. */
  private static Optional<Lookup> ofNewManifest(Cursor cursor) {
    String name = cursor.document().path().name().toLowerCase(Locale.ROOT);
    if (!NEW_MANIFEST.matcher(name).matches()
        || !NOTHING_YET.matcher(cursor.tree().text()).matches()) {
      return Optional.empty();
    }
    String schema =
        name.contains("template")
            ? "deployment-template"
            : name.contains("layer") ? "layered-deployment" : "deployment-manifest";
    return Optional.of(
        new Lookup(
            cursor.tree(),
            Schemas.bundled().get(schema),
            CheckOptions.STRICT.withIgnoreCase(true)));
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
