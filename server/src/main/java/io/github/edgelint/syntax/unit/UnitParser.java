package io.github.edgelint.syntax.unit;

import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads systemd unit files and drop-ins. Never throws; time is linear in the length of the text.
 *
 * <p>The root holds the assignments before the first header, which systemd ignores, and one member
 * per header: a section that stands twice is there twice. A key may stand several times in a
 * section, and each is a member. A value is always a string: what stands behind the equals sign,
 * lines joined, blanks at both ends removed, quotes and escapes untouched. A line that is only a
 * word becomes a member without a value.
 *
 * <p>Source: systemd.syntax(7); systemd/systemd:src/shared/conf-parser.c.
 */
public final class UnitParser {

  private final String text;
  private final Tokens.Builder tokens = new Tokens.Builder(32);
  private final List<Comment> comments = new ArrayList<>();
  private final List<SyntaxProblem> problems = new ArrayList<>();
  private final List<OpenSection> parts = new ArrayList<>();

  /** A section that is being read; the first one has no header. */
  private static final class OpenSection {
    final Key name;
    final TextRange header;
    final int start;
    final List<Member> members = new ArrayList<>();
    int end;

    OpenSection(Key name, TextRange header, int start) {
      this.name = name;
      this.header = header;
      this.start = start;
      this.end = header.end();
    }
  }

  private UnitParser(String text) {
    this.text = text;
  }

  public static ConfigTree parse(SourceText source) {
    return new UnitParser(source.text()).parseFile(source);
  }

  private ConfigTree parseFile(SourceText source) {
    parts.add(new OpenSection(Key.bare("", TextRange.at(0)), TextRange.at(0), 0));
    int at = 0;
    if (source.hasByteOrderMark()) {
      at = 1;
      tokens.add(TokenKind.BYTE_ORDER_MARK, at);
    }
    while (at < text.length()) {
      UnitLine line = UnitLine.read(text, at);
      read(line);
      at = line.next();
    }
    return tree(source);
  }

