package io.github.edgelint.edit;

import io.github.edgelint.edit.TomlStatements.Statement;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.syntax.toml.TomlText;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where new lines of a TOML file belong. */
final class TomlPlaces {

  /**
   * A place for new lines.
   *
   * @param offset where they are inserted
   * @param before what parts them from the text above
   * @param lead what each line begins with: indentation, and the first keys of a dotted one, which
   *     comments do without
   * @param after what parts them from the text below
   */
  record Place(int offset, String before, String lead, String after) {

    String written(List<String> lines, String lineBreak) {
      StringBuilder result = new StringBuilder(before);
      String indent = lead.substring(0, lead.length() - lead.stripLeading().length());
      for (int i = 0; i < lines.size(); i++) {
        boolean comment = lines.get(i).startsWith("#");
        result.append(i == 0 ? "" : lineBreak).append(comment ? indent : lead).append(lines.get(i));
      }
      return result.append(after).toString();
    }
  }

  private final ConfigTree tree;
  private final String text;
  private final LineIndex lines;
  private final TomlStyle style;
  private final TomlStatements statements;

  TomlPlaces(ConfigTree tree, TomlStyle style, TomlStatements statements) {
    this.tree = tree;
    this.text = tree.text();
    this.lines = tree.source().lines();
    this.style = style;
    this.statements = statements;
  }

  /** The names that lead to a table; indexes of elements are left out. */
  List<String> namesOf(ConfigNode node) {
    List<String> names = new ArrayList<>();
    ConfigNode at = node;
    while (true) {
      Optional<ConfigNode> parent = tree.parentOf(at);
      if (parent.isEmpty()) {
        Collections.reverse(names);
        return names;
      }
      tree.memberOf(at).ifPresent(member -> names.add(member.name()));
      at = parent.get();
    }
  }

  /** Where a new key of a table goes; none for inline tables and for what is damaged. */
  Optional<Place> forKey(ObjectNode table, String key) {
    return switch (table.form()) {
      case DOCUMENT, TABLE, ELEMENT -> inSection(table, key);
      case IMPLICIT -> dotted(table);
      case BRACES, SECTION -> Optional.empty();
    };
  }

