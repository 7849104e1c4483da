package io.github.edgelint.schema;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers the schemas that hold for a value: follows references and decides conditions. */
final class Variants {

  private final Checker checker;
  private final ConfigNode value;
  private final boolean all;
  private final List<SchemaNode> certain = new ArrayList<>();
  private final List<SchemaNode> possible = new ArrayList<>(0);
  private final List<SchemaNode> elsewhere = new ArrayList<>(0);
  private SchemaNode usual;

  /**
   * @param checker decides conditions; null when there is no value to decide by
   */
  private Variants(Checker checker, ConfigNode value, boolean all) {
    this.checker = checker;
    this.value = value;
    this.all = all;
  }

  /** The schemas that hold for certain, without references and conditions of their own. */
  static Measure measure(
      Checker checker, ConfigNode value, Member member, List<SchemaNode> schemas) {
    Variants variants = new Variants(checker, value, false);
    for (SchemaNode schema : schemas) {
      variants.add(schema, variants.certain);
    }
    return new Measure(member, schemas, variants.certain, variants.usual);
  }

  /** The place as its value decides it, variants that may hold and others included. */
  static Place resolve(Checker checker, ConfigNode value, Place place) {
    Variants variants = new Variants(checker, value, true);
    place.certain().forEach(schema -> variants.add(schema, variants.certain));
    place.possible().forEach(schema -> variants.add(schema, variants.possible));
    place.elsewhere().forEach(schema -> variants.add(schema, variants.elsewhere));
    return new Place(variants.certain, variants.possible, variants.elsewhere);
  }

  /**
   * The place of a value that is not there: everything that its schemas are made of is possible.
   */
  static Place ofAbsent(Place place) {
    return resolve(null, MissingNode.NOWHERE, place);
  }

  private void add(SchemaNode schema, List<SchemaNode> into) {
    into.add(schema);
    if (schema.isFlat()) {
      return;
    }
    if (schema.condition() != null) {
      addBranches(schema, into);
    }
    if (schema.target() != null) {
      add(schema.target(), into);
    }
    for (SchemaNode part : schema.allOf()) {
      add(part, into);
    }
    if (!schema.anyOf().isEmpty()) {
      addAlternatives(schema, into);
    }
  }

  private void addBranches(SchemaNode schema, List<SchemaNode> into) {
    Checker.Answer answer =
        checker == null ? Checker.Answer.OPEN : checker.decide(schema.condition(), value);
    if (answer == Checker.Answer.OPEN) {
      addIfAll(schema.branch(true), maybe(into));
      addIfAll(schema.branch(false), maybe(into));
      return;
    }
    boolean holds = answer == Checker.Answer.YES;
    if (schema.branch(holds) != null) {
      add(schema.branch(holds), into);
    }
    addIfAll(schema.branch(!holds), elsewhere);
  }

  /** Where a part goes that may hold if the whole does. */
  private List<SchemaNode> maybe(List<SchemaNode> whole) {
    return whole == elsewhere ? elsewhere : possible;
  }

  private void addIfAll(SchemaNode schema, List<SchemaNode> into) {
    if (schema != null && all) {
      add(schema, into);
    }
  }

  // A value is measured by the alternatives of its type only: nobody who wrote a text wants to hear
  // what an object would need.
  private void addAlternatives(SchemaNode schema, List<SchemaNode> into) {
    ValueType type = checker == null ? ValueType.UNKNOWN : checker.typeOf(value);
    List<SchemaNode> fitting = new ArrayList<>();
    for (SchemaNode alternative : schema.anyOf()) {
      if (type == ValueType.UNKNOWN || alternative.possibleTypes().contains(type)) {
        fitting.add(alternative);
      }
    }
    if (fitting.isEmpty()) {
      into.add(schema.someAlternative());
    } else if (all) {
      List<SchemaNode> target = fitting.size() == 1 ? into : maybe(into);
      fitting.forEach(alternative -> add(alternative, target));
    } else {
      best(fitting)
          .ifPresent(
              best -> {
                add(best, into);
                noteUnusual(schema.anyOf().get(0), best);
              });
    }
  }

  private Optional<SchemaNode> best(List<SchemaNode> alternatives) {
    if (alternatives.size() == 1) {
      return Optional.of(alternatives.get(0));
    }
    for (SchemaNode alternative : alternatives) {
      switch (checker.decide(alternative, value)) {
        case YES -> {
          return Optional.of(alternative);
        }
        case OPEN -> {
          return Optional.empty();
        }
        case NO -> {}
      }
    }
    return alternatives.stream()
        .min(Comparator.comparingInt(other -> checker.problemsOf(value, other).size()));
  }

  // Our schemas name the words that everybody knows first, then what else is read.
  private void noteUnusual(SchemaNode first, SchemaNode chosen) {
    if (first.isChoice() && !chosen.equals(first) && !chosen.isEmpty()) {
      usual = first;
    }
  }
}
