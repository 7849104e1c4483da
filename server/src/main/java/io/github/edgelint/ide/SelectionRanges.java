package io.github.edgelint.ide;

import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.embedded.route.Highlight;
import io.github.edgelint.embedded.route.Route;
import io.github.edgelint.embedded.route.RouteToken;
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
import java.util.function.UnaryOperator;

/**
 * How a selection grows: word, text, value, member, table, …, document. Inside the text of a route
 * it grows by the parts of the route, inside create options by their values.
 */
public final class SelectionRanges {

  private final Document document;
  private final ConfigTree tree;
  private final int offset;
  private final List<TextRange> candidates = new ArrayList<>();

  private SelectionRanges(Document document, int offset) {
    this.document = document;
    this.tree = document.tree();
    this.offset = offset;
  }

  /** The ranges around an offset; each lies inside the next, the last one is the document. */
  public static List<TextRange> at(Document document, int offset) {
    int inText = Math.max(0, Math.min(offset, document.source().length()));
    return new SelectionRanges(document, inText).ranges();
  }

  private List<TextRange> ranges() {
    word();
    token();
    LineIndex lines = tree.source().lines();
    add(lines.line(lines.lineOf(offset)));
    tree.sectionAt(offset).ifPresent(section -> add(section.range()));
    values(tree.root(), offset, range -> range);
    Cursor cursor = Cursor.at(document, offset);
    cursor.route().ifPresent(this::route);
    cursor
        .createOptions()
        .ifPresent(inner -> values(inner.tree().root(), inner.offset(), inner::toFile));
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

  /**
   * The values of a tree around an offset of it.
   *
   * @param toFile where a range of the tree stands in the document
   */
  private void values(ConfigNode root, int at, UnaryOperator<TextRange> toFile) {
    ConfigNode node = root;
    while (node != null) {
      add(toFile.apply(node.range()));
      if (node instanceof ScalarNode scalar) {
        add(toFile.apply(scalar.contentRange()));
      }
      ConfigNode below = null;
      for (Member member : node.members()) {
        if (member.range().touches(at) || member.value().range().touches(at)) {
          add(toFile.apply(member.key().range()));
          add(toFile.apply(member.range()));
          below = member.value();
        }
      }
      for (ConfigNode item : node.items()) {
        if (item.range().touches(at)) {
          below = item;
        }
      }
      node = below;
    }
  }

  private void route(Cursor.InRoute here) {
    EmbeddedText text = here.place().text();
    Route route = here.entry().route().orElseThrow();
    for (RouteToken token : route.tokens()) {
      if (!token.kind().isTrivia()) {
        add(text.toFile(token.range()));
      }
    }
    for (Highlight piece : route.highlights()) {
      add(text.toFile(piece.range()));
    }
    route.source().ifPresent(source -> add(text.toFile(source.range())));
    route.condition().ifPresent(condition -> add(text.toFile(condition.range())));
    route.sink().ifPresent(sink -> add(text.toFile(sink.range())));
  }
}
