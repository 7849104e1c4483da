package io.github.edgelint.syntax.toml;

/**
 * Guesses from its first characters what a line is. Readers that have lost an end, of a text or of
 * a bracket, go on there.
 */
final class TomlLines {

  private TomlLines() {}

  /** Whether {@code [header]} or {@code [[header]]} stands on the line that starts here. */
  static boolean isHeader(String text, int lineStart) {
    return headerKey(text, lineStart) >= 0;
  }

  /**
   * Whether the line that starts here is a header although an item of an array may stand here: its
   * first key would be no value.
   */
  static boolean isHeaderNotItem(String text, int lineStart) {
    int key = headerKey(text, lineStart);
    if (key < 0 || text.charAt(key) == '"' || text.charAt(key) == '\'') {
      return false;
    }
    int end = key;
    while (end < text.length() && TomlText.isBareKeyChar(text.charAt(end))) {
      end++;
    }
    String word = text.substring(key, end);
    boolean value =
        TomlNumbers.isInteger(word)
            || TomlNumbers.isFloat(word)
            || TomlDates.isDate(word, 0, word.length())
            || word.equals("true")
            || word.equals("false");
    return !value;
  }

  /** Whether a key and an equals sign stand on the line that starts here. */
  static boolean isEntry(String text, int lineStart) {
    int end = pathEnd(text, skipBlanks(text, lineStart));
    return end >= 0 && end < text.length() && text.charAt(end) == '=';
  }

  /** Where the first key of a header stands, or -1 where the line is no header. */
  private static int headerKey(String text, int lineStart) {
    int at = skipBlanks(text, lineStart);
    if (!text.startsWith("[", at)) {
      return -1;
    }
    boolean element = text.startsWith("[[", at);
    int key = skipBlanks(text, at + (element ? 2 : 1));
    int end = pathEnd(text, key);
    String close = element ? "]]" : "]";
    if (end < 0 || !text.startsWith(close, end)) {
      return -1;
    }
    int behind = skipBlanks(text, end + close.length());
    boolean alone = behind == text.length() || "\r\n#".indexOf(text.charAt(behind)) >= 0;
    return alone ? key : -1;
  }

  /** The end of a dotted key with the blanks behind it, or -1 where none stands here. */
  private static int pathEnd(String text, int from) {
    int at = from;
    while (true) {
      int end = keyEnd(text, at);
      if (end < 0) {
        return -1;
      }
      at = skipBlanks(text, end);
      if (at == text.length() || text.charAt(at) != '.') {
        return at;
      }
      at = skipBlanks(text, at + 1);
    }
  }

  private static int keyEnd(String text, int from) {
    if (from < text.length() && (text.charAt(from) == '"' || text.charAt(from) == '\'')) {
      char mark = text.charAt(from);
      for (int i = from + 1; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == mark) {
          return i + 1;
        }
        if (c == '\n' || c == '\r') {
          return -1;
        }
        i += c == '\\' && mark == '"' ? 1 : 0;
      }
      return -1;
    }
    int end = from;
    while (end < text.length() && TomlText.isBareKeyChar(text.charAt(end))) {
      end++;
    }
    return end == from ? -1 : end;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && TomlScanner.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
