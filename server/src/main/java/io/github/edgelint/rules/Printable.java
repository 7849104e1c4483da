package io.github.edgelint.rules;

/** Makes a piece of a user's file fit to be printed: without secrets, on one line, not too long. */
public final class Printable {

  private Printable() {}

  /** The whole piece, masked, with control and invisible characters spelt out. */
  public static String of(String raw) {
    return of(raw, Integer.MAX_VALUE);
  }

  /** The piece, masked, with control and invisible characters spelt out, cut after {@code most}. */
  public static String of(String raw, int most) {
    String masked = Secrets.mask(raw);
    StringBuilder text = null;
    for (int i = 0; i < masked.length(); i++) {
      char c = masked.charAt(i);
      if (text == null && !isHidden(c) && i < most) {
        continue;
      }
      if (text == null) {
        text = new StringBuilder(masked.length() + 16).append(masked, 0, i);
      }
      if (i >= most) {
        if (Character.isLowSurrogate(c) && !text.isEmpty()) {
          text.setLength(text.length() - 1);
        }
        return text.append('…').toString();
      }
      if (isHidden(c)) {
        text.append(spelt(c));
      } else {
        text.append(c);
      }
    }
    return text == null ? masked : text.toString();
  }

  private static boolean isHidden(char c) {
    if (c < 0x7F) {
      return c < 0x20;
    }
    if (c == 0x00A0) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static String spelt(char c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) c);
    };
  }
}
