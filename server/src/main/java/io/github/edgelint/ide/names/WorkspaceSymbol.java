package io.github.edgelint.ide.names;

import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;

/**
 * Something with a name in the workspace.
 *
 * @param range its name in the document
 */
public record WorkspaceSymbol(String name, Kind kind, Document document, TextRange range) {

  /** What has the name. */
  public enum Kind {
    MODULE,
    ROUTE,
    /** A table of a device configuration. */
    TABLE
  }
}
