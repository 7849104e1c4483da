package io.github.edgelint.rules.schema;

import io.github.edgelint.schema.SchemaNode;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.Map;

/** The keys of {@code config.toml} that stand above the first table. */
final class RootKeys {

  private RootKeys() {}

  /** Whether the device configuration reads a key of this name above its first table only. */
  static boolean isOne(Document document, String key) {
    if (document.kind() != DocumentKind.DEVICE_CONFIG) {
      return false;
    }
    Map<String, SchemaNode> known = document.schema().orElseThrow().schema().root().properties();
    SchemaNode schema = known.get(key);
    return schema != null
        && schema
            .documentation()
            .annotation("placement")
            .filter(placement -> placement.display().equals("root"))
            .isPresent();
  }
}
