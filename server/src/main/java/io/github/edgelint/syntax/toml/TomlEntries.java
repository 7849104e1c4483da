package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;

/** Reads a key with its value, on a line of its own or in an inline table. */
final class TomlEntries {

  private final TomlScanner scanner;
  private final TomlStrings strings;
  private final TomlKeys keys;
  private final TomlTables tables;

  TomlEntries(TomlScanner scanner, TomlStrings strings, TomlKeys keys, TomlTables tables) {
    this.scanner = scanner;
    this.strings = strings;
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

  /** Reads the entry that starts a line; gives whether there was one. */
  boolean line(OpenTable in, TomlValues values) {
    int start = scanner.at();
    int before = scanner.problems().size();
    TomlKeys.Path path = keys.read('=');
    Sign sign = sign(values, false);
    boolean ends = scanner.isAtLineEnd() || scanner.peek() == '#';
    if (sign == Sign.NONE && (!ends || isSign(path))) {
      path = words(start, before, path);
      if (path == null) {
        return false;
      }
      sign = sign(values, false);
    }
    finish(in, path, sign, values, true);
    return true;
  }

  /** Whether this is no name at all, such as a list mark or an ellipsis on its line. */
  private static boolean isSign(TomlKeys.Path path) {
    Key key = path.keys().get(0);
    return !path.sound()
        && key.quote() == Quote.NONE
        && (path.keys().size() == 1 || key.name().isEmpty());
  }

  /** Reads an entry of an inline table; gives whether its value is there. */
  boolean inBraces(OpenTable in, TomlValues values) {
    TomlKeys.Path path = keys.read('=');
    return finish(in, path, sign(values, true), values, false);
  }

  private boolean finish(
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
      boolean named = !path.keys().get(path.keys().size() - 1).range().isEmpty();
      if (named && !strings.isOpenAt(end)) {
        scanner.report(TextRange.at(end), "`=` and a value are missing");
      }
    } else {
      scanner.blanks();
      value = values.read(depth, ownLine);
      if (!value.isPresent()) {
        missing(sign, ownLine);
      }
    }
    if (!tooDeep) {
      tables.entry(
          in, path.keys(), value, path.sound() && (sign != Sign.NONE || value.isPresent()));
    }
    return value.isPresent();
  }

  private void missing(Sign sign, boolean ownLine) {
    int end = scanner.lastEnd();
    boolean bracket = ownLine && ",]}".indexOf(scanner.peek()) >= 0;
    if (bracket) {
      scanner.take(TokenKind.ERROR, scanner.at() + 1);
    }
    if (sign == Sign.EQUALS || bracket || !ownLine) {
      scanner.report(
          bracket ? new TextRange(scanner.lastEnd() - 1, scanner.lastEnd()) : TextRange.at(end),
          "a value is missing");
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
    int length = 0;
    while ("=:>".indexOf(scanner.peek(length)) >= 0) {
      length++;
    }
    if (c == '=' && length == 1) {
      scanner.punctuation(1);
      return Sign.EQUALS;
    }
    if (c != '=' && c != ':') {
      return Sign.NONE;
    }
    TextRange range = TextRange.ofLength(start, length);
    scanner.take(TokenKind.ERROR, range.end());
    if (inBraces && c == ':' && length == 1) {
      values.colon(range);
      return Sign.OTHER;
    }
    boolean blankBefore = start > 0 && TomlScanner.isBlank(scanner.text().charAt(start - 1));
    boolean blankBehind = TomlScanner.isBlank(scanner.peek()) || scanner.isAtLineEnd();
    scanner.blanks();
    String written = (blankBefore ? "" : " ") + "=" + (blankBehind ? "" : " ");
    Repair repair =
        new Repair("Write `=`", startsValue(true), List.of(new TextEdit(range, written)));
    scanner.report(
        range,
        "key and value are parted by `=`, not by `" + range.of(scanner.text()) + "`",
        repair);
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
    if (path.sound() && isWholeValue(at, last)) {
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
    scanner.take(TokenKind.ERROR, Math.max(at, last));
    scanner.report(
        new TextRange(start, scanner.lastEnd()),
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
