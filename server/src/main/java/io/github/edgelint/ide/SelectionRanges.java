package io.github.edgelint.ide;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How a selection grows: word, text, value, member, table, …, document. */
public final class SelectionRanges {

  private final ConfigTree tree;
  private final int offset;
  private final List<TextRange> candidates = new ArrayList<>();

  private SelectionRanges(ConfigTree tree, int offset) {
    this.tree = tree;
    this.offset = offset;
  }

  /** The ranges around an offset; each lies inside the next, the last one is the document. */
  public static List<TextRange> at(Document document, int offset) {
    ConfigTree tree = document.tree();
    int inText = Math.max(0, Math.min(offset, tree.text().length()));
    return new SelectionRanges(tree, inText).ranges();
  }

  private List<TextRange> ranges() {
    word();
    token();
    LineIndex lines = tree.source().lines();
    add(lines.line(lines.lineOf(offset)));
    tree.sectionAt(offset).ifPresent(section -> add(section.range()));
    values(tree.root());
    add(new TextRange(0, tree.text().length()));
    candidates.sort(Comparator.comparingInt(TextRange::length));
    List<TextRange> growing = new ArrayList<>();
    TextRange last = TextRange.at(offset);
    for (TextRange range : candidates) {
      if (range.contains(last) && !range.equals(last)) {
        growing.add(range);
        last = range;
      }
    }
    if (growing.isEmpty()) {
      growing.add(last);
    }
    return growing;
  }

  private void add(TextRange range) {
    if (range.touches(offset)) {
      candidates.add(range);
    }
  }

  private void word() {
    String text = tree.text();
    int start = offset;
    while (start > 0 && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    add(new TextRange(start, end));
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private void token() {
    Tokens tokens = tree.tokens();
    int index = tokens.indexAt(offset);
    for (int i = Math.max(0, index - 1); i <= index && i < tokens.size(); i++) {
      if (tokens.kind(i) != TokenKind.WHITESPACE && tokens.kind(i) != TokenKind.LINE_BREAK) {
        add(tokens.range(i));
      }
    }
  }

  private void values(ConfigNode root) {
    ConfigNode node = root;
    while (node != null) {
      add(node.range());
      if (node instanceof ScalarNode scalar) {
        add(scalar.contentRange());
      }
      ConfigNode below = null;
      for (Member member : node.members()) {
        if (member.range().touches(offset) || member.value().range().touches(offset)) {
          add(member.key().range());
          add(member.range());
          below = member.value();
        }
      }
      for (ConfigNode item : node.items()) {
        if (item.range().touches(offset)) {
          below = item;
        }
      }
      node = below;
    }
  }
}
