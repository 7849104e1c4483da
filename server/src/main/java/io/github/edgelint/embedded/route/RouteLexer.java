package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.RouteToken.Kind;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a route into tokens as edgeHub does: the longest match wins, and the first rule of the
 * grammar where two match equally far. Nearly every character may be part of a name, also {@code
 * +}, {@code *}, {@code '} and {@code !}. Time is linear in the length of the text.
 *
 * <p>Source:
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core/grammar/GrammarLexer.g4.
 */
final class RouteLexer {

  /** ASCII characters that no word may hold. */
  private static final boolean[] NO_WORD = new boolean[128];

  static {
    for (char c : "()<>@,;:\\\"/?={} \t\n\r".toCharArray()) {
      NO_WORD[c] = true;
    }
  }

  private final String text;
  private final int lastCommentEnd;
  private final List<RouteToken> tokens = new ArrayList<>();

  private RouteLexer(String text) {
    this.text = text;
    this.lastCommentEnd = text.lastIndexOf("*/");
  }

  static List<RouteToken> tokens(String text) {
    RouteLexer lexer = new RouteLexer(text);
    int at = 0;
    while (at < text.length()) {
      at = lexer.token(at);
    }
    return List.copyOf(lexer.tokens);
  }

  private int token(int start) {
    char c = text.charAt(start);
    return switch (c) {
      case ' ', '\t', '\r', '\n' -> add(Kind.BLANK, start, blanks(start));
      case '"' -> string(start, 0);
      case '\'' -> string(start, endOfWord(start));
      case '/' -> slash(start);
      case '(' -> add(Kind.OPEN_PARENTHESIS, start, start + 1);
      case ')' -> add(Kind.CLOSE_PARENTHESIS, start, start + 1);
      case '{' -> add(Kind.OPEN_BRACE, start, start + 1);
      case '}' -> add(Kind.CLOSE_BRACE, start, start + 1);
      case ',' -> add(Kind.COMMA, start, start + 1);
      case '=' -> add(Kind.EQUAL, start, start + 1);
      case '<' ->
          next(start, '>')
              ? add(Kind.NOT_EQUAL, start, start + 2)
              : next(start, '=')
                  ? add(Kind.LESS_OR_EQUAL, start, start + 2)
                  : add(Kind.LESS, start, start + 1);
      case '>' ->
          next(start, '=')
              ? add(Kind.GREATER_OR_EQUAL, start, start + 2)
              : add(Kind.GREATER, start, start + 1);
      case '?' ->
          next(start, '?')
              ? add(Kind.COALESCE, start, start + 2)
              : add(Kind.SYMBOL, start, start + 1);
      case '@', ';', ':', '\\' -> add(Kind.SYMBOL, start, start + 1);
      case '!' -> next(start, '=') ? add(Kind.NOT_EQUAL, start, start + 2) : word(start);
      default -> word(start);
    };
  }

  private int add(Kind kind, int start, int end) {
    tokens.add(new RouteToken(kind, new TextRange(start, end)));
    return end;
  }

  private boolean next(int at, char wanted) {
    return at + 1 < text.length() && text.charAt(at + 1) == wanted;
  }

  private int blanks(int at) {
    int end = at;
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private int slash(int start) {
    if (next(start, '*') && start + 2 <= lastCommentEnd) {
      return add(Kind.COMMENT, start, indexOfCommentEnd(start + 2) + 2);
    }
    return add(Kind.SLASH, start, start + 1);
  }

  private int indexOfCommentEnd(int from) {
    int at = from;
    while (text.charAt(at) != '*' || text.charAt(at + 1) != '/') {
      at++;
    }
    return at;
  }

  /** A quoted text, unless a word that begins with the quote reaches further. */
  private int string(int start, int wordEnd) {
    char quote = text.charAt(start);
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != quote) {
      int escape = text.charAt(at) == '\\' ? escapeLength(at) : 1;
      if (escape == 0) {
        break;
      }
      at += escape;
    }
    boolean closed = at < text.length() && text.charAt(at) == quote;
    int end = closed ? at + 1 : at;
    if (wordEnd > end) {
      return word(start);
    }
    return add(closed ? Kind.STRING : Kind.UNTERMINATED_STRING, start, end);
  }

  /** Length of the escape whose backslash stands at {@code at}; 0 where it is none. */
  private int escapeLength(int at) {
    if (at + 1 >= text.length()) {
      return 0;
    }
    char c = text.charAt(at + 1);
    if (c == '"' || c == '\'' || c == '\\') {
      return 2;
    }
    if (c != 'u' || at + 6 > text.length()) {
      return 0;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
        return 0;
      }
    }
    return 6;
  }

  /** The end of a word, square brackets included. */
  private int endOfWord(int start) {
    int end = start;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return c >= NO_WORD.length || !NO_WORD[c];
  }

  private int word(int start) {
    int end = endOfWord(start);
    String word = text.substring(start, end);
    if (word.indexOf('[') >= 0 || word.indexOf(']') >= 0) {
      boolean system = word.charAt(0) == '$';
      return add(system ? Kind.SYSTEM_WORD : Kind.BRACKET_WORD, start, end);
    }
    return add(kindOfWord(word), start, end);
  }

  /** What a word without square brackets is. */
  static Kind kindOfWord(String word) {
    return switch (word) {
      case "true" -> Kind.TRUE;
      case "false" -> Kind.FALSE;
      case "null" -> Kind.NULL;
      case "undefined" -> Kind.UNDEFINED;
      case "+" -> Kind.PLUS;
      case "-" -> Kind.MINUS;
      case "*" -> Kind.STAR;
      case "%" -> Kind.PERCENT;
      case "||" -> Kind.CONCATENATE;
      default -> {
        Kind number = kindOfNumber(word);
        yield number != null
            ? number
            : word.charAt(0) == '$' && word.length() > 1 ? Kind.SYSTEM_WORD : keywordOrName(word);
      }
    };
  }

  private static Kind keywordOrName(String word) {
    return switch (word.length()) {
      case 2 -> isWord(word, "OR") ? Kind.OR : Kind.NAME;
      case 3 -> isWord(word, "AND") ? Kind.AND : isWord(word, "NOT") ? Kind.NOT : Kind.NAME;
      case 4 -> isWord(word, "FROM") ? Kind.FROM : isWord(word, "INTO") ? Kind.INTO : Kind.NAME;
      case 5 -> isWord(word, "WHERE") ? Kind.WHERE : Kind.NAME;
      case 6 -> isWord(word, "SELECT") ? Kind.SELECT : Kind.NAME;
      default -> Kind.NAME;
    };
  }

  /** Whether a word is the keyword of the same length; only ASCII letters come in two cases. */
  private static boolean isWord(String word, String keyword) {
    for (int i = 0; i < keyword.length(); i++) {
      char c = word.charAt(i);
      if ((c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c) != keyword.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  // INT: -?[0-9]+  HEX: 0[xX][0-9a-fA-F]+  REAL: -?[0-9]*.[0-9]+EXP? or -?[0-9]*EXP
  private static Kind kindOfNumber(String word) {
    if (isHexadecimal(word)) {
      return Kind.HEXADECIMAL;
    }
    int at = word.charAt(0) == '-' ? 1 : 0;
    int fraction = digits(word, at);
    if (fraction == word.length()) {
      return fraction > at ? Kind.INTEGER : null;
    }
    int exponent = fraction;
    if (word.charAt(fraction) == '.') {
      exponent = digits(word, fraction + 1);
      if (exponent == fraction + 1) {
        return null;
      }
    }
    return exponent == word.length() || isExponent(word, exponent) ? Kind.REAL : null;
  }

  private static boolean isHexadecimal(String word) {
    if (word.length() < 3 || word.charAt(0) != '0' || (word.charAt(1) | 0x20) != 'x') {
      return false;
    }
    for (int i = 2; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c > 'f' || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isExponent(String word, int at) {
    if (word.charAt(at) != 'e' && word.charAt(at) != 'E') {
      return false;
    }
    int sign = at + 1;
    if (sign < word.length() && (word.charAt(sign) == '+' || word.charAt(sign) == '-')) {
      sign++;
    }
    return sign < word.length() && digits(word, sign) == word.length();
  }

  private static int digits(String word, int from) {
    int at = from;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
