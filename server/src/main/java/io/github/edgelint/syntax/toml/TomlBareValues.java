package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ErrorNode;
import io.github.edgelint.syntax.OddBlanks;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;

/** Reads values without quotes, and texts that should have had some. */
final class TomlBareValues {

  private final TomlScanner scanner;
  private final String text;
  private final boolean template;

  TomlBareValues(TomlScanner scanner, boolean template) {
    this.scanner = scanner;
    this.text = scanner.text();
    this.template = template;
  }

  boolean isPlaceholderAhead() {
    return TomlPlaceholders.end(text, scanner.at()) > scanner.at();
  }

  /** Whether a directive of a template decides over the value that starts here. */
  boolean isDirectiveAhead() {
    return template && TomlPlaceholders.directiveEnd(text, scanner.at()) > scanner.at();
  }

  /** Takes what a template makes of the rest of the line. */
  ConfigNode readDirectives() {
    TextRange range = new TextRange(scanner.at(), textEnd(scanner.at(), true));
    scanner.take(TokenKind.LITERAL, range.end());
    return ScalarNode.literal(ScalarNode.Type.PLACEHOLDER, range, range.of(text));
  }

  /**
   * Reads the value that starts here.
   *
   * @param alone whether its line is all its own; else a comma or bracket ends it
   */
  ConfigNode read(boolean alone) {
    int start = scanner.at();
    int end = wordEnd(start);
    if (TomlDates.isDate(text, start, end) && isTimeBehind(end)) {
      end = wordEnd(end + 1);
    }
    String word = text.substring(start, end);
    TextRange range = new TextRange(start, end);
    ScalarNode.Type type = TomlWords.typeOf(word);
    if (type != null && !(alone && goesOn(end))) {
      scanner.take(TokenKind.LITERAL, end);
      if (type == ScalarNode.Type.DATE_TIME) {
        checkSeconds(word, range);
      }
      return ScalarNode.literal(type, range, word);
    }
    if (template && holdsPlaceholder(start, end)) {
      scanner.take(TokenKind.LITERAL, end);
      return ScalarNode.literal(ScalarNode.Type.PLACEHOLDER, range, word);
    }
    TextRange whole = new TextRange(start, textEnd(start, alone));
    scanner.take(TokenKind.ERROR, whole.end());
    scanner.problems().add(TomlWords.problem(whole.of(text), whole));
    return new ErrorNode(whole);
  }

  /** The end of the word that starts here; at least one character. */
  private int wordEnd(int from) {
    int at = from;
    while (at < text.length()) {
      int placeholder = TomlPlaceholders.end(text, at);
      if (placeholder > at) {
        at = placeholder;
        continue;
      }
      char c = text.charAt(at);
      if (c <= ' ' || ",]}#\"';".indexOf(c) >= 0 || OddBlanks.contains(c)) {
        break;
      }
      at++;
    }
    return Math.max(at, from + 1);
  }

  private boolean isTimeBehind(int blank) {
    return text.startsWith(" ", blank)
        && blank + 3 < text.length()
        && isDigit(text.charAt(blank + 1))
        && isDigit(text.charAt(blank + 2))
        && text.charAt(blank + 3) == ':';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean holdsPlaceholder(int from, int to) {
    for (int i = from; i < to; i++) {
      if (TomlPlaceholders.end(text, i) > i) {
        return true;
      }
    }
    return false;
  }

  private void checkSeconds(String word, TextRange range) {
    if (TomlDates.kindOf(word, 0, word.length()) != TomlDates.Kind.WITHOUT_SECONDS) {
      return;
    }
    int minutes = range.start() + word.indexOf(':') + 3;
    scanner
        .problems()
        .add(
            SyntaxProblem.of(
                Kind.TOML_NEWER_SYNTAX,
                range,
                "A time without seconds",
                Repair.safe("Write the seconds", TextEdit.insert(minutes, ":00"))));
  }

  /** Whether the word is the first of a text, as in {@code 10 seconds}. */
  private boolean goesOn(int end) {
    if (end < text.length() && "\"'".indexOf(text.charAt(end)) >= 0) {
      return true;
    }
    int next = end;
    while (next < text.length() && TomlScanner.isBlank(text.charAt(next))) {
      next++;
    }
    if (next == end || next == text.length() || !Character.isLetterOrDigit(text.charAt(next))) {
      return false;
    }
    int lineEnd = scanner.lineEnd(next);
    return text.substring(next, lineEnd).indexOf('=') < 0;
  }

  /** The end of a text without quotes, trailing blanks and commas left out. */
  private int textEnd(int from, boolean alone) {
    int at = from;
    while (at < text.length() && !TomlScanner.isLineEnd(text.charAt(at))) {
      char c = text.charAt(at);
      boolean behindBlank = at > from && TomlScanner.isBlank(text.charAt(at - 1));
      boolean comment = c == '#' || text.startsWith("//", at);
      if ((behindBlank && comment) || (!alone && at > from && ",]}".indexOf(c) >= 0)) {
        break;
      }
      at++;
    }
    while (at > from + 1 && " \t,;".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }
}
