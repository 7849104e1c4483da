package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.schema.JsonValue;
import io.github.edgelint.schema.JsonValue.Items;
import io.github.edgelint.schema.JsonValue.Literal;
import io.github.edgelint.schema.JsonValue.Members;
import io.github.edgelint.schema.JsonValue.Text;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.syntax.toml.TomlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a value of a schema is written in a file, in the style of its author. Lines after the first
 * are indented as if the first one were not: editors add the indentation of the line.
 */
final class Notation {

  private static final int LINE = 60;

  private final boolean toml;
  private final boolean oneLine;
  private final String lineBreak;
  private final String unit;
  private final String separator;
  private final Function<String, SnippetText> texts;

  private Notation(
      boolean toml,
      boolean oneLine,
      String lineBreak,
      String unit,
      String separator,
      Function<String, SnippetText> texts) {
    this.toml = toml;
    this.oneLine = oneLine;
    this.lineBreak = lineBreak;
    this.unit = unit;
    this.separator = separator;
    this.texts = texts;
  }

  /**
   * The notation of a tree.
   *
   * @param embedded whether the tree stands inside a string, where line breaks hurt the eye
   */
  static Notation of(ConfigTree tree, boolean embedded) {
    String text = tree.text();
    boolean toml = tree.language() == Language.TOML;
    boolean oneLine = embedded || (text.indexOf('\n') < 0 && text.length() > 2);
    String separator = toml ? " = " : separator(text, embedded ? ":" : ": ");
    return new Notation(
        toml, oneLine, tree.source().lineBreak(), unit(text), separator, SnippetText::literal);
  }

  /** The same for the bodies of snippets, whose texts hold places to fill in. */
  Notation forSnippets(Releases releases) {
    return new Notation(
        toml,
        oneLine,
        lineBreak,
        unit,
        separator,
        text -> SnippetText.parse(releases.preferring(text)));
  }

  String lineBreak() {
    return lineBreak;
  }

  /** Between key and value. */
  String separator() {
    return separator;
  }

  private static String separator(String text, String otherwise) {
    int at = text.indexOf("\":");
    if (at < 0 || at + 2 >= text.length()) {
      return otherwise;
    }
    char next = text.charAt(at + 2);
    if (next == ' ') {
      return ": ";
    }
    return next == '\n' || next == '\r' || next == '\t' ? otherwise : ":";
  }

