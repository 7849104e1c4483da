package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.ide.schema.Proposals.Rank;
import io.github.edgelint.ide.schema.Proposals.Words;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.Schema;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.syntax.toml.CommentedToml.Block;
import io.github.edgelint.syntax.toml.CommentedToml.Entry;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys and tables that a TOML file has as comments, as the stock {@code config.toml} does. To
 * accept one makes it active where it stands, and takes away what was typed.
 */
final class Commented {

  private final ConfigTree tree;
  private final CommentedToml comments;
  private final Schema schema;
  private final Proposals proposals;
  private final TextRange replaced;

  Commented(Cursor cursor, Proposals proposals) {
    this.tree = cursor.tree();
    this.comments = CommentedToml.of(tree);
    this.schema = cursor.document().expectedSchema().orElseThrow().schema();
    this.proposals = proposals;
    this.replaced = new Slots(cursor).replaced();
  }

  /** A key of an active table. */
  void key(List<String> table, String name, Place place, Rank rank) {
    List<String> path = new ArrayList<>(table);
    path.add(name);
    for (Entry entry : comments.entries(path.toArray(String[]::new))) {
      if (entry.key().size() == 1 && isActive(table, entry.range())) {
        String value = CommentedTable.shown(entry, place);
        propose(
            new Lines(name, name, value, entry.range(), name + " = " + value),
            place,
            rank,
            entry.uncomment(),
            Kind.PROPERTY);
        return;
      }
    }
  }

  /** Whether the header that the comment stands below is active, and is that of the table. */
  private boolean isActive(List<String> table, TextRange comment) {
    Section section = tree.sectionAt(comment.start()).orElse(null);
    if (section == null || !tree.pathOf(section.table()).steps().equals(table)) {
      return false;
    }
    // An entry behind a commented header belongs to that one.
    for (CommentedToml.Item item : comments.within(section.range())) {
      if (item.range().start() >= comment.start()) {
        return true;
      }
      if (item instanceof CommentedToml.Header) {
        return false;
      }
    }
    return true;
  }

  /** The blocks of a table that is not active: the header and the keys below it. */
  void table(List<String> path, Place place, Rank rank) {
    for (Block block : comments.blocks(path.toArray(String[]::new))) {
      if (!block.isFree()) {
        continue;
      }
      CommentedTable table = CommentedTable.of(comments, block, schema);
      String label = "[" + String.join(".", path) + "]";
      propose(
          new Lines(
              label, path.get(path.size() - 1), table.summary(), table.range(), table.shown()),
          place,
          rank,
          table.uncomment(),
          Kind.TABLE);
    }
  }

  /** Lines that become active, from the first to the last, as they will be. */
  private record Lines(String label, String typed, String detail, TextRange range, String text) {}

  private void propose(Lines lines, Place place, Rank rank, List<TextEdit> edits, Kind kind) {
    if (edits.stream().anyMatch(edit -> edit.range().touches(replaced.start()))) {
      return;
    }
    int first = tree.source().lines().lineOf(lines.range().start()) + 1;
    int last = tree.source().lines().lineOf(lines.range().end()) + 1;
    String where = first == last ? "line " + first : "lines " + first + " to " + last;
    String documentation =
        "Uncomments in "
            + where
            + ":\n\n```toml\n"
            + lines.text()
            + "\n```\n\n"
            + Proposals.markdown(place);
    proposals.add(
        new Words(
            lines.label() + " (uncomment " + where + ")",
            kind,
            lines.detail(),
            documentation,
            rank),
        replaced,
        SnippetText.EMPTY,
        lines.typed(),
        edits);
  }
}
