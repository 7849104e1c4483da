package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.Key;
import io.github.edgelint.syntax.OddBlanks;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Reads keys: bare, in quotes, and several with dots between them. */
final class TomlKeys {

  /**
   * A dotted key, or a single one.
   *
   * @param keys at least one; a part that is missing has an empty name
   * @param sound whether it names what its author meant
   */
  record Path(List<Key> keys, boolean sound) {

    TextRange range() {
      return keys.get(0).range().union(keys.get(keys.size() - 1).range());
    }
  }

  private final TomlScanner scanner;
  private final TomlStrings strings;

  TomlKeys(TomlScanner scanner, TomlStrings strings) {
    this.scanner = scanner;
    this.strings = strings;
  }

  /**
   * Reads the key that starts here and the blanks behind it; what is wrong with it is reported.
   *
   * @param end what follows a key in this place
   */
  Path read(char end) {
    List<Key> keys = new ArrayList<>(2);
    boolean sound = true;
    while (true) {
      int before = scanner.problems().size();
      keys.add(part(end));
      sound &= isSoundSince(before);
      scanner.blanks();
      if (scanner.peek() != '.') {
        break;
      }
      scanner.punctuation(1);
      scanner.blanks();
    }
    return new Path(keys, sound);
  }

  private boolean isSoundSince(int before) {
    for (int i = before; i < scanner.problems().size(); i++) {
      if (scanner.problems().get(i).kind() == Kind.SYNTAX) {
        return false;
      }
    }
    return true;
  }

  private Key part(char follows) {
    int start = scanner.at();
    if (TomlStrings.isQuote(scanner.peek())) {
      TomlStrings.Quoted quoted = strings.read();
      if (quoted.quote() == Quote.TRIPLE_DOUBLE || quoted.quote() == Quote.TRIPLE_SINGLE) {
        scanner.report(quoted.range(), "a key stands in single or double quotes, not in three");
      }
      return quoted.asKey();
    }
    int end = endOfWord(start);
    TextRange range = new TextRange(start, end);
    if (range.isEmpty() && TomlText.isControl(scanner.peek()) && !scanner.isAtLineEnd()) {
      scanner.problems().add(scanner.control(start, "a key"));
      scanner.take(TokenKind.ERROR, start + 1);
      return Key.bare("", range);
    }
    if (range.isEmpty()) {
      scanner.report(range, "a key is missing");
      return Key.bare("", range);
    }
    String name = range.of(scanner.text());
    boolean bare = TomlText.isBareKey(name);
    scanner.take(bare ? TokenKind.BARE_KEY : TokenKind.ERROR, end);
    if (!bare) {
      TextEdit quoted = new TextEdit(range, TomlText.quote(name));
      scanner.report(
          range,
          "the key `" + name + "` must stand in quotes",
          new Repair("Quote the key", isName(name) && isFollowedBy(follows, end), List.of(quoted)));
    }
    return Key.bare(name, range);
  }

  private static boolean isName(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetterOrDigit(c) && "_-:/$".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isFollowedBy(char wanted, int end) {
    String text = scanner.text();
    int at = end;
    while (at < text.length() && TomlScanner.isBlank(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == wanted;
  }

  /** The end of what its author takes for a key without quotes. */
  private int endOfWord(int from) {
    String text = scanner.text();
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ':') {
        int end = endOfNameBehindColon(at);
        if (end < 0) {
          break;
        }
        at = end;
        continue;
      }
      boolean ends =
          c <= ' ' || "=.[]{}#,".indexOf(c) >= 0 || TomlStrings.isQuote(c) || OddBlanks.contains(c);
      if (ends) {
        break;
      }
      at++;
    }
    return at;
  }

  // In `A:B = 1` the colon belongs to the name, in `a: 1` it parts key and value.
  private int endOfNameBehindColon(int colon) {
    String text = scanner.text();
    int at = colon + 1;
    while (at < text.length() && TomlText.isBareKeyChar(text.charAt(at))) {
      at++;
    }
    int next = at;
    while (next < text.length() && TomlScanner.isBlank(text.charAt(next))) {
      next++;
    }
    return at > colon + 1 && text.startsWith("=", next) ? at : -1;
  }
}
