package io.github.edgelint.schema;

import io.github.edgelint.schema.JsonValue.Items;
import io.github.edgelint.schema.JsonValue.Literal;
import io.github.edgelint.schema.JsonValue.Members;
import io.github.edgelint.schema.JsonValue.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads our own schema files, which are known to be sound: the tests compare what it reads with
 * what Jackson reads. It exists for the start of a short run, which needs little of a schema and
 * none of its prose: it passes over values without looking into them, and comes back to them when
 * somebody asks.
 */
final class JsonReader {

  // Each byte of the file as one char: a copy, where decoding would look at every byte. Only texts
  // that somebody reads are decoded.
  private final String bytes;
  private int at;

  private JsonReader(String bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Stands at the start of a file in UTF-8. */
  static JsonReader of(byte[] utf8) {
    return new JsonReader(new String(utf8, StandardCharsets.ISO_8859_1), 0);
  }

  /** A reader of the same file that stands at the value at {@code offset}. */
  JsonReader at(int offset) {
    return new JsonReader(bytes, offset);
  }

  /** Where the next value starts. */
  int offset() {
    blanks();
    return at;
  }

  /** Whether the next value is an object. */
  boolean isAtObject() {
    return peek() == '{';
  }

  /** Whether the next value is an array. */
  boolean isAtArray() {
    return peek() == '[';
  }

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException when there is none
   */
  JsonValue value() {
    return switch (peek()) {
      case '{' -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members(name -> members.put(name, value()));
        yield new Members(members);
      }
      case '[' -> {
        List<JsonValue> items = new ArrayList<>();
        items(() -> items.add(value()));
        yield new Items(items);
      }
      case '"' -> new Text(string());
      default -> literal();
    };
  }

  /** Reads the value that the file ends with. */
  JsonValue lastValue() {
    JsonValue value = value();
    blanks();
    if (at < bytes.length()) {
      throw broken();
    }
    return value;
  }

  /**
   * Reads an object.
   *
   * @param member gets the name of each member and has to read or skip its value
   */
  void members(Consumer<String> member) {
    expect('{');
    if (!isNext('}')) {
      do {
        String name = string();
        expect(':');
        member.accept(name);
      } while (isNext(','));
      expect('}');
    }
  }

  /**
   * Reads an array.
   *
   * @param item has to read or skip one item
   */
  void items(Runnable item) {
    expect('[');
    if (!isNext(']')) {
      do {
        item.run();
      } while (isNext(','));
      expect(']');
    }
  }

  /** Passes over a value. */
  void skip() {
    int depth = 0;
    do {
      char c = peek();
      if (c == '"') {
        at = endOfString() + 1;
      } else if (c == '{' || c == '[') {
        depth++;
        at++;
      } else if (c == '}' || c == ']') {
        depth--;
        at++;
      } else if (c == ',' || c == ':') {
        at++;
      } else {
        literal();
      }
    } while (depth > 0);
  }

  /** Reads a text. */
  String string() {
    if (peek() != '"') {
      throw broken();
    }
    int end = endOfString();
    String raw = decoded(bytes.substring(at + 1, end));
    at = end + 1;
    return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
  }

  // A jump to the next quote: most of a schema is prose.
  private int endOfString() {
    int end = bytes.indexOf('"', at + 1);
    while (end >= 0 && isEscaped(end)) {
      end = bytes.indexOf('"', end + 1);
    }
    if (end < 0) {
      throw broken();
    }
    return end;
  }

  private boolean isEscaped(int quote) {
    int backslashes = 0;
    while (bytes.charAt(quote - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static String decoded(String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.charAt(i) > 0x7F) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      }
    }
    return bytes;
  }

  private String unescaped(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\') {
        c = raw.charAt(++i);
        int simple = "bfnrt".indexOf(c);
        if (simple >= 0) {
          c = "\b\f\n\r\t".charAt(simple);
        } else if (c == 'u') {
          c = (char) Integer.parseInt(raw.substring(i + 1, i + 5), 16);
          i += 4;
        }
      }
      text.append(c);
    }
    return text.toString();
  }

  private JsonValue literal() {
    int start = at;
    while (at < bytes.length() && isWord(bytes.charAt(at))) {
      at++;
    }
    String word = bytes.substring(start, at);
    boolean sound =
        word.equals("true")
            || word.equals("false")
            || word.equals("null")
            || Numbers.decimal(word).isPresent();
    if (!sound) {
      throw broken();
    }
    return new Literal(word);
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || "+-.E".indexOf(c) >= 0;
  }

  private char peek() {
    blanks();
    if (at >= bytes.length()) {
      throw broken();
    }
    return bytes.charAt(at);
  }

  private boolean isNext(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char c) {
    if (!isNext(c)) {
      throw broken();
    }
  }

  private void blanks() {
    while (at < bytes.length() && bytes.charAt(at) <= ' ') {
      at++;
    }
  }

  private IllegalArgumentException broken() {
    return new IllegalArgumentException("not JSON at offset " + at);
  }
}
