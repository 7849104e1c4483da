package io.github.edgelint.edit;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextRange;
import java.util.Optional;

/** How the author of a JSON file lays it out. */
final class JsonStyle {

  private static final String DEFAULT_UNIT = "  ";

  private final ConfigTree tree;
  private final String text;

  JsonStyle(ConfigTree tree) {
    this.tree = tree;
    this.text = tree.text();
  }

  String lineBreak() {
    return tree.source().lineBreak();
  }

  /** One step of indentation. */
  String unit() {
    return unit(tree.root()).orElse(DEFAULT_UNIT);
  }

  /** The colon with the blanks around it. */
  String colon() {
    for (Member member : tree.root().members()) {
      if (member.value().isPresent()) {
        String between = text.substring(member.key().range().end(), member.value().range().start());
        return between.matches(" ?: ?") ? between : ": ";
      }
    }
    return ": ";
  }

  /** What stands inside of braces that open and close on one line. */
  String padding() {
    return padding(tree.root()).orElse("");
  }

  /** The blanks at the start of the line that holds an offset. */
  String indentAt(int offset) {
    int start = lineStart(offset);
    return text.substring(start, Math.min(offset, skipBlanks(start)));
  }

  int lineStart(int offset) {
    int at = offset;
    while (at > 0 && !isLineEnd(at - 1)) {
      at--;
    }
    return at == 0 && text.startsWith("\uFEFF") ? Math.min(1, offset) : at;
  }

  boolean isFirstOnLine(int offset) {
    return skipBlanks(lineStart(offset)) >= offset;
  }

  int skipBlanks(int offset) {
    int at = offset;
    while (at < text.length() && isBlank(at)) {
      at++;
    }
    return at;
  }

  boolean isBlank(int offset) {
    return text.charAt(offset) == ' ' || text.charAt(offset) == '\t';
  }

  boolean isLineEnd(int offset) {
    return text.charAt(offset) == '\n' || text.charAt(offset) == '\r';
  }

  int afterLineEnd(int offset) {
    if (offset >= text.length()) {
      return text.length();
    }
    return text.startsWith("\r\n", offset) ? offset + 2 : offset + 1;
  }

  boolean hasBreak(TextRange range) {
    for (int i = range.start(); i < range.end(); i++) {
      if (isLineEnd(i)) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> unit(ConfigNode node) {
    for (Member member : node.members()) {
      Optional<String> found =
          step(node.range().start(), member.key().range().start()).or(() -> unit(member.value()));
      if (found.isPresent()) {
        return found;
      }
    }
    for (ConfigNode item : node.items()) {
      Optional<String> found =
          step(node.range().start(), item.range().start()).or(() -> unit(item));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> step(int outer, int inner) {
    String outerIndent = indentAt(outer);
    String innerIndent = indentAt(inner);
    boolean nested =
        isFirstOnLine(inner)
            && innerIndent.startsWith(outerIndent)
            && innerIndent.length() > outerIndent.length();
    return nested ? Optional.of(innerIndent.substring(outerIndent.length())) : Optional.empty();
  }

  private Optional<String> padding(ConfigNode node) {
    if (!node.members().isEmpty() && !hasBreak(node.range())) {
      return Optional.of(isBlank(node.range().start() + 1) ? " " : "");
    }
    for (Member member : node.members()) {
      Optional<String> found = padding(member.value());
      if (found.isPresent()) {
        return found;
      }
    }
    for (ConfigNode item : node.items()) {
      Optional<String> found = padding(item);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
