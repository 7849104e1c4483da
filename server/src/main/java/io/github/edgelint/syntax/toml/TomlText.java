package io.github.edgelint.syntax.toml;

import java.util.List;

/** Writes TOML. */
public final class TomlText {

  private TomlText() {}

  /** A text in quotes: double ones, or single ones where those spare escapes. */
  public static String quote(String text) {
    boolean needsEscape = false;
    boolean literal = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      needsEscape |= c == '"' || c == '\\';
      literal &= c != '\'' && !isControl(c);
    }
    return needsEscape && literal ? "'" + text + "'" : '"' + escape(text) + '"';
  }

  /** What stands between double quotes for a text. */
  public static String escape(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int simple = "\"\\\b\f\n\r\t".indexOf(c);
      if (simple >= 0) {
        result.append('\\').append("\"\\bfnrt".charAt(simple));
      } else if (isControl(c)) {
        result.append(String.format("\\u%04X", (int) c));
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  /** A key as it may stand before a dot, an equals sign or a closing bracket. */
  public static String key(String name) {
    return isBareKey(name) ? name : quote(name);
  }

  /** A dotted key or the name of a table. */
  public static String path(List<String> names) {
    StringBuilder result = new StringBuilder();
    for (String name : names) {
      result.append(result.length() == 0 ? "" : ".").append(key(name));
    }
    return result.toString();
  }

  static boolean isBareKey(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isBareKeyChar(name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  static boolean isBareKeyChar(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  /** Whether the character may stand neither in a text nor in a comment; tab and line ends may. */
  static boolean isControl(int c) {
    return (c < ' ' && c != '\t') || c == 0x7F;
  }
}
