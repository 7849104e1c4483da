package io.github.edgelint.ide;

import io.github.edgelint.workspace.Snapshot;
import java.util.Optional;

/** Knows what some places mean. Stateless; called by several threads at once. */
@FunctionalInterface
public interface HoverProvider {

  /**
   * Explains a place; empty where the place is not its business.
   *
   * @param snapshot the documents beside that of the cursor
   */
  Optional<HoverText> hover(Cursor cursor, Snapshot snapshot);
}
