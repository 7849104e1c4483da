package io.github.edgelint.rules.proxy;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** Where findings about what a table of {@code config.toml} lacks are shown. */
final class ConfigHeaders {

  private ConfigHeaders() {}

  /** The header of a table, else the first line. */
  static TextRange of(Document document, String table) {
    return find(document.tree(), table).orElseGet(() -> document.source().lines().line(0));
  }

  /** The header of a table, named by its dotted path. */
  static Optional<TextRange> find(ConfigTree tree, String table) {
    for (Section section : tree.sections()) {
      if (!section.header().isEmpty() && tree.pathOf(section.table()).toDotted().equals(table)) {
        return Optional.of(section.header());
      }
    }
    return Optional.empty();
  }
}
