package io.github.edgelint.ide;

import io.github.edgelint.workspace.Snapshot;
import java.util.function.Consumer;

/** Knows what may be typed at some places. Stateless; called by several threads at once. */
@FunctionalInterface
public interface CompletionProvider {

  /**
   * Proposes items for a place, none where the place is not its business.
   *
   * @param snapshot the documents beside that of the cursor
   */
  void complete(Cursor cursor, Snapshot snapshot, Consumer<CompletionItem> proposals);
}
