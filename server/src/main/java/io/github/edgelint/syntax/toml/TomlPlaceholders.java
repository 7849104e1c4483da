package io.github.edgelint.syntax.toml;

/** What a tool replaces before anybody reads the file as TOML. */
final class TomlPlaceholders {

  private static final String[][] VALUES = {{"{{", "}}"}, {"${", "}"}, {"@", "@"}};

  // Of Jinja, Go and Handlebars, Terraform, and ERB.
  private static final String[][] DIRECTIVES = {
    {"{%", "%}"}, {"{#", "#}"}, {"{{", "}}"}, {"%{", "}"}, {"<%", "%>"}
  };

  private TomlPlaceholders() {}

  /**
   * The end of the placeholder that starts at an offset, the offset itself where none does: {@code
   * {{…}}}, {@code ${…}} or {@code @…@} on one line.
   */
  static int end(String text, int at) {
    return at < text.length() && "{$@".indexOf(text.charAt(at)) >= 0 ? end(text, at, VALUES) : at;
  }

  /** The end of the directive of a template that starts at an offset, else the offset itself. */
  static int directiveEnd(String text, int at) {
    return at < text.length() && "{%<".indexOf(text.charAt(at)) >= 0
        ? end(text, at, DIRECTIVES)
        : at;
  }

  /**
   * Whether the key of the entry that starts at an offset ends in a placeholder, as in <code>
   * {{ name }} = "{{ value }}"</code>: nobody knows which entry the line becomes.
   */
  static boolean isKey(String text, int at) {
    int i = at;
    int placeholder = at;
    while (i < text.length() && !TomlScanner.isLineEnd(text.charAt(i))) {
      int end = end(text, i);
      char c = text.charAt(i);
      if (end > i) {
        placeholder = end;
        i = end;
      } else if (c == '=') {
        return placeholder > at && text.substring(placeholder, i).isBlank();
      } else if (TomlScanner.isBlank(c) || c == '.' || TomlText.isBareKeyChar(c)) {
        i++;
      } else {
        return false;
      }
    }
    return false;
  }

  private static int end(String text, int at, String[][] kinds) {
    for (String[] marks : kinds) {
      if (text.startsWith(marks[0], at)) {
        return end(text, at, marks[0], marks[1]);
      }
    }
    return at;
  }

  private static int end(String text, int at, String open, String close) {
    int from = at + open.length();
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.startsWith(close, i)) {
        return i == from ? at : i + close.length();
      }
      boolean blankInName = open.equals("@") && c == ' ';
      if (TomlScanner.isLineEnd(c) || blankInName || text.startsWith(open, i)) {
        break;
      }
    }
    return at;
  }
}
