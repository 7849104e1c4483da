package io.github.edgelint.syntax.toml;

/** Integers and floats as TOML writes them. */
final class TomlNumbers {

  private TomlNumbers() {}

  /** Whether this is an integer, in range or not. */
  static boolean isInteger(String word) {
    int from = isSign(word, 0) ? 1 : 0;
    if (word.length() > 2 && word.charAt(0) == '0' && "xob".indexOf(word.charAt(1)) >= 0) {
      return digits(word, 2, radix(word)) == word.length();
    }
    return wholePart(word, from) == word.length();
  }

  /** Whether an integer fits into 64 bits with a sign, as every reader keeps it. */
  static boolean isInRange(String integer) {
    try {
      int radix = radix(integer);
      String digits = integer.replace("_", "");
      Long.parseLong(radix == 10 ? digits : digits.substring(2), radix);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  static boolean isFloat(String word) {
    int from = isSign(word, 0) ? 1 : 0;
    if (word.startsWith("inf", from) || word.startsWith("nan", from)) {
      return word.length() == from + 3;
    }
    int at = wholePart(word, from);
    if (at < 0) {
      return false;
    }
    int fraction = at;
    if (at < word.length() && word.charAt(at) == '.') {
      fraction = digits(word, at + 1, 10);
      if (fraction < 0) {
        return false;
      }
    }
    int end = fraction;
    if (end < word.length() && (word.charAt(end) == 'e' || word.charAt(end) == 'E')) {
      end = digits(word, isSign(word, end + 1) ? end + 2 : end + 1, 10);
    }
    return end == word.length() && end > at;
  }

  private static int radix(String word) {
    if (word.length() < 3 || word.charAt(0) != '0') {
      return 10;
    }
    return switch (word.charAt(1)) {
      case 'x' -> 16;
      case 'o' -> 8;
      case 'b' -> 2;
      default -> 10;
    };
  }

  private static boolean isSign(String word, int at) {
    return at < word.length() && (word.charAt(at) == '+' || word.charAt(at) == '-');
  }

  /** End of digits without a leading zero, or -1. */
  private static int wholePart(String word, int from) {
    int end = digits(word, from, 10);
    boolean zeroLeads = end > from + 1 && word.charAt(from) == '0';
    return zeroLeads ? -1 : end;
  }

  /** End of digits with single underscores between them, or -1 where there are none. */
  private static int digits(String word, int from, int radix) {
    int at = from;
    while (at < word.length()) {
      char c = word.charAt(at);
      boolean underscore = c == '_' && at > from && isDigit(word, at + 1, radix);
      if (!underscore && !isDigit(word, at, radix)) {
        break;
      }
      at++;
    }
    return at == from ? -1 : at;
  }

  private static boolean isDigit(String word, int at, int radix) {
    return at < word.length()
        && word.charAt(at) < 128
        && Character.digit(word.charAt(at), radix) >= 0;
  }
}
