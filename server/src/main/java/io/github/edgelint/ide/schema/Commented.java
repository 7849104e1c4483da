package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.ide.Cursor;
import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.ide.schema.Proposals.Rank;
import io.github.edgelint.ide.schema.Proposals.Words;
import io.github.edgelint.schema.Place;
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
  private final Proposals proposals;
  private final TextRange replaced;

  Commented(Cursor cursor, Proposals proposals) {
    this.tree = cursor.tree();
    this.comments = CommentedToml.of(tree);
    this.proposals = proposals;
    this.replaced = new Slots(cursor).replaced();
  }

  /** A key of an active table. */
  void key(List<String> table, String name, Place place, Rank rank) {
    List<String> path = new ArrayList<>(table);
    path.add(name);
    for (Entry entry : comments.entries(path.toArray(String[]::new))) {
      if (entry.key().size() == 1 && isActive(table, entry.range())) {
        propose(name, name, place, rank, entry.range(), entry.uncomment(), Kind.PROPERTY);
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
      List<TextEdit> edits = new ArrayList<>(block.header().uncomment());
      TextRange range = block.header().range();
      for (Entry entry : block.entries()) {
        edits.addAll(entry.uncomment());
        range = range.union(entry.range());
      }
      String label = "[" + String.join(".", path) + "]";
      propose(label, path.get(path.size() - 1), place, rank, range, edits, Kind.TABLE);
    }
  }

  private void propose(
      String label,
      String typed,
      Place place,
      Rank rank,
      TextRange range,
      List<TextEdit> edits,
      Kind kind) {
    if (edits.stream().anyMatch(edit -> edit.range().touches(replaced.start()))) {
      return;
    }
    int first = tree.source().lines().lineOf(range.start()) + 1;
    int last = tree.source().lines().lineOf(range.end()) + 1;
    String lines = first == last ? "line " + first : "lines " + first + " to " + last;
    String documentation =
        "Uncomments "
            + lines
            + ".\n\n```toml\n"
            + range.of(tree.text())
            + "\n```\n\n"
            + Proposals.markdown(place);
    proposals.add(
        new Words(label + " (uncomment " + lines + ")", kind, "", documentation, rank),
        replaced,
        SnippetText.EMPTY,
        typed,
        edits);
  }
}
