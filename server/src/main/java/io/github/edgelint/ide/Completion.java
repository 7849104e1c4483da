package io.github.edgelint.ide;

import io.github.edgelint.ide.names.PlaceholderCompletion;
import io.github.edgelint.ide.names.TwinCompletion;
import io.github.edgelint.ide.route.RouteCompletion;
import io.github.edgelint.ide.schema.SchemaCompletion;
import io.github.edgelint.ide.unit.UnitCompletion;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** What may be typed at a place of a document. */
public final class Completion {

  // Longer lists are of no use to people, and slow editors down.
  private static final int MOST_ITEMS = 1000;

  private Completion() {}

  /** The items for an offset of a document of the snapshot. */
  public static CompletionList at(Snapshot snapshot, Document document, int offset) {
    Cursor cursor = Cursor.at(document, offset);
    if (isInEscape(document.source().text(), cursor.offset())) {
      return new CompletionList(List.of(), false);
    }
    List<CompletionItem> items = new ArrayList<>();
    for (CompletionProvider provider : providers(document)) {
      provider.complete(cursor, snapshot, items::add);
    }
    if (document.kind() != DocumentKind.OTHER) {
      new RuleCompletion().complete(cursor, snapshot, items::add);
    }
    // An editor refuses, or misplaces, what does not replace the caret: within an escape, or where
    // the next piece of create options begins.
    items.removeIf(item -> !item.replace().touches(offset));
    boolean cut = items.size() > MOST_ITEMS;
    return new CompletionList(cut ? items.subList(0, MOST_ITEMS) : items, cut);
  }

  /**
   * Whether a backslash still waits for its letter. The string around is not yet what it will be:
   * it has swallowed its closing quote, and perhaps what follows.
   */
  private static boolean isInEscape(String text, int offset) {
    int start = offset;
    while (start > 0 && text.charAt(start - 1) == '\\') {
      start--;
    }
    return (offset - start) % 2 == 1;
  }

  /** One line per kind of document; its package lists what there is. */
  private static List<CompletionProvider> providers(Document document) {
    return switch (document.kind()) {
      // Among the others are manifests of which nothing is written yet.
      case DEVICE_CONFIG, ENGINE_CONFIG, SETTINGS, OTHER -> List.of(new SchemaCompletion());
      case MANIFEST, TEMPLATE, LAYERED ->
          List.of(
              new RouteCompletion(),
              new TwinCompletion(),
              new PlaceholderCompletion(),
              new SchemaCompletion());
      case UNIT -> List.of(new UnitCompletion());
      case DAEMON_FILE -> List.of();
    };
  }
}
