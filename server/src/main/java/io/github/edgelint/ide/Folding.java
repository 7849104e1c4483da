package io.github.edgelint.ide;

import io.github.edgelint.ide.FoldingRange.Kind;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be folded: objects, arrays, tables, sections, texts of several lines, comments. */
public final class Folding {

  private static final int MOST = 5000;

  private final ConfigTree tree;
  private final LineIndex lines;
  private final Map<Integer, FoldingRange> byStart = new LinkedHashMap<>();

  private Folding(ConfigTree tree) {
    this.tree = tree;
    this.lines = tree.source().lines();
  }

  /** The folding ranges of a document in order of place, at most one for each first line. */
  public static List<FoldingRange> of(Document document) {
    Folding folding = new Folding(document.tree());
    if (document.tree().language() != Language.JSON) {
      folding.sections();
    }
    folding.values(document.tree().root());
    folding.comments();
    List<FoldingRange> ranges = new ArrayList<>(folding.byStart.values());
    ranges.sort(Comparator.comparingInt(FoldingRange::startLine));
    return ranges;
  }

  private void add(int startLine, int endLine, Kind kind) {
    if (endLine > startLine && byStart.size() < MOST) {
      byStart.putIfAbsent(startLine, new FoldingRange(startLine, endLine, kind));
    }
  }

  private void sections() {
    for (Section section : tree.sections()) {
      if (!section.header().isEmpty()) {
        int last = Math.max(section.table().range().end(), section.header().end());
        boolean own = section.range().start() <= last && last <= section.range().end();
        int end = own ? last : section.header().end();
        add(lines.lineOf(section.header().start()), lines.lineOf(end), Kind.CODE);
      }
    }
  }

  // Depth is bounded by ConfigTree.MAX_DEPTH.
  private void values(ConfigNode node) {
    TextRange range = node.range();
    boolean brackets =
        (node instanceof ObjectNode object && object.form() == ObjectNode.Form.BRACES)
            || (node instanceof ArrayNode array && !array.ofTables());
    if (brackets) {
      int endLine = lines.lineOf(range.end());
      // The line of the closing bracket stays.
      boolean closed = range.length() > 1 && "]}".indexOf(tree.text().charAt(range.end() - 1)) >= 0;
      add(lines.lineOf(range.start()), closed ? endLine - 1 : endLine, Kind.CODE);
    } else if (node instanceof ScalarNode) {
      add(lines.lineOf(range.start()), lines.lineOf(range.end()), Kind.CODE);
    }
    for (Member member : node.members()) {
      values(member.value());
    }
    for (ConfigNode item : node.items()) {
      values(item);
    }
  }

  /** Comments of several lines, and several comments on lines of their own one after the other. */
  private void comments() {
    int start = -1;
    int end = -1;
    for (Comment comment : tree.comments()) {
      int first = lines.lineOf(comment.range().start());
      int last = lines.lineOf(comment.range().end());
      if (start >= 0 && comment.ownLine() && first == end + 1) {
        end = last;
        continue;
      }
      add(start, end, Kind.COMMENT);
      start = comment.ownLine() ? first : -1;
      end = comment.ownLine() ? last : -1;
      if (!comment.ownLine()) {
        add(first, last, Kind.COMMENT);
      }
    }
    add(start, end, Kind.COMMENT);
  }
}
