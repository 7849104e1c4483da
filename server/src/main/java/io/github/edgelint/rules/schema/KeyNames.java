package io.github.edgelint.rules.schema;

import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Locale;

/** Keys that are none of the schema rules' business although no schema knows them. */
final class KeyNames {

  private KeyNames() {}

  /**
   * Whether edgeAgent takes the key for a piece of createOptions: it looks for that word anywhere
   * in the name (Azure/iotedge:edge-util/src/Microsoft.Azure.Devices.Edge.Util/JsonEx.cs).
   */
  static boolean isPieceOfCreateOptions(SchemaProblem.UnknownKey unknown, Document document) {
    List<String> path = document.tree().pathOf(unknown.object()).steps();
    return !path.isEmpty()
        && path.get(path.size() - 1).toLowerCase(Locale.ROOT).endsWith("settings")
        && unknown.member().name().toLowerCase(Locale.ROOT).contains("createoptions");
  }
}
