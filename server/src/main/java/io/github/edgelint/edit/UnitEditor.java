package io.github.edgelint.edit;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * Edits a unit file or drop-in line by line. Values are written as they are given: quoting is the
 * caller's part, since each key has its own. All edits refer to the text of the tree.
 */
public final class UnitEditor {

  private final ConfigTree tree;
  private final String text;
  private final LineIndex lines;
  private final String lineBreak;

  public UnitEditor(ConfigTree tree) {
    this.tree = tree;
    this.text = tree.text();
    this.lines = tree.source().lines();
    this.lineBreak = tree.source().lineBreak();
  }

  /**
   * Adds an assignment behind the last one of a section. A section that is not there is added at
   * the end of the file.
   */
  public List<TextEdit> insert(String section, String key, String value) {
    return insertLine(section, key + "=" + value);
  }

  /** Removes an assignment with its line, or all of its lines. */
  public List<TextEdit> remove(Member member) {
    int start = lines.lineStart(lines.lineOf(member.key().range().start()));
    int end = endOfEntry(member.range().end());
    int next = lines.lineEndWithBreak(lines.lineOf(end));
    return List.of(TextEdit.delete(new TextRange(Math.max(start, startOfText()), next)));
  }

  /** Moves an assignment as it is written to the end of a section, which is added if need be. */
  public List<TextEdit> move(Member member, String section) {
    List<TextEdit> inserted = insertLine(section, member.range().of(text));
    return List.of(remove(member).get(0), inserted.get(0));
  }

  /** Puts the header of a section above an assignment, which then belongs to it. */
  public List<TextEdit> insertHeader(String section, Member above) {
    int start = lines.lineStart(lines.lineOf(above.key().range().start()));
    String header = "[" + section + "]" + lineBreak;
    return List.of(TextEdit.insert(Math.max(start, startOfText()), header));
  }

  private List<TextEdit> insertLine(String section, String line) {
    Optional<ObjectNode> found = lastSection(section);
    if (found.isPresent()) {
      int end = endOfEntry(found.get().range().end());
      return List.of(TextEdit.insert(end, newLine(end) + indent(found.get()) + line));
    }
    int end = text.length();
    String gap =
        end == startOfText()
            ? ""
            : lines.lineStart(lines.lineOf(end)) == end ? lineBreak : newLine(end) + lineBreak;
    return List.of(TextEdit.insert(end, gap + "[" + section + "]" + lineBreak + line + lineBreak));
  }

  private Optional<ObjectNode> lastSection(String name) {
    ObjectNode last = null;
    for (Section section : tree.sections()) {
      boolean named =
          tree.memberOf(section.table()).map(Member::name).filter(name::equals).isPresent();
      last = named ? section.table() : last;
    }
    return Optional.ofNullable(last);
  }

  private String indent(ObjectNode section) {
    int model =
        section.members().isEmpty()
            ? section.header().start()
            : section.members().get(section.members().size() - 1).key().range().start();
    return text.substring(Math.max(startOfText(), lines.lineStart(lines.lineOf(model))), model);
  }

  // After a backslash that joins to nothing, only an empty line keeps the new one apart.
  private String newLine(int offset) {
    boolean startsLine = lines.lineStart(lines.lineOf(offset)) == offset;
    boolean joined = offset == text.length() && !startsLine && endsJoined();
    return joined ? lineBreak + lineBreak : lineBreak;
  }

  /** Whether the file ends with a backslash, or with comments behind one. */
  private boolean endsJoined() {
    Tokens tokens = tree.tokens();
    boolean comment = true;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      switch (tokens.kind(i)) {
        case CONTINUATION -> {
          return true;
        }
        case COMMENT -> comment = true;
        case WHITESPACE -> {}
        case LINE_BREAK -> {
          if (!comment) {
            return false;
          }
          comment = false;
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** The end of the line, or of the last of the joined lines, that holds an offset. */
  private int endOfEntry(int offset) {
    Tokens tokens = tree.tokens();
    boolean joined = false;
    boolean comment = false;
    for (int i = tokens.indexAt(offset); i < tokens.size(); i++) {
      switch (tokens.kind(i)) {
        case CONTINUATION -> joined = true;
        case COMMENT -> comment = true;
        case LINE_BREAK -> {
          if (!joined || !comment) {
            return tokens.start(i);
          }
          comment = false;
        }
        default -> {}
      }
    }
    return text.length();
  }

  private int startOfText() {
    return tree.source().hasByteOrderMark() ? 1 : 0;
  }
}
