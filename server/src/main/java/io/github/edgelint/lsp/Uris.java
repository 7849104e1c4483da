package io.github.edgelint.lsp;

import io.github.edgelint.workspace.DocPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Between URIs, which every client spells its own way, and names of documents. */
final class Uris {

  private static final String FILE = "file:";
  private static final String PLAIN =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/!$&'()*+,;=@";

  private Uris() {}

  /**
   * The document that a URI names. Of a file URI escapes are decoded and dots followed; any other
   * URI is the name as it is. Takes any text.
   */
  static DocPath toPath(String uri) {
    if (!Params.need(uri, "uri").regionMatches(true, 0, FILE, 0, FILE.length())) {
      return new DocPath(uri);
    }
    String rest = uri.substring(FILE.length());
    String path = decode(withoutLocalHost(rest));
    if (hasDrive(path)) {
      path = path.substring(1, 2).toUpperCase(Locale.ROOT) + path.substring(2);
    }
    return new DocPath("/").resolve(path);
  }

  private static String withoutLocalHost(String rest) {
    if (rest.startsWith("///")) {
      return rest.substring(2);
    }
    return rest.startsWith("//localhost/") ? rest.substring("//localhost".length()) : rest;
  }

  private static boolean hasDrive(String path) {
    return path.length() >= 3
        && path.charAt(0) == '/'
        && Character.isLetter(path.charAt(1))
        && path.charAt(2) == ':';
  }

  /** The URI of a document. */
  static String of(DocPath path) {
    if (path.toFile().isEmpty()) {
      return path.value();
    }
    String value = path.value();
    String start = value.startsWith("//") ? FILE : value.startsWith("/") ? "file://" : "file:///";
    StringBuilder uri = new StringBuilder(value.length() + 16).append(start);
    for (byte unit : value.getBytes(StandardCharsets.UTF_8)) {
      if (unit > 0 && PLAIN.indexOf(unit) >= 0) {
        uri.append((char) unit);
      } else {
        uri.append(String.format("%%%02X", unit & 0xFF));
      }
    }
    return uri.toString();
  }

  private static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] units = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < units.length; i++) {
      int high = i + 2 < units.length ? Character.digit(units[i + 1], 16) : -1;
      int low = i + 2 < units.length ? Character.digit(units[i + 2], 16) : -1;
      if (units[i] == '%' && high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(units[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
