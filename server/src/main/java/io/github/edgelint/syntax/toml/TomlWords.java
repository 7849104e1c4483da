package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Locale;

/** What stands without quotes in the place of a value: what TOML knows, and what people mean. */
final class TomlWords {

  // What holds these may have been meant in more than one way.
  private static final String MARKS = "\"'[]{},=";

  private TomlWords() {}

  /** The type of a value that TOML knows, or null. */
  static ScalarNode.Type typeOf(String word) {
    if (word.equals("true") || word.equals("false")) {
      return ScalarNode.Type.BOOLEAN;
    }
    char c = word.isEmpty() ? ' ' : word.charAt(0);
    if ((c < '0' || c > '9') && c != '+' && c != '-' && c != 'i' && c != 'n') {
      return null;
    }
    if (TomlNumbers.isInteger(word)) {
      return TomlNumbers.isInRange(word) ? ScalarNode.Type.INTEGER : null;
    }
    if (TomlNumbers.isFloat(word)) {
      return ScalarNode.Type.FLOAT;
    }
    return switch (TomlDates.kindOf(word, 0, word.length())) {
      case VALID, WITHOUT_SECONDS -> ScalarNode.Type.DATE_TIME;
      default -> null;
    };
  }

  /** What to say of a word that TOML does not know. */
  static SyntaxProblem problem(String word, TextRange range) {
    String lower = word.toLowerCase(Locale.ROOT);
    switch (lower) {
      case "true", "false" -> {
        return problem(range, "`" + lower + "` is written in small letters", write(lower, range));
      }
      case "yes", "on" -> {
        return noBoolean(word, "true", range);
      }
      case "no", "off" -> {
        return noBoolean(word, "false", range);
      }
      case "null", "nil", "none", "undefined" -> {
        return problem(
            range,
            "TOML has no `" + word + "`; a key without a value is left out",
            quotes(word, false, range));
      }
      default -> {
        return looksNumeric(word) ? number(word, range) : text(word, range);
      }
    }
  }

  private static SyntaxProblem noBoolean(String word, String meant, TextRange range) {
    return problem(
        range,
        "TOML has no `" + word + "`, only `true` and `false`",
        write(meant, range),
        quotes(word, false, range));
  }

  private static SyntaxProblem number(String word, TextRange range) {
    if (TomlNumbers.isInteger(word)) {
      return problem(range, "the number does not fit into 64 bits");
    }
    if (TomlDates.kindOf(word, 0, word.length()) == TomlDates.Kind.IMPOSSIBLE) {
      return problem(range, "no calendar or clock shows this", quotes(word, false, range));
    }
    String digits = withoutLeadingZeros(word);
    if (digits.length() < word.length()
        && (TomlNumbers.isInteger(digits) || TomlNumbers.isFloat(digits))) {
      return problem(
          range,
          "a number has no leading zero",
          new Repair("Remove the leading zero", false, List.of(new TextEdit(range, digits))),
          quotes(word, false, range));
    }
    String plain = word.replace("_", "");
    if (plain.length() < word.length()
        && (TomlNumbers.isInteger(plain) || TomlNumbers.isFloat(plain))) {
      return problem(
          range,
          "an underscore in a number stands between two digits",
          write(plain, range),
          quotes(word, false, range));
    }
    if (isDecimal(word)) {
      return problem(range, "a decimal point stands between two digits");
    }
    return text(word, range);
  }

  private static SyntaxProblem text(String word, TextRange range) {
    int end = word.length() - 1;
    char last = word.charAt(end);
    if ((last == '"' || last == '\'') && word.indexOf(last) == end) {
      boolean certain = !holdsAny(word.substring(0, end), last == '"' ? MARKS + "\\" : MARKS);
      TextEdit open = TextEdit.insert(range.start(), String.valueOf(last));
      return problem(
          range,
          "the text has no opening quote",
          new Repair("Open the quotes", certain, List.of(open)));
    }
    if (TomlPlaceholders.end(word, 0) > 0) {
      return problem(range, "a placeholder stands here without quotes", quotes(word, false, range));
    }
    return problem(
        range, "a text must stand in quotes", quotes(word, !holdsAny(word, MARKS), range));
  }

  private static boolean holdsAny(String word, String marks) {
    for (int i = 0; i < word.length(); i++) {
      if (marks.indexOf(word.charAt(i)) >= 0 || TomlText.isControl(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean looksNumeric(String word) {
    char first = word.charAt(0);
    return (first >= '0' && first <= '9') || "+-.".indexOf(first) >= 0;
  }

  private static boolean isDecimal(String word) {
    boolean point = false;
    boolean digit = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      digit |= c >= '0' && c <= '9';
      if (c == '.') {
        if (point) {
          return false;
        }
        point = true;
      } else if ((c < '0' || c > '9') && !(i == 0 && (c == '+' || c == '-'))) {
        return false;
      }
    }
    return point && digit;
  }

  private static String withoutLeadingZeros(String word) {
    int from = word.startsWith("+") || word.startsWith("-") ? 1 : 0;
    int at = from;
    while (at + 1 < word.length()
        && (word.charAt(at) == '0' || word.charAt(at) == '_')
        && "0123456789_".indexOf(word.charAt(at + 1)) >= 0) {
      at++;
    }
    return word.substring(0, from) + word.substring(at);
  }

  private static SyntaxProblem problem(TextRange range, String reason, Repair... repairs) {
    return SyntaxProblem.of(Kind.SYNTAX, range, reason, repairs);
  }

  private static Repair quotes(String word, boolean safe, TextRange range) {
    TextEdit edit = new TextEdit(range, TomlText.quote(word));
    return new Repair("Quote the value", safe, List.of(edit));
  }

  private static Repair write(String text, TextRange range) {
    return Repair.safe("Write `" + text + "`", new TextEdit(range, text));
  }
}
