package io.github.edgelint.schema;

import io.github.edgelint.schema.JsonValue.Items;
import io.github.edgelint.schema.JsonValue.Literal;
import io.github.edgelint.schema.JsonValue.Members;
import io.github.edgelint.schema.JsonValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads our own schema files, which are known to be sound: the tests compare what it reads with
 * what Jackson reads. It exists for the start of a short run, where the first use of Jackson costs
 * more than twice of what reading all of a schema costs here.
 */
final class JsonReader {

  private final String text;
  private int at;
  private int nextEscape = -1;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException when the text is not JSON
   */
  static JsonValue read(String text) {
    JsonReader reader = new JsonReader(text);
    try {
      JsonValue value = reader.value();
      reader.blanks();
      if (reader.at < text.length()) {
        throw reader.broken();
      }
      return value;
    } catch (StringIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("JSON ends too early", e);
    }
  }

  private JsonValue value() {
    blanks();
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new Text(string());
      default -> literal();
    };
  }

  private JsonValue object() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    at++;
    if (!isNext('}')) {
      do {
        blanks();
        String name = string();
        expect(':');
        members.put(name, value());
      } while (isNext(','));
      expect('}');
    }
    return new Members(members);
  }

  private JsonValue array() {
    List<JsonValue> items = new ArrayList<>();
    at++;
    if (!isNext(']')) {
      do {
        items.add(value());
      } while (isNext(','));
      expect(']');
    }
    return new Items(items);
  }

  // A jump to the next quote is what makes this fast: most of a schema is prose.
  private String string() {
    if (text.charAt(at) != '"') {
      throw broken();
    }
    int start = ++at;
    int end = text.indexOf('"', start);
    if (end < 0) {
      throw broken();
    }
    if (nextEscape < start) {
      int found = text.indexOf('\\', start);
      nextEscape = found < 0 ? text.length() : found;
    }
    if (nextEscape > end) {
      at = end + 1;
      return text.substring(start, end);
    }
    return escaped(start);
  }

  private String escaped(int start) {
    StringBuilder decoded = new StringBuilder();
    at = start;
    for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
      decoded.append(c == '\\' ? escape() : c);
    }
    return decoded.toString();
  }

  private char escape() {
    char c = text.charAt(at++);
    int simple = "bfnrt".indexOf(c);
    if (simple >= 0) {
      return "\b\f\n\r\t".charAt(simple);
    }
    if (c == 'u') {
      at += 4;
      return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }
    return c;
  }

  private JsonValue literal() {
    int start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
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

  private boolean isNext(char c) {
    blanks();
    if (text.charAt(at) != c) {
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
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private IllegalArgumentException broken() {
    return new IllegalArgumentException("not JSON at offset " + at);
  }
}
