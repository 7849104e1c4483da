package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a word without quotes may mean where JSON has no such word. */
final class JsonWords {

  private static final Pattern NUMBER_OF_OTHERS =
      Pattern.compile(
          "[+-]?+(?:0[xX][0-9a-fA-F]{1,15}+|(?=\\.?[0-9])[0-9]*+\\.?+[0-9]*+(?:[eE][+-]?[0-9]+)?)");

  // Texts whose meaning is beyond doubt once they have quotes: names, paths, addresses.
  private static final Pattern PLAIN_TEXT = Pattern.compile("[A-Za-z_/$][\\w./:@$-]*");

  // What other notations write without quotes and do not mean as a text.
  private static final Map<String, String> OF_OTHERS =
      Map.of(
          "none",
          "null",
          "nil",
          "null",
          "undefined",
          "null",
          "yes",
          "true",
          "on",
          "true",
          "no",
          "false",
          "off",
          "false");

  private JsonWords() {}

  /** Whether a tool puts a value here, or a part of it, before anybody reads the file. */
  static boolean isPlaceholder(String word) {
    if (isBetween(word, "__", "__")
        || isBetween(word, "@", "@")
        || isBetween(word, "%", "%")
        || isBetween(word, "<", ">")) {
      return true;
    }
    boolean found = false;
    int at = 0;
    while (at < word.length()) {
      int end = placeholderEnd(word, at);
      if (end > at) {
        found = true;
        at = end;
      } else if (isNamePart(word.charAt(at)) || "+-".indexOf(word.charAt(at)) >= 0) {
        at++;
      } else {
        return false;
      }
    }
    return found;
  }

  private static boolean isBetween(String word, String open, String close) {
    return word.length() > open.length() + close.length()
        && word.startsWith(open)
        && word.endsWith(close)
        && word.indexOf(close, open.length()) == word.length() - close.length();
  }

  private static int placeholderEnd(String word, int at) {
    for (String[] marks : new String[][] {{"${", "}"}, {"{{", "}}"}, {"#{", "}#"}}) {
      if (word.startsWith(marks[0], at)) {
        int close = word.indexOf(marks[1], at + 2);
        return close < 0 ? at : close + marks[1].length();
      }
    }
    int end = at + 1;
    while (word.charAt(at) == '$' && end < word.length() && isNamePart(word.charAt(end))) {
      end++;
    }
    return end > at + 1 ? end : at;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c == '.' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** What to say of a word in the place of a value. */
  static SyntaxProblem asValue(String word, TextRange range) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("true") || lower.equals("false") || lower.equals("null")) {
      return problem(range, "`" + lower + "` in lower case", write(lower, true, range));
    }
    if (NUMBER_OF_OTHERS.matcher(word).matches()) {
      String what = "a number as JSON writes it";
      return number(word)
          .map(number -> problem(range, what, write(number, isSameNumber(word), range)))
          .orElseGet(() -> problem(range, what));
    }
    if (OF_OTHERS.containsKey(lower)) {
      String value = OF_OTHERS.get(lower);
      return problem(range, "a value as JSON writes it", write(value, false, range));
    }
    if (PLAIN_TEXT.matcher(word).matches()) {
      return problem(range, "double quotes around the text", quotes(word, true, range));
    }
    boolean quotable =
        word.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"' && c != '\\')
            && !word.contains("//")
            && !word.contains("/*")
            && word.chars().anyMatch(Character::isLetterOrDigit);
    return quotable
        ? problem(range, "double quotes around the text", quotes(word, false, range))
        : problem(range, "a value");
  }

  /**
   * What to say of a word in the place of a key.
   *
   * @param isKey whether a colon follows
   */
  static SyntaxProblem asKey(String word, TextRange range, boolean isKey) {
    boolean plain = isKey && word.matches("[\\w$][\\w$./-]*");
    return word.indexOf('\\') >= 0 || word.indexOf('"') >= 0
        ? problem(range, "double quotes around the key")
        : problem(range, "double quotes around the key", quotes(word, plain, range));
  }

  private static SyntaxProblem problem(TextRange range, String detail, Repair... repairs) {
    return SyntaxProblem.of(Kind.SYNTAX, range, detail, repairs);
  }

  private static Repair quotes(String word, boolean safe, TextRange range) {
    return new Repair("Use double quotes", safe, List.of(new TextEdit(range, '"' + word + '"')));
  }

  private static Repair write(String text, boolean safe, TextRange range) {
    return new Repair("Write `" + text + "`", safe, List.of(new TextEdit(range, text)));
  }

  /** The same number as JSON writes it. */
  private static Optional<String> number(String word) {
    boolean negative = word.startsWith("-");
    String digits = negative || word.startsWith("+") ? word.substring(1) : word;
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      digits = new BigInteger(digits.substring(2), 16).toString();
    } else {
      digits = digits.replaceFirst("^0+(?=[0-9])", "").replaceFirst("\\.(?![0-9])", "");
      digits = digits.startsWith(".") ? "0" + digits : digits;
    }
    String number = negative ? "-" + digits : digits;
    return JsonNumbers.isNumber(number) ? Optional.of(number) : Optional.empty();
  }

  // A leading zero is octal to some readers, and a hexadecimal number may be meant as a text.
  private static boolean isSameNumber(String word) {
    String digits = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
    return digits.length() < 2 || digits.charAt(0) != '0' || digits.charAt(1) == '.';
  }
}
