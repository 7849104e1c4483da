package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.CompletionItem;
import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.schema.Place;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Turns proposals for a cursor's tree into items of the file, escaped where the tree is a text. */
final class Proposals {

  /** The order of a list: what a person needs first. */
  enum Rank {
    BLOCK(0),
    REQUIRED(1),
    KEY(2),
    OTHER(3),
    LAST(4);

    private final int number;

    Rank(int number) {
      this.number = number;
    }
  }

  private final Cursor cursor;
  private final Releases releases;
  private final Consumer<CompletionItem> sink;
  private int count;

  Proposals(Cursor cursor, Releases releases, Consumer<CompletionItem> sink) {
    this.cursor = cursor;
    this.releases = releases;
    this.sink = sink;
  }

  /** The releases that the file is for. */
  Releases releases() {
    return releases;
  }

  /** What stands for a key or value in a list. */
  record Words(String label, Kind kind, String detail, String documentation, Rank rank) {}

  /**
   * Proposes a text.
   *
   * @param typed what the text that is replaced is compared with
   * @param edits that belong to it, elsewhere in the tree
   */
  void add(Words words, TextRange replaced, SnippetText text, String typed, List<TextEdit> edits) {
    Optional<SnippetText> written = text.mapWhere(this::escaped);
    Optional<List<TextEdit>> additional = cursor.toFile(edits);
    Optional<String> filter = escaped(typed);
    if (written.isEmpty() || additional.isEmpty() || filter.isEmpty()) {
      return;
    }
    sink.accept(
        new CompletionItem(
            words.label(),
            words.kind(),
            words.detail(),
            words.documentation(),
            cursor.toFile(replaced),
            written.get().plain(),
            written.get().snippet(),
            CompletionItem.order(words.rank().number, count++),
            filter.get(),
            additional.get()));
  }

  private Optional<String> escaped(String text) {
    TextEdit edit = TextEdit.insert(cursor.offset(), text);
    return cursor.toFile(List.of(edit)).map(edits -> edits.isEmpty() ? "" : edits.get(0).newText());
  }

  /** What a place says about itself for the documentation of an item. */
  static String markdown(Place place) {
    String markdown = place.markdown().orElse("");
    Function<String, String> withAdvice =
        advice -> markdown.isEmpty() ? advice : markdown + "\n\n**Deprecated.** " + advice;
    return place.said(words -> words.deprecationMessage()).map(withAdvice).orElse(markdown);
  }
}
