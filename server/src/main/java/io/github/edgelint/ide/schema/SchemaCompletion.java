package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.CompletionItem;
import io.github.edgelint.ide.CompletionProvider;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.workspace.Snapshot;
import java.util.Optional;
import java.util.function.Consumer;

/** Keys, values, headers and whole blocks that the schema of the file knows for a place. */
public final class SchemaCompletion implements CompletionProvider {

  @Override
  public void complete(Cursor cursor, Snapshot snapshot, Consumer<CompletionItem> proposals) {
    Optional<Cursor> inner = cursor.createOptions();
    if (inner.isPresent()) {
      propose(inner.get(), snapshot, proposals);
    } else if (cursor.route().filter(route -> !route.place().text().text().isBlank()).isEmpty()) {
      propose(cursor, snapshot, proposals);
    }
  }

  private static void propose(
      Cursor cursor, Snapshot snapshot, Consumer<CompletionItem> proposals) {
    Optional<Lookup> lookup = SchemaPlaces.of(cursor);
    if (lookup.isEmpty() || isTaken(cursor)) {
      return;
    }
    Proposals to = new Proposals(cursor, Releases.of(cursor.document(), snapshot), proposals);
    switch (cursor.slot()) {
      case KEY -> {
        new KeyProposals(cursor, lookup.get(), to).propose();
        new BaseProposals(cursor, to).propose(snapshot);
      }
      case HEADER -> new HeaderProposals(cursor, lookup.get(), to).propose();
      case VALUE -> new ValueProposals(cursor, lookup.get(), to).propose();
      case COMMENT, NOWHERE -> {}
    }
  }

  private static boolean isTaken(Cursor cursor) {
    return switch (cursor.slot()) {
      case KEY, VALUE -> new Slots(cursor).isTaken();
      case HEADER -> false;
      case COMMENT, NOWHERE -> true;
    };
  }
}
