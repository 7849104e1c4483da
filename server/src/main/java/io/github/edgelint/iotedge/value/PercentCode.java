package io.github.edgelint.iotedge.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Percent codes of URLs (RFC 3986, section 2). */
final class PercentCode {

  private PercentCode() {}

  /** Whether two hex digits stand at {@code at}. */
  static boolean isHexPair(String text, int at) {
    return at + 1 < text.length() && isHex(text.charAt(at)) && isHex(text.charAt(at + 1));
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /**
   * The code of one character, such as {@code %40} for the at sign; several codes for one outside
   * ASCII.
   */
  static String of(int codePoint) {
    StringBuilder code = new StringBuilder();
    for (byte octet : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      code.append(String.format(Locale.ROOT, "%%%02X", octet));
    }
    return code.toString();
  }

  /**
   * Undoes the codes; a percent sign that starts none stays, and so does everything when the result
   * is not UTF-8.
   */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] from = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer to = ByteBuffer.allocate(from.length);
    for (int i = 0; i < from.length; i++) {
      if (from[i] == '%'
          && i + 2 < from.length
          && isHex((char) from[i + 1])
          && isHex((char) from[i + 2])) {
        to.put((byte) Integer.parseInt(new String(from, i + 1, 2, StandardCharsets.US_ASCII), 16));
        i += 2;
      } else {
        to.put(from[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(to.flip()).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }
}
