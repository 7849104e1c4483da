package io.github.edgelint.edit;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import java.util.Optional;

/** How the author of a JSON file lays it out. */
final class JsonStyle extends Layout {

  private static final String DEFAULT_UNIT = "  ";

  JsonStyle(ConfigTree tree) {
    super(tree);
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
