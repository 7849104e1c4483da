package io.github.edgelint.ide;

import java.util.List;

/**
 * What may be typed at a place.
 *
 * @param isIncomplete whether the list must be asked for again when more is typed
 */
public record CompletionList(List<CompletionItem> items, boolean isIncomplete) {

  public static final CompletionList EMPTY = new CompletionList(List.of(), false);

  public CompletionList {
    items = List.copyOf(items);
  }
}
