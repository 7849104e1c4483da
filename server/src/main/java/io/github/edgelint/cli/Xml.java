package io.github.edgelint.cli;

/** Escapes text for XML; characters that XML cannot hold are spelt out. */
final class Xml {

  private Xml() {}

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        case '\n', '\r', '\t' -> escaped.append("&#").append((int) c).append(';');
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            escaped.append(c).append(text.charAt(++i));
          } else if (c < ' '
              || (c >= 0x7F && c < 0xA0)
              || Character.isSurrogate(c)
              || c >= 0xFFFE) {
            escaped.append(String.format("\\u%04x", (int) c));
          } else if (Character.getType(c) == Character.FORMAT) {
            escaped.append("&#").append((int) c).append(';');
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }
}