  private ConfigTree tree(SourceText source) {
    List<Member> members = new ArrayList<>(parts.get(0).members);
    List<ObjectNode> tables = new ArrayList<>();
    for (OpenSection part : parts.subList(1, parts.size())) {
      TextRange range = new TextRange(part.header.start(), part.end);
      ObjectNode table =
          new ObjectNode(ObjectNode.Form.SECTION, range, part.header, part.members, true);
      tables.add(table);
      members.add(new Member(part.name, table));
    }
    TextRange whole = new TextRange(0, text.length());
    ObjectNode root =
        new ObjectNode(ObjectNode.Form.DOCUMENT, whole, TextRange.at(0), members, true);
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int end = i + 1 < parts.size() ? parts.get(i + 1).start : text.length();
      TextRange range = new TextRange(parts.get(i).start, end);
      sections.add(new Section(parts.get(i).header, range, i == 0 ? root : tables.get(i - 1)));
    }
    return new ConfigTree(
        Language.UNIT, source, tokens.build(), root, sections, comments, problems);
  }

  private void read(UnitLine line) {
    int from = UnitLine.skipBlanks(line.text(), 0, line.text().length());
    int to = trimmedEnd(line.text(), from);
    if (from == to) {
      tokens(line, -1, TokenKind.WHITESPACE);
    } else if (UnitLine.isComment(line.text(), 0, line.text().length())) {
      comment(new TextRange(line.start() + from, line.pieces().get(0).end()));
      tokens.add(TokenKind.LINE_BREAK, line.next());
    } else if (line.text().charAt(from) == '[') {
      header(line, from, to);
    } else {
      entry(line, from, to);
    }
  }

  private void header(UnitLine line, int from, int to) {
    boolean closed = to - from > 1 && line.text().charAt(to - 1) == ']';
    int bracket = line.text().indexOf(']', from);
    int nameEnd = closed ? to - 1 : bracket >= 0 ? bracket : to;
    TextRange name = new TextRange(line.toSource(from + 1), line.toSource(nameEnd));
    TextRange all = new TextRange(line.toSource(from), line.toSource(to));
    Key key =
        new Key(
            line.text().substring(from + 1, nameEnd),
            name,
            Quote.NONE,
            line.offsets(from + 1, nameEnd));
    if (!closed) {
      // systemd stops reading here, so whatever follows is lost as well.
      Repair repair =
          bracket < 0
              ? Repair.safe("Close the bracket", TextEdit.insert(all.end(), "]"))
              : Repair.unsafe(
                  "Remove what follows the bracket",
                  TextEdit.delete(new TextRange(name.end() + 1, all.end())));
      problems.add(
          ignored(all, "a section header must end with `]`", repair)
              .withRegion(new TextRange(all.start(), text.length())));
    }
    TextRange header =
        closed || bracket < 0 ? all : new TextRange(all.start(), line.toSource(bracket + 1));
    parts.add(new OpenSection(key, header, line.start()));
    headerTokens(line, all, name);
  }

  private void entry(UnitLine line, int from, int to) {
    int equals = line.text().indexOf('=', from);
    int nameEnd = trimmedEnd(line.text().substring(0, equals < 0 ? to : equals), from);
    TextRange all = new TextRange(line.toSource(from), line.toSource(to));
    if (equals < 0) {
      problems.add(ignored(all, "it is no assignment"));
      tokens(line, -1, TokenKind.ERROR);
      if (isWord(line.text(), from, to)) {
        add(new Member(key(line, from, to), new MissingNode(TextRange.at(all.end()))), all.end());
      }
    } else if (nameEnd == from) {
      problems.add(ignored(all, "no name stands before the equals sign"));
      tokens(line, -1, TokenKind.ERROR);
    } else {
      ScalarNode value = value(line, equals + 1, to);
      tokens(line, line.toSource(equals), TokenKind.LITERAL);
      add(
          new Member(key(line, from, nameEnd), value),
          Math.max(value.range().end(), line.toSource(equals + 1)));
    }
  }

  private void add(Member member, int end) {
    OpenSection part = parts.get(parts.size() - 1);
    part.members.add(member);
    part.end = end;
  }

  private static Key key(UnitLine line, int from, int to) {
    TextRange range = new TextRange(line.toSource(from), line.toSource(to));
    return new Key(line.text().substring(from, to), range, Quote.NONE, line.offsets(from, to));
  }

  private static ScalarNode value(UnitLine line, int afterEquals, int to) {
    int end = Math.max(afterEquals, to);
    int start = UnitLine.skipBlanks(line.text(), afterEquals, end);
    if (start == end) {
      start = afterEquals;
      end = afterEquals;
    }
    return new ScalarNode(
        ScalarNode.Type.STRING,
        new TextRange(line.toSource(start), line.toSource(end)),
        line.text().substring(start, end),
        Quote.NONE,
        line.offsets(start, end));
  }

  private static SyntaxProblem ignored(TextRange range, String reason, Repair... repairs) {
    return SyntaxProblem.of(Kind.UNIT_LINE_IGNORED, range, reason, repairs);
  }

  // --- tokens ------------------------------------------------------------------------------

  private void tokens(UnitLine line, int equals, TokenKind kind) {
    int comment = 0;
    for (int i = 0; i < line.pieces().size(); i++) {
      TextRange piece = line.pieces().get(i);
      if (piece.contains(equals)) {
        token(piece.start(), equals, TokenKind.BARE_KEY);
        tokens.add(TokenKind.PUNCTUATION, equals + 1);
        token(equals + 1, piece.end(), kind);
      } else {
        token(piece.start(), piece.end(), piece.end() <= equals ? TokenKind.BARE_KEY : kind);
      }
      if (i + 1 < line.pieces().size()) {
        tokens.add(TokenKind.CONTINUATION, UnitLine.afterBreak(text, piece.end() + 1));
        int nextPiece = line.pieces().get(i + 1).start();
        while (comment < line.comments().size()
            && line.comments().get(comment).start() < nextPiece) {
          TextRange range = line.comments().get(comment++);
          comment(range);
          tokens.add(TokenKind.LINE_BREAK, UnitLine.afterBreak(text, range.end()));
        }
      }
    }
    tokens.add(TokenKind.LINE_BREAK, line.next());
  }

  private void headerTokens(UnitLine line, TextRange all, TextRange name) {
    if (!line.isSingle()) {
      tokens(line, -1, TokenKind.BARE_KEY);
      return;
    }
    tokens.add(TokenKind.WHITESPACE, all.start());
    tokens.add(TokenKind.PUNCTUATION, all.start() + 1);
    tokens.add(TokenKind.BARE_KEY, name.end());
    tokens.add(TokenKind.PUNCTUATION, Math.min(name.end() + 1, all.end()));
    tokens.add(TokenKind.ERROR, all.end());
    tokens.add(TokenKind.WHITESPACE, line.pieces().get(0).end());
    tokens.add(TokenKind.LINE_BREAK, line.next());
  }

  /** A token without the blanks around it. */
  private void token(int from, int to, TokenKind kind) {
    int start = UnitLine.skipBlanks(text, from, to);
    int end = to;
    while (end > start && UnitLine.isBlank(text.charAt(end - 1))) {
      end--;
    }
    tokens.add(TokenKind.WHITESPACE, start);
    tokens.add(kind, end);
    tokens.add(TokenKind.WHITESPACE, to);
  }

  private void comment(TextRange range) {
    tokens.add(TokenKind.WHITESPACE, range.start());
    tokens.add(TokenKind.COMMENT, range.end());
    comments.add(new Comment(range, text.substring(range.start() + 1, range.end()), true));
  }

  private static boolean isWord(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '-' && (c >= 128 || !Character.isLetterOrDigit(c))) {
        return false;
      }
    }
    return true;
  }

  private static int trimmedEnd(String text, int from) {
    int end = text.length();
    while (end > from && UnitLine.isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
