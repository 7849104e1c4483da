package io.github.edgelint.syntax;

/** Characters that look like a blank or like nothing, and that no notation passes over. */
public final class OddBlanks {

  private static final String WIDE =
      "\f\u000B\u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
          + "\u200A\u2028\u2029\u202F\u205F\u3000";
  private static final String INVISIBLE =
      "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068"
          + "\u2069\uFEFF";

  private OddBlanks() {}

  /** Whether the character is a blank to the eye, or invisible; never an ordinary blank. */
  public static boolean contains(char c) {
    return (c <= '\r' || c >= '\u0085') && (isWide(c) || INVISIBLE.indexOf(c) >= 0);
  }

  /** Whether the character takes room on the screen as a blank does. */
  public static boolean isWide(char c) {
    return WIDE.indexOf(c) >= 0;
  }

  /** The name of a character as Unicode writes it: {@code U+00A0}. */
  public static String codeOf(char c) {
    return String.format("U+%04X", (int) c);
  }
}
