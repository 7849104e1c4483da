package io.github.edgelint.edit;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A TOML file as its author sees it: headers and entries, one after the other. The tree tells what
 * they mean, these where they stand.
 */
final class TomlStatements {

  /**
   * A header, or a key with its value.
   *
   * @param isHeader which of both
   * @param range all of it, without a comment behind it
   * @param keys where the parts of the header or of the key stand
   * @param names what they name, decoded
   * @param table the names of the header it stands under; of a header none
   * @param section the index of its section
   */
  record Statement(
      boolean isHeader,
      TextRange range,
      List<TextRange> keys,
      List<String> names,
      List<String> table,
      int section) {

    /** The names from the root. */
    List<String> path() {
      List<String> path = new ArrayList<>(table);
      path.addAll(names);
      return path;
    }

    boolean isBelow(List<String> prefix) {
      List<String> path = path();
      return path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix);
    }
  }

  private final ConfigTree tree;
  private final String text;
  private final List<Statement> all = new ArrayList<>();

  // The statement that is being read.
  private int start = -1;
  private int end;
  private boolean header;
  private boolean behindEquals;
  private int depth;
  private List<TextRange> keys = new ArrayList<>();
  private List<String> names = new ArrayList<>();
  private List<String> table = List.of();

  TomlStatements(ConfigTree tree) {
    this.tree = tree;
    this.text = tree.text();
    collect();
  }

  List<Statement> all() {
    return all;
  }

  /** The statement that holds a place. */
  Optional<Statement> at(int offset) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).range().start() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && all.get(low - 1).range().touches(offset)
        ? Optional.of(all.get(low - 1))
        : Optional.empty();
  }

  /** The header and the entries of a section. */
  List<Statement> of(int section) {
    List<Statement> found = new ArrayList<>();
    for (Statement statement : all) {
      if (statement.section() == section) {
        found.add(statement);
      }
    }
    return found;
  }

  private void collect() {
    Tokens tokens = tree.tokens();
    List<Section> sections = tree.sections();
    int section = 0;
    for (int i = 0; i < tokens.size(); i++) {
      TokenKind kind = tokens.kind(i);
      if (section + 1 < sections.size()
          && tokens.start(i) >= sections.get(section + 1).range().start()) {
        finish(section++);
      }
      if (kind == TokenKind.LINE_BREAK && depth == 0) {
        finish(section);
      } else if (kind != TokenKind.LINE_BREAK
          && kind != TokenKind.WHITESPACE
          && kind != TokenKind.COMMENT
          && kind != TokenKind.BYTE_ORDER_MARK) {
        token(kind, tokens.range(i));
      }
    }
    finish(section);
  }

  private void token(TokenKind kind, TextRange range) {
    char c = text.charAt(range.start());
    boolean mark = kind == TokenKind.PUNCTUATION;
    if (start < 0) {
      start = range.start();
      header = mark && c == '[';
    }
    end = range.end();
    if (header || !behindEquals) {
      behindEquals |= mark && c == '=';
      if (!mark) {
        keys.add(range);
        names.add(name(range.of(text)));
      }
    } else if (mark) {
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      depth = Math.max(0, depth);
    }
  }

  private void finish(int section) {
    if (start >= 0) {
      List<String> above = header ? List.of() : table;
      all.add(new Statement(header, new TextRange(start, end), keys, names, above, section));
      table = header ? names : table;
      keys = new ArrayList<>();
      names = new ArrayList<>();
    }
    start = -1;
    behindEquals = false;
    depth = 0;
  }

  private static String name(String written) {
    boolean quoted =
        written.length() > 1 && (written.charAt(0) == '"' || written.charAt(0) == '\'');
    if (!quoted) {
      return written;
    }
    if (written.indexOf('\\') < 0) {
      return written.substring(1, written.length() - 1);
    }
    List<Member> members = TomlParser.parse(SourceText.of(written + "=0")).root().members();
    return members.isEmpty() ? written : members.get(0).name();
  }
}
