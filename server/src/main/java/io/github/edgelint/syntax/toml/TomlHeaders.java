package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;

/** Reads headers: {@code [table]} and {@code [[element]]}. */
final class TomlHeaders {

  /** Stands for a header whose name is beyond doubt. */
  static final int NO_DOUBT = -1;

  /**
   * A header.
   *
   * @param path at least one key; one that is missing has an empty name
   * @param doubtfulSince index of the problem that makes its name doubtful, or {@link #NO_DOUBT}
   */
  record Header(boolean element, List<Key> path, TextRange range, int doubtfulSince) {}

  private final TomlScanner scanner;
  private final String text;
  private final TomlStrings strings;
  private final TomlKeys keys;

  TomlHeaders(TomlScanner scanner, TomlStrings strings, TomlKeys keys) {
    this.scanner = scanner;
    this.text = scanner.text();
    this.strings = strings;
    this.keys = keys;
  }

  /** Reads the header that starts here, to its last bracket. */
  Header read() {
    int start = scanner.at();
    int before = scanner.problems().size();
    boolean element = scanner.peek(1) == '[';
    scanner.punctuation(1);
    if (element) {
      scanner.punctuation(1);
    }
    scanner.blanks();
    TomlKeys.Path path = keys.read(']');
    if (isWrongBracket()) {
      wrongBracket(element ? "]]" : "]", path.sound());
    } else if (scanner.peek() != ']' && !scanner.isAtLineEnd() && scanner.peek() != '#') {
      scanner.forgetSince(before);
      path = blanksInName(path);
    } else {
      closing(element, path);
    }
    boolean certain = path.sound() || scanner.problems().size() == before;
    TextRange range = new TextRange(start, scanner.lastEnd());
    return new Header(element, path.keys(), range, certain ? NO_DOUBT : before);
  }

  private void wrongBracket(String wanted, boolean certain) {
    TextRange bracket = TextRange.ofLength(scanner.at(), 1);
    scanner.take(TokenKind.ERROR, bracket.end());
    scanner.report(
        bracket,
        "a header ends with `]`, not with `" + bracket.of(text) + "`",
        new Repair("Write `]`", certain, List.of(new TextEdit(bracket, wanted))));
  }

  /** Whether nothing but a bracket of another kind follows on the line. */
  private boolean isWrongBracket() {
    int end = scanner.lineEnd(scanner.at());
    return scanner.peek() == '}' && text.substring(scanner.at() + 1, end).isBlank();
  }

  /** A name goes on behind its first word, to the bracket or the end of the line. */
  private TomlKeys.Path blanksInName(TomlKeys.Path path) {
    int start = path.range().start();
    int lineEnd = scanner.lineEnd(scanner.at());
    int end = scanner.at();
    while (end < lineEnd && "]#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (TomlScanner.isBlank(text.charAt(end - 1))) {
      end--;
    }
    scanner.take(TokenKind.ERROR, end);
    TextRange range = new TextRange(start, end);
    String name = range.of(text);
    scanner.report(
        range,
        "a table name with blanks or signs must stand in quotes",
        Repair.unsafe("Quote the name", new TextEdit(range, TomlText.quote(name))));
    scanner.blanks();
    while (scanner.peek() == ']') {
      scanner.punctuation(1);
    }
    return new TomlKeys.Path(List.of(Key.bare(name, range)), false);
  }

  /** Reads the closing brackets and tells what is wrong with them. */
  private void closing(boolean element, TomlKeys.Path path) {
    int wanted = element ? 2 : 1;
    int found = 0;
    while (found < wanted && scanner.peek(found) == ']') {
      found++;
    }
    scanner.punctuation(found);
    Key last = path.keys().get(path.keys().size() - 1);
    boolean known =
        path.sound() || !(last.range().isEmpty() || strings.isOpenAt(scanner.lastEnd()));
    if (found < wanted && known) {
      int end = scanner.lastEnd();
      String missing = "]".repeat(wanted - found);
      scanner.report(
          TextRange.at(end),
          "`" + missing + "` is missing",
          Repair.safe("Insert `" + missing + "`", TextEdit.insert(end, missing)));
    } else if (found == wanted && scanner.peek() == ']') {
      TextRange more = TextRange.ofLength(scanner.at(), 1);
      scanner.take(TokenKind.ERROR, more.end());
      scanner.report(
          more, "one `]` too many stands here", Repair.unsafe("Remove it", TextEdit.delete(more)));
    }
  }
}
