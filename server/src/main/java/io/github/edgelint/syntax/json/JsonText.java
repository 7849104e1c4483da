package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes JSON. */
public final class JsonText {

  private JsonText() {}

  /** A text in double quotes. */
  public static String quote(String text) {
    return '"' + escape(text) + '"';
  }

  /** What stands between the quotes for a text. */
  public static String escape(String text) {
    int plain = 0;
    while (plain < text.length() && isPlain(text.charAt(plain))) {
      plain++;
    }
    return plain == text.length() ? text : escapeAll(text);
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\' && c != '\u2028' && c != '\u2029';
  }

  private static String escapeAll(String text) {
    StringBuilder result = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int simple = "\"\\\b\f\n\r\t".indexOf(c);
      if (simple >= 0) {
        result.append('\\').append("\"\\bfnrt".charAt(simple));
      } else if (isPlain(c)) {
        result.append(c);
      } else {
        result.append(String.format("\\u%04x", (int) c));
      }
    }
    return result.toString();
  }

  /**
   * A value of a JSON file on one line without blanks. Comments and trailing commas are left out,
   * texts and numbers stay as they are written.
   *
   * @return empty where the value holds something that could not be read
   */
  public static Optional<String> compact(ConfigTree tree, ConfigNode value) {
    StringBuilder result = new StringBuilder();
    return new Layout(tree.text(), "", "", "").write(value, "", result)
        ? Optional.of(result.toString())
        : Optional.empty();
  }

  /**
   * A value of a JSON file with each member and item on a line of its own, comments left out.
   *
   * @param indent indentation of the line that the value starts on
   * @param unit one step of indentation
   * @return empty where the value holds something that could not be read
   */
  public static Optional<String> pretty(
      ConfigTree tree, ConfigNode value, String indent, String unit, String lineBreak) {
    StringBuilder result = new StringBuilder();
    return new Layout(tree.text(), unit, lineBreak, " ").write(value, indent, result)
        ? Optional.of(result.toString())
        : Optional.empty();
  }

  private record Layout(String file, String unit, String lineBreak, String behindColon) {

    boolean write(ConfigNode value, String indent, StringBuilder result) {
      if (value instanceof ScalarNode scalar) {
        boolean rewrite =
            scalar.type() == ScalarNode.Type.STRING
                && (scalar.quote() != Quote.DOUBLE || file.charAt(scalar.range().start()) != '"');
        result.append(rewrite ? quote(scalar.text()) : scalar.range().of(file));
        return true;
      }
      if (value instanceof ObjectNode object) {
        List<Part> parts = new ArrayList<>();
        for (Member member : object.members()) {
          parts.add(new Part(quote(member.name()) + ":" + behindColon, member.value()));
        }
        return bracketed('{', parts, '}', indent, result);
      }
      if (!(value instanceof ArrayNode)) {
        return false;
      }
      List<Part> parts = value.items().stream().map(item -> new Part("", item)).toList();
      return bracketed('[', parts, ']', indent, result);
    }

    private boolean bracketed(
        char open, List<Part> parts, char close, String indent, StringBuilder result) {
      result.append(open);
      String inner = indent + unit;
      for (int i = 0; i < parts.size(); i++) {
        result.append(i == 0 ? "" : ",").append(lineBreak).append(lineBreak.isEmpty() ? "" : inner);
        result.append(parts.get(i).key());
        if (!write(parts.get(i).value(), inner, result)) {
          return false;
        }
      }
      if (!parts.isEmpty() && !lineBreak.isEmpty()) {
        result.append(lineBreak).append(indent);
      }
      result.append(close);
      return true;
    }
  }

  private record Part(String key, ConfigNode value) {}
}
