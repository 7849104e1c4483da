package io.github.edgelint.schema;

import io.github.edgelint.syntax.Member;
import java.util.List;
import java.util.Optional;

/**
 * What one value of a document is measured by.
 *
 * @param member whose value it is, or null
 * @param beginnings the schemas that its object or array has for it
 * @param parts all that these are made of for this very value
 * @param subjects what the parts make demands on
 * @param usual the choice of words that the schema would have, where the value is another word that
 *     is read as well; else null
 */
record Measure(
    Member member,
    List<SchemaNode> beginnings,
    List<SchemaNode> parts,
    int subjects,
    SchemaNode usual) {

  Measure(Member member, List<SchemaNode> beginnings, List<SchemaNode> parts, SchemaNode usual) {
    this(member, beginnings, parts, Subject.of(parts), usual);
  }

  /** Whether any part makes demands on this {@link Subject}. */
  boolean concerns(int subject) {
    return (subjects & subject) != 0;
  }

  Optional<Member> owner() {
    return Optional.ofNullable(member);
  }

  Place place() {
    return new Place(parts, List.of(), List.of());
  }

  Demand demand(SchemaNode broken) {
    return Demand.of(beginnings, broken);
  }
}
