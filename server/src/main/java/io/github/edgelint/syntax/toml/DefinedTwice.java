package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Offers to keep one of two definitions and to make a comment of the other. Known when the whole
 * file is read, since a block ends where the next one starts.
 */
final class DefinedTwice {

  /**
   * A header with the lines below it.
   *
   * @param path the keys of the header; empty for the lines above the first one
   * @param entries the entries below it in order, from key to value
   */
  record Block(List<String> path, TextRange header, List<TextRange> entries) {

    int end() {
      return entries.isEmpty() ? header.end() : entries.get(entries.size() - 1).end();
    }

    boolean isBelow(Block other) {
      return path.size() > other.path.size()
          && path.subList(0, other.path.size()).equals(other.path);
    }
  }

  // Nobody mends more of them one by one, and blocks may be long.
  private static final int MOST = 100;

  private final SourceText source;
  private final TableFromInline tableFromInline;
  private final List<Block> blocks;
  private final int[] starts;

  DefinedTwice(SourceText source, ConfigNode root, List<Block> blocks) {
    this.source = source;
    this.tableFromInline = new TableFromInline(source, root);
    this.blocks = blocks;
    this.starts = blocks.stream().mapToInt(block -> block.header().start()).toArray();
    // The first block has no header and may begin where the second one does.
    this.starts[0] = -1;
  }

  /** Adds the repairs to the problems of this kind. */
  void repair(List<SyntaxProblem> problems) {
    int repaired = 0;
    for (int i = 0; i < problems.size() && repaired < MOST; i++) {
      SyntaxProblem problem = problems.get(i);
      if (problem.kind() == Kind.TOML_DEFINED_TWICE && problem.related().isPresent()) {
        problems.set(i, withRepairs(problem, problem.related().get()));
        repaired++;
      }
    }
  }

  private SyntaxProblem withRepairs(SyntaxProblem problem, TextRange earlier) {
    Optional<TextRange> later = definition(problem.range());
    Optional<TextRange> first = definition(earlier);
    List<Repair> repairs = new ArrayList<>(3);
    // In one entry, an inline table, there is no line to spare.
    if (later.isPresent() && first.isPresent() && !later.get().intersects(first.get())) {
      Block clashing = blockAt(problem.range().start());
      if (clashing.header().equals(problem.range())) {
        tableFromInline
            .repair(
                blockAt(earlier.start()), first.get(), earlier, problem.range(), clashing.path())
            .ifPresent(repairs::add);
      }
      repairs.add(commentOut("Comment out this one", later.get()));
      repairs.add(commentOut("Comment out the earlier one", first.get()));
    }
    return new SyntaxProblem(
        problem.kind(),
        problem.range(),
        problem.detail(),
        problem.region(),
        problem.related(),
        repairs);
  }

  private Repair commentOut(String title, TextRange lines) {
    return new Repair(title, false, CommentedLines.commentOut(source, lines));
  }

  private int indexAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }

  private Block blockAt(int offset) {
    return blocks.get(indexAt(offset));
  }

  /** The entry, or the header with all that hangs on it, that holds a place. */
  private Optional<TextRange> definition(TextRange place) {
    int index = indexAt(place.start());
    Block block = blocks.get(index);
    if (block.header().touches(place.start()) && !block.header().isEmpty()) {
      int last = index;
      while (last + 1 < blocks.size() && blocks.get(last + 1).isBelow(block)) {
        last++;
      }
      return Optional.of(new TextRange(block.header().start(), blocks.get(last).end()));
    }
    TextRange next = new TextRange(place.start(), Integer.MAX_VALUE);
    int before = -Collections.binarySearch(block.entries(), next) - 2;
    return before >= 0 && block.entries().get(before).contains(place)
        ? Optional.of(block.entries().get(before))
        : Optional.empty();
  }
}
