package io.github.edgelint.ide.names;

import io.github.edgelint.ide.names.Mention.Role;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The modules and routes of all manifests, and the tables of all device configurations. */
public final class WorkspaceSymbols {

  // More than anybody reads; the editor asks anew with every letter.
  private static final int MOST = 1000;

  private WorkspaceSymbols() {}

  /**
   * The symbols whose names have the letters of a query in this order, in any case; all where it is
   * empty.
   */
  public static List<WorkspaceSymbol> of(Snapshot snapshot, String query) {
    String letters = query.toLowerCase(Locale.ROOT);
    List<WorkspaceSymbol> found = new ArrayList<>();
    for (Document document : snapshot.documents()) {
      for (WorkspaceSymbol symbol : in(document)) {
        if (found.size() < MOST && matches(symbol.name().toLowerCase(Locale.ROOT), letters)) {
          found.add(symbol);
        }
      }
    }
    return found;
  }

  private static List<WorkspaceSymbol> in(Document document) {
    List<WorkspaceSymbol> symbols = new ArrayList<>();
    if (document.kind().isManifest()) {
      for (Mention mention : Mentions.of(document)) {
        if (mention.role() == Role.DEFINITION) {
          WorkspaceSymbol.Kind kind =
              mention.kind() == Mention.Kind.ROUTE
                  ? WorkspaceSymbol.Kind.ROUTE
                  : WorkspaceSymbol.Kind.MODULE;
          symbols.add(new WorkspaceSymbol(mention.name(), kind, document, mention.range()));
        }
      }
    } else if (document.kind() == DocumentKind.DEVICE_CONFIG) {
      for (Section section : document.tree().sections()) {
        NodePath path = document.tree().pathOf(section.table());
        if (!section.header().isEmpty() && !path.steps().isEmpty()) {
          symbols.add(
              new WorkspaceSymbol(
                  String.join(".", path.steps()),
                  WorkspaceSymbol.Kind.TABLE,
                  document,
                  section.header()));
        }
      }
    }
    return symbols;
  }

  private static boolean matches(String name, String letters) {
    int found = 0;
    for (int i = 0; i < name.length() && found < letters.length(); i++) {
      if (name.charAt(i) == letters.charAt(found)) {
        found++;
      }
    }
    return found == letters.length();
  }
}