  /** The first step of indentation in a text. */
  private static String unit(String text) {
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      int end = at + 1;
      while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
        end++;
      }
      if (end > at + 1 && end < text.length() && text.charAt(end) > ' ') {
        return text.charAt(at + 1) == '\t' ? "\t" : text.substring(at + 1, end);
      }
    }
    return "  ";
  }

  /** A key, quoted as the notation asks. */
  SnippetText key(String name) {
    SnippetText key = texts.apply(name);
    return toml && TomlText.key(key.plain()).equals(key.plain()) ? key : quoted(key);
  }

  /** A text with its quotes. */
  SnippetText quoted(SnippetText text) {
    return SnippetText.literal("\"")
        .plus(text.map(toml ? TomlText::escape : JsonText::escape))
        .plus("\"");
  }

  /** A value. In TOML all of it on one line, as an inline table or an array. */
  SnippetText value(JsonValue value) {
    return value(value, "");
  }

  // The depth of a schema bounds the recursion.
  private SnippetText value(JsonValue value, String indent) {
    if (value instanceof Text text) {
      return quoted(texts.apply(text.text()));
    }
    if (value instanceof Literal literal) {
      return SnippetText.literal(literal.text());
    }
    boolean flat = toml || oneLine || isFlat(value);
    String inner = flat ? "" : indent + unit;
    List<SnippetText> parts = new ArrayList<>();
    if (value instanceof Members object) {
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        parts.add(member(member.getKey(), member.getValue(), inner));
      }
      return bracketed("{", parts, "}", flat, indent);
    }
    for (JsonValue item : ((Items) value).items()) {
      parts.add(value(item, inner));
    }
    return bracketed("[", parts, "]", flat, indent);
  }

  private SnippetText member(String name, JsonValue value, String indent) {
    return key(name).plus(separator).plus(value(value, indent));
  }

  private SnippetText bracketed(
      String open, List<SnippetText> parts, String close, boolean flat, String indent) {
    if (parts.isEmpty()) {
      return SnippetText.literal(open + close);
    }
    boolean padded = toml && open.equals("{");
    String between = separator.equals(":") ? "," : ", ";
    SnippetText result = SnippetText.literal(open);
    for (int i = 0; i < parts.size(); i++) {
      String before = i == 0 ? "" : flat ? between : ",";
      result = result.plus(flat ? before : before + lineBreak + indent + unit);
      result = result.plus(i == 0 && padded ? " " : "").plus(parts.get(i));
    }
    return result.plus(flat ? "" : lineBreak + indent).plus((padded ? " " : "") + close);
  }

  /** Whether a container looks best on one line. */
  private static boolean isFlat(JsonValue value) {
    return length(value) <= LINE
        && (value instanceof Members object
            ? object.members().values().stream().allMatch(Notation::isScalar)
            : ((Items) value).items().stream().allMatch(item -> isScalar(item) || isFlat(item)));
  }

  private static boolean isScalar(JsonValue value) {
    return value instanceof Text
        || value instanceof Literal
        || (value instanceof Members object && object.members().isEmpty())
        || (value instanceof Items array && array.items().isEmpty());
  }

  private static int length(JsonValue value) {
    if (value instanceof Members object) {
      int length = 2;
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        length += member.getKey().length() + 6 + length(member.getValue());
      }
      return length;
    }
    if (value instanceof Items array) {
      return array.items().stream().mapToInt(item -> length(item) + 2).sum() + 2;
    }
    return value.display().length() + (value instanceof Text ? 2 : 0);
  }

  /** The members of an object without its braces, one a line. */
  SnippetText members(Members object) {
    SnippetText result = SnippetText.EMPTY;
    String between = toml || oneLine ? ", " : "," + lineBreak;
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      result = result.plus(result.isEmpty() ? "" : between);
      result = result.plus(member(member.getKey(), member.getValue(), ""));
    }
    return result;
  }

  /** The header of a TOML table. */
  SnippetText header(List<String> path) {
    SnippetText header = SnippetText.literal("[");
    for (int i = 0; i < path.size(); i++) {
      header = header.plus(i == 0 ? "" : ".").plus(key(path.get(i)));
    }
    return header.plus("]");
  }

  /**
   * The lines of a TOML table below its header: its keys, then tables of their own for the objects
   * in it. No line break at the end.
   *
   * @param path of the table
   */
  SnippetText table(List<String> path, Members body) {
    SnippetText result = SnippetText.EMPTY;
    for (Map.Entry<String, JsonValue> member : body.members().entrySet()) {
      if (!isTable(member.getValue())) {
        result = result.plus(result.isEmpty() ? "" : lineBreak);
        result = result.plus(member(member.getKey(), member.getValue(), ""));
      }
    }
    for (Map.Entry<String, JsonValue> member : body.members().entrySet()) {
      if (isTable(member.getValue())) {
        List<String> inner = new ArrayList<>(path);
        inner.add(member.getKey());
        Members object = (Members) member.getValue();
        boolean own = object.members().values().stream().anyMatch(value -> !isTable(value));
        result = result.plus(result.isEmpty() ? "" : lineBreak + lineBreak);
        result = result.plus(own ? header(inner).plus(lineBreak) : SnippetText.EMPTY);
        result = result.plus(table(inner, object));
      }
    }
    return result;
  }

  /** An object gets a table of its own, but not one that only says what or where a key is. */
  private static boolean isTable(JsonValue value) {
    return value instanceof Members object
        && !object.members().isEmpty()
        && !(object.members().size() == 1
            && (object.get("value").isPresent() || object.get("uri").isPresent()));
  }
}
