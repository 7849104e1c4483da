package io.github.edgelint.rules.schema;

import io.github.edgelint.schema.Schema.KeyPlace;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table with an underscore where a dot belongs, as {@code [provisioning_attestation]}.
 *
 * @param path the names of the table that is meant, which the document does not have
 */
record MissingDot(List<String> path) {

  MissingDot {
    path = List.copyOf(path);
  }

  static Optional<MissingDot> of(SchemaProblem.UnknownKey unknown, Document document) {
    Member member = unknown.member();
    if (document.tree().language() != Language.TOML
        || unknown.object() != document.tree().root()
        || !isHeader(member, document)) {
      return Optional.empty();
    }
    String name = member.name();
    for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
      String last = name.substring(at + 1);
      for (KeyPlace place : document.schema().orElseThrow().schema().placesOf(last)) {
        if (String.join("_", place.path()).equals(name.substring(0, at))) {
          List<String> path = new ArrayList<>(place.path());
          path.add(last);
          MissingDot meant = new MissingDot(path);
          return document.tree().root().at(meant.path.toArray(String[]::new)).isPresent()
              ? Optional.empty()
              : Optional.of(meant);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the document has the key of this table as a table of the root. */
  static boolean stands(ObjectNode table, String key, Document document) {
    List<String> path = document.tree().pathOf(table).steps();
    return document.tree().language() == Language.TOML
        && !path.isEmpty()
        && document.tree().root().get(String.join("_", path) + "_" + key).isPresent();
  }

  private static boolean isHeader(Member member, Document document) {
    int start = member.key().range().start();
    return start > 0 && document.tree().text().charAt(start - 1) == '[';
  }

  String last() {
    return path.get(path.size() - 1);
  }

  /** The name of the table as a header has it. */
  String dotted() {
    return String.join(".", path);
  }

  /** The dots, in every header that begins with the table. */
  List<TextEdit> repair(Member member, Document document) {
    return DocumentEditor.of(document).rename(member, last()).stream()
        .map(edit -> new TextEdit(edit.range(), dotted()))
        .toList();
  }
}