  private Optional<Place> inSection(ObjectNode table, String key) {
    List<Section> sections = tree.sections();
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).table() == table) {
        List<Statement> own = statements.of(i);
        return own.isEmpty() ? Optional.of(atTop(key)) : below(own.get(own.size() - 1));
      }
    }
    return Optional.empty();
  }

  private Optional<Place> below(Statement statement) {
    return below(statement, style.indent(statement));
  }

  private Optional<Place> below(Statement statement, String lead) {
    // Who knows where a value that lacks its end was meant to end.
    if (style.hasBreak(statement.range()) && tree.isDamaged(statement.range())) {
      return Optional.empty();
    }
    int end = lineEnd(statement.range().end());
    return Optional.of(new Place(end, style.lineBreak(), lead, ""));
  }

  /** Below the last key of a table that only dotted keys name. */
  private Optional<Place> dotted(ObjectNode table) {
    Optional<Statement> first = statements.at(table.range().start());
    if (first.isEmpty() || first.get().isHeader()) {
      return Optional.empty();
    }
    int part = first.get().keys().indexOf(table.range());
    if (part < 0) {
      return Optional.empty(); // inside an inline table
    }
    List<String> prefix = first.get().names().subList(0, part + 1);
    Statement last = first.get();
    for (Statement statement : statements.of(first.get().section())) {
      boolean sibling =
          !statement.isHeader()
              && statement.names().size() > prefix.size()
              && statement.names().subList(0, prefix.size()).equals(prefix);
      last = sibling ? statement : last;
    }
    if (last.keys().size() <= prefix.size()) {
      return Optional.empty();
    }
    int keyStart = last.keys().get(prefix.size()).start();
    String lead = style.indent(last) + new TextRange(last.range().start(), keyStart).of(text);
    return below(last, lead);
  }

  /**
   * For the first key of the root: below a comment that shows this key, else above the first
   * header, active or not, and the comment that belongs to it.
   */
  private Place atTop(String key) {
    CommentedToml commented = CommentedToml.of(tree);
    int firstHeader = tree.sections().size() > 1 ? tree.sections().get(1).range().start() : -1;
    for (CommentedToml.Item item : commented.items()) {
      boolean above = firstHeader < 0 || item.range().end() < firstHeader;
      if (above && item instanceof CommentedToml.Entry entry && entry.path().equals(List.of(key))) {
        return new Place(lineEnd(item.range().end()), style.lineBreak(), "", "");
      }
      if (above && item instanceof CommentedToml.Header) {
        firstHeader = item.range().start();
      }
    }
    if (firstHeader < 0) {
      return atEnd(false);
    }
    String gap = style.lineBreak() + style.lineBreak();
    return new Place(aboveItsComment(firstHeader), "", "", gap);
  }

  /** For a new header with its keys, near tables of the same family. */
  Place forTable(List<String> path) {
    Statement child = null;
    for (Statement statement : statements.all()) {
      if (statement.isHeader() && statement.isBelow(path)) {
        child = statement;
        break;
      }
    }
    if (child != null) {
      String gap = style.lineBreak() + style.lineBreak();
      return new Place(aboveItsComment(child.range().start()), "", style.indent(child), gap);
    }
    for (int shared = path.size() - 1; shared > 0; shared--) {
      Statement sibling = lastBelow(path.subList(0, shared));
      if (sibling != null) {
        int end = endOfBlock(sibling);
        String gap = style.lineBreak() + style.lineBreak();
        return new Place(end, gap, style.indent(sibling), "");
      }
    }
    return atEnd(true);
  }

  private Statement lastBelow(List<String> prefix) {
    int section = -1;
    for (Statement statement : statements.all()) {
      if (statement.isHeader() && statement.isBelow(prefix)) {
        section = statement.section();
      }
    }
    if (section < 0) {
      return null;
    }
    List<Statement> own = statements.of(section);
    return own.get(own.size() - 1);
  }

  /**
   * The end of the last line of a block: of a comment that follows directly, or of the statement.
   */
  private int endOfBlock(Statement last) {
    int line = lines.lineOf(last.range().end());
    int end = line;
    while (end + 1 < lines.lineCount() && isComment(end + 1)) {
      end++;
    }
    boolean belongsToNext = end + 1 < lines.lineCount() && !isBlankLine(end + 1);
    return lines.lineEnd(belongsToNext ? line : end);
  }

  /**
   * At the end of the file.
   *
   * @param apart whether a blank line stands above
   */
  private Place atEnd(boolean apart) {
    int end = text.length();
    boolean empty = text.isBlank() || end == startOfText();
    String gap = "";
    if (!empty) {
      boolean newLine = style.isLineEnd(end - 1);
      boolean blankLine = newLine && isBlankLine(lines.lineCount() - 2);
      gap = newLine ? "" : style.lineBreak();
      gap += apart && !blankLine ? style.lineBreak() : "";
    }
    return new Place(end, gap, "", style.lineBreak());
  }

  /** The start of the line of a header, or of the comment that stands directly above it. */
  private int aboveItsComment(int header) {
    return aboveComments(header, comment -> true);
  }

  /**
   * The start of the line of an offset, or of the comment that stands directly above it.
   *
   * @param belongs whether a line of that comment belongs to it
   */
  int aboveComments(int offset, Predicate<TextRange> belongs) {
    int line = lines.lineOf(offset);
    while (line > 0 && isComment(line - 1) && belongs.test(lines.line(line - 1))) {
      line--;
    }
    return Math.max(startOfText(), lines.lineStart(line));
  }

  // A line of a text over several lines may look like a comment.
  private boolean isComment(int line) {
    int first = style.skipBlanks(Math.max(startOfText(), lines.lineStart(line)));
    return first < text.length()
        && text.charAt(first) == '#'
        && tree.tokens().kind(tree.tokens().indexAt(first)) == TokenKind.COMMENT;
  }

  private boolean isBlankLine(int line) {
    return line < 0 || lines.line(line).of(text).isBlank();
  }

  int startOfText() {
    return tree.source().hasByteOrderMark() ? 1 : 0;
  }

  int lineEnd(int offset) {
    return lines.lineEnd(lines.lineOf(offset));
  }

  /** The header of a table. */
  static String header(List<String> path) {
    return "[" + TomlText.path(path) + "]";
  }
}
