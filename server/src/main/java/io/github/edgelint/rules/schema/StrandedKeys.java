package io.github.edgelint.rules.schema;

import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.Property;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.toml.CommentedToml;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys below a header that is a comment, so that they belong to the table above it.
 *
 * @param header the comment
 * @param keys the keys that follow it up to the next header, all of which the table of the comment
 *     knows
 * @param table what they belong to as the file stands
 */
record StrandedKeys(CommentedToml.Header header, List<Member> keys, ObjectNode table) {

  /** All of a document, in order of place. */
  static List<StrandedKeys> of(Document document) {
    List<StrandedKeys> found = new ArrayList<>();
    ConfigTree tree = document.tree();
    for (CommentedToml.Item item : CommentedToml.of(tree).items()) {
      if (item instanceof CommentedToml.Header header && !header.path().isEmpty()) {
        below(header, document)
            .filter(stranded -> stranded.isAtFault(document))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<StrandedKeys> below(CommentedToml.Header header, Document document) {
    ConfigTree tree = document.tree();
    LineIndex lines = tree.source().lines();
    int next = lines.lineOf(header.range().start()) + 1;
    Section section = tree.sectionAt(header.range().start()).orElseThrow();
    List<Member> keys = new ArrayList<>();
    for (Member member : section.table().members()) {
      int start = member.key().range().start();
      if (start > header.range().end() && start < section.range().end()) {
        keys.add(member);
      }
    }
    boolean directly = !keys.isEmpty() && lines.lineOf(keys.get(0).key().range().start()) == next;
    return directly
        ? Optional.of(new StrandedKeys(header, List.copyOf(keys), section.table()))
        : Optional.empty();
  }

  /** From the header to the last key. */
  TextRange range() {
    return header.range().union(keys.get(keys.size() - 1).range());
  }

  private boolean isAtFault(Document document) {
    NodePath path = new NodePath(header.path());
    ConfigNode active = document.tree().root().at(header.path().toArray(String[]::new));
    boolean there =
        active instanceof ObjectNode object && object.form() != ObjectNode.Form.IMPLICIT;
    if (!header.element() && there) {
      return false;
    }
    Place meant = document.schema().orElseThrow().lookup().at(path);
    Place now = document.schema().orElseThrow().lookup().at(table);
    Set<String> names = new HashSet<>();
    boolean known = true;
    boolean misplaced = false;
    for (Member key : keys) {
      known &= isKnown(meant, key.name());
      misplaced |= !isKnown(now, key.name()) || !names.add(key.name());
    }
    // Of a map, every key is a key.
    return (known || meant.isFreeMap()) && (misplaced || isBroken(document));
  }

  private static boolean isKnown(Place place, String name) {
    for (Property property : place.properties()) {
      if (property.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the keys is defined a second time, or has a value that its place refuses. */
  private boolean isBroken(Document document) {
    for (SyntaxProblem problem : document.tree().problems()) {
      if (problem.kind() == SyntaxProblem.Kind.TOML_DEFINED_TWICE
          && range().intersects(problem.range())) {
        return true;
      }
    }
    return document.schema().orElseThrow().problems().stream()
        .anyMatch(problem -> range().intersects(problem.range()));
  }
}
