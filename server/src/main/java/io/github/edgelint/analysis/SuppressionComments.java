package io.github.edgelint.analysis;

import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the suppression comments of a document.
 *
 * <p>At the end of a line a comment covers that line; alone on its line, the line, table, object or
 * member below it; {@code ignore-file} in the first comments of a file, all of it.
 *
 * @param valid comments with a list of names
 * @param broken comments that start like one and cannot be read
 */
record SuppressionComments(List<Suppression> valid, List<Broken> broken) {

  private static final String MARK = "edgelint:";
  private static final String LINE = "ignore";
  private static final String FILE = "ignore-file";

  /** A comment that does nothing, and why. */
  record Broken(TextRange comment, String reason) {}

  static SuppressionComments of(ConfigTree tree) {
    List<Suppression> valid = new ArrayList<>(0);
    List<Broken> broken = new ArrayList<>(0);
    for (Comment comment : tree.comments()) {
      int mark = comment.text().indexOf(MARK);
      if (mark >= 0 && comment.text().substring(0, mark).isBlank()) {
        read(tree, comment, mark + MARK.length(), valid, broken);
      }
    }
    return new SuppressionComments(valid, broken);
  }

  private static void read(
      ConfigTree tree, Comment comment, int after, List<Suppression> valid, List<Broken> broken) {
    String text = comment.text();
    int open = text.indexOf('[', after);
    int close = text.indexOf(']', Math.max(open, 0));
    String word = text.substring(after, open < 0 ? text.length() : open).strip();
    boolean file = word.equals(FILE);
    if (!file && !word.equals(LINE)) {
      boolean known = word.startsWith(LINE + " ") || word.startsWith(FILE + " ");
      broken.add(
          new Broken(
              comment.range(),
              known
                  ? "a list of codes is missing"
                  : "only `ignore[…]` and `ignore-file[…]` exist"));
    } else if (open < 0 || close < 0) {
      broken.add(new Broken(comment.range(), "a list of codes is missing"));
    } else if (file && !isInFirstComments(tree, comment)) {
      broken.add(
          new Broken(
              comment.range(), "`ignore-file[…]` counts only in the first comments of a file"));
    } else {
      int textStart =
          comment.range().start()
              + tree.text().substring(comment.range().start(), comment.range().end()).indexOf(text);
      List<Suppression.Name> names = names(text, open + 1, close, textStart);
      if (names.isEmpty()) {
        broken.add(new Broken(comment.range(), "a list of codes is missing"));
        return;
      }
      TextRange covers = file ? new TextRange(0, tree.text().length()) : covered(tree, comment);
      valid.add(new Suppression(comment.range(), names, text.substring(close + 1).strip(), covers));
    }
  }

  private static List<Suppression.Name> names(String text, int from, int to, int textStart) {
    List<Suppression.Name> names = new ArrayList<>();
    int start = from;
    while (start < to) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 || comma > to ? to : comma;
      String name = text.substring(start, end).strip();
      if (!name.isEmpty()) {
        int at = textStart + text.indexOf(name, start);
        names.add(new Suppression.Name(name, TextRange.ofLength(at, name.length())));
      }
      start = end + 1;
    }
    return names;
  }

  private static boolean isInFirstComments(ConfigTree tree, Comment comment) {
    Tokens tokens = tree.tokens();
    for (int i = 0; i < tokens.size() && tokens.start(i) < comment.range().start(); i++) {
      if (!isTrivia(tokens.kind(i))) {
        return false;
      }
    }
    return true;
  }

  private static TextRange covered(ConfigTree tree, Comment comment) {
    LineIndex lines = tree.source().lines();
    if (!comment.ownLine()) {
      return lines.line(lines.lineOf(comment.range().start()));
    }
    Tokens tokens = tree.tokens();
    int index = tokens.indexAt(comment.range().end());
    while (index < tokens.size() && isTrivia(tokens.kind(index))) {
      index++;
    }
    if (index == tokens.size()) {
      return comment.range();
    }
    int start = tokens.start(index);
    TextRange line = lines.line(lines.lineOf(start));
    for (Section section : tree.sections()) {
      if (section.header().start() == start && !section.header().isEmpty()) {
        return line.union(section.range());
      }
    }
    return memberAt(tree.root(), start).map(line::union).orElse(line);
  }

  /** The widest member or item that starts at the offset. */
  private static Optional<TextRange> memberAt(ConfigNode node, int start) {
    ConfigNode in = node;
    while (true) {
      ConfigNode next = null;
      for (Member member : in.members()) {
        if (member.range().start() == start) {
          return Optional.of(member.range());
        }
        if (member.value().range().contains(start)) {
          next = member.value();
        }
      }
      for (ConfigNode item : in.items()) {
        if (item.range().start() == start) {
          return Optional.of(item.range());
        }
        if (item.range().contains(start)) {
          next = item;
        }
      }
      if (next == null) {
        return Optional.empty();
      }
      in = next;
    }
  }

  private static boolean isTrivia(TokenKind kind) {
    return switch (kind) {
      case BYTE_ORDER_MARK, WHITESPACE, LINE_BREAK, COMMENT -> true;
      default -> false;
    };
  }
}
