package io.github.edgelint.rules.config;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.text.TextRange;
import java.util.Optional;

/** Where findings about what a table lacks are shown. */
final class TableHeader {

  private TableHeader() {}

  /** The header that names the table first; else its key. */
  static TextRange of(ConfigTree tree, ObjectNode table) {
    if (!table.header().isEmpty() && table.form() != ObjectNode.Form.BRACES) {
      return table.header();
    }
    TextRange key =
        tree.memberOf(table).map(Member::key).map(name -> name.range()).orElse(table.range());
    Optional<Section> section = tree.sectionAt(key.start());
    return section.map(Section::header).filter(header -> header.contains(key)).orElse(key);
  }
}
