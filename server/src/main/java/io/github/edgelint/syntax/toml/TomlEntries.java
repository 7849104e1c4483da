package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;

/** Reads a key with its value, on a line of its own or in an inline table. */
final class TomlEntries {

  private final TomlScanner scanner;
  private final TomlKeys keys;
  private final TomlTables tables;

  TomlEntries(TomlScanner scanner, TomlKeys keys, TomlTables tables) {
    this.scanner = scanner;
    this.keys = keys;
    this.tables = tables;
  }

  /** What stands between a key and its value. */
  private enum Sign {
    EQUALS,
    /** Another one that means the same and is reported. */
    OTHER,
    NONE
  }

  /** Reads the entry that starts a line. */
  void line(OpenTable in, TomlValues values) {
    int start = scanner.at();
    int before = scanner.problems().size();
    TomlKeys.Path path = keys.read();
    Sign sign = sign(values, false);
    if (sign == Sign.NONE && !scanner.isAtLineEnd() && scanner.peek() != '#') {
      path = words(start, before, path);
      if (path == null) {
        return;
      }
      sign = sign(values, false);
    }
    finish(in, path, sign, values, true);
    in.extendTo(scanner.lastEnd());
  }

  /** Reads an entry of an inline table. */
  void inBraces(OpenTable in, TomlValues values) {
    TomlKeys.Path path = keys.read();
    finish(in, path, sign(values, true), values, false);
  }

  private void finish(
      OpenTable in, TomlKeys.Path path, Sign sign, TomlValues values, boolean ownLine) {
    int end = scanner.lastEnd();
    int depth = in.depth() + path.keys().size();
    boolean tooDeep = path.keys().size() > 1 && tables.isTooDeep(in, path.keys(), path.range());
    ConfigNode value;
    if (sign == Sign.NONE && startsValue(ownLine)) {
      String insert = scanner.at() > end ? "= " : " = ";
      scanner.report(
          TextRange.at(end),
          "`=` is missing between the key and its value",
          Repair.safe("Insert `=`", TextEdit.insert(scanner.at(), insert)));
      value = values.read(depth, ownLine);
    } else if (sign == Sign.NONE) {
      value = new MissingNode(TextRange.at(end));
      if (path.sound()) {
        scanner.report(TextRange.at(end), "`=` and a value are missing");
      }
    } else {
      scanner.blanks();
      value = values.read(depth, ownLine);
      if (!value.isPresent() && sign == Sign.EQUALS) {
        scanner.report(TextRange.at(end), "a value is missing");
      }
    }
    if (!tooDeep) {
      tables.entry(in, path.keys(), value, path.sound() && sign != Sign.NONE);
    }
  }

  private boolean startsValue(boolean ownLine) {
    int c = scanner.peek();
    return TomlStrings.isQuote(c)
        || c == '['
        || c == '{'
        || (ownLine && !scanner.isAtLineEnd() && c != '#');
  }

  private Sign sign(TomlValues values, boolean inBraces) {
    int start = scanner.at();
    int c = scanner.peek();
    int next = scanner.peek(1);
    if (c == '=' && next != '=' && next != '>') {
      scanner.punctuation(1);
      return Sign.EQUALS;
    }
    if (c != '=' && c != ':') {
      return Sign.NONE;
    }
    boolean two = c == '=' || next == '=';
    TextRange range = TextRange.ofLength(start, two ? 2 : 1);
    scanner.take(TokenKind.ERROR, range.end());
    if (inBraces && c == ':') {
      values.colon(range);
      return Sign.OTHER;
    }
    boolean blankBefore = start > 0 && TomlScanner.isBlank(scanner.text().charAt(start - 1));
    boolean blankBehind = TomlScanner.isBlank(scanner.peek()) || scanner.isAtLineEnd();
    String written = (blankBefore ? "" : " ") + "=" + (blankBehind ? "" : " ");
    scanner.report(
        range,
        "key and value are parted by `=`, not by `" + range.of(scanner.text()) + "`",
        Repair.safe("Write `=`", new TextEdit(range, written)));
    return Sign.OTHER;
  }

  /**
   * Reads on where more words follow a key: a key with blanks, a value without its equals sign, or
   * a line of prose, which is passed over.
   *
   * @return null for prose
   */
  private TomlKeys.Path words(int start, int before, TomlKeys.Path path) {
    String text = scanner.text();
    int at = scanner.at();
    int lineEnd = scanner.lineEnd(at);
    int last = lineEnd;
    while (last > at && TomlScanner.isBlank(text.charAt(last - 1))) {
      last--;
    }
    if (isWholeValue(at, last)) {
      return path;
    }
    int equals = text.substring(at, lineEnd).indexOf('=');
    String between = text.substring(at, at + Math.max(0, equals));
    if (!between.isBlank() && !hasAny(between, "\"'#[]{}:,;()")) {
      int end = at + between.stripTrailing().length();
      TextRange range = new TextRange(start, end);
      String name = range.of(text);
      scanner.forgetSince(before);
      scanner.take(TokenKind.ERROR, end);
      scanner.report(
          range,
          "a key with blanks must stand in quotes",
          new Repair("Quote the key", false, List.of(new TextEdit(range, TomlText.quote(name)))));
      scanner.blanks();
      return new TomlKeys.Path(List.of(Key.bare(name, range)), false);
    }
    scanner.forgetSince(before);
    scanner.take(TokenKind.ERROR, last);
    scanner.report(
        new TextRange(start, last),
        "this is neither a key with a value nor a comment",
        Repair.unsafe("Make it a comment", TextEdit.insert(start, "# ")));
    return null;
  }

  /** Whether a single value fills the rest of the line, as far as its ends tell. */
  private boolean isWholeValue(int from, int to) {
    String text = scanner.text();
    char first = text.charAt(from);
    char last = text.charAt(to - 1);
    if (first == '"' || first == '\'') {
      return to > from + 1 && last == first;
    }
    if (first == '[' || first == '{') {
      return last == (first == '[' ? ']' : '}');
    }
    String word = text.substring(from, to);
    return word.indexOf(' ') < 0 && TomlWords.typeOf(word) != null;
  }

  private static boolean hasAny(String text, String chars) {
    for (int i = 0; i < text.length(); i++) {
      if (chars.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
