package io.github.edgelint.rules.schema;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.schema.Spelling;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.List;
import java.util.Optional;

/**
 * A key that nobody knows and that looks like one that is missing. Whoever wrote it made one
 * mistake, so that it is reported at the key that is there, with what follows from the other one.
 *
 * @param member the key with its value
 * @param meant the name that is missing; of a table, with those of the tables around it
 * @param by the rule that reports the key
 * @param fix writes the right name
 */
public record Misspelling(Member member, String meant, RuleInfo by, Fix fix) {

  /** What stands for a key that an object does not have. */
  public static Optional<Misspelling> of(Document document, ObjectNode object, String key) {
    if (object.member(key).isPresent()) {
      return Optional.empty();
    }
    return Spelling.other(object, key)
        .map(
            member ->
                new Misspelling(
                    member, key, KeyLetterCase.INFO, KeyLetterCase.fix(document, member, key)))
        .or(() -> withoutDot(document, object, key))
        .or(() -> unknown(document, object, key));
  }

  /** What stands for one of the keys that lead to a value that the document does not have. */
  public static Optional<Misspelling> onTheWay(Document document, List<String> path) {
    ConfigNode node = document.tree().root();
    for (String step : path) {
      if (!(node instanceof ObjectNode object)) {
        return Optional.empty();
      }
      if (object.member(step).isEmpty()) {
        return of(document, object, step);
      }
      node = object.get(step);
    }
    return Optional.empty();
  }

  /**
   * Whether a key without which the reader refuses the document is not missing but misspelt, which
   * another rule reports as an error.
   */
  public static boolean isOff(
      Document document, ObjectNode object, String key, RuleContext context) {
    return of(document, object, key)
        .filter(misspelling -> context.isOn(misspelling.by))
        .filter(
            misspelling ->
                Spelling.other(object, key).isPresent()
                    || demandOf(document, object, key).isPresent())
        .isPresent();
  }

  private static Optional<Misspelling> withoutDot(
      Document document, ObjectNode object, String key) {
    if (!MissingDot.stands(object, key, document)) {
      return Optional.empty();
    }
    ObjectNode root = document.tree().root().asObject().orElseThrow();
    for (SchemaProblem problem : document.schema().orElseThrow().keyProblemsOf(root)) {
      if (problem instanceof SchemaProblem.UnknownKey unknown) {
        Optional<MissingDot> dot = MissingDot.of(unknown, document);
        if (dot.isPresent() && dot.get().path().equals(pathOf(document, object, key))) {
          return Optional.of(
              new Misspelling(
                  unknown.member(),
                  dot.get().dotted(),
                  KeyLetterCase.INFO,
                  KeyLetterCase.fix(document, unknown.member(), dot.get())));
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> pathOf(Document document, ObjectNode object, String key) {
    return document.tree().pathOf(object).child(key).steps();
  }

  private static Optional<Misspelling> unknown(Document document, ObjectNode object, String key) {
    for (SchemaProblem problem : document.schema().orElseThrow().keyProblemsOf(object)) {
      if (problem instanceof SchemaProblem.UnknownKey unknown
          && UnknownKey.reports(unknown, document)
          && meant(unknown).filter(key::equals).isPresent()) {
        return Optional.of(
            new Misspelling(
                unknown.member(),
                key,
                UnknownKey.INFO,
                UnknownKey.fix(document, unknown.member(), key)));
      }
    }
    return Optional.empty();
  }

  /** The key that somebody meant who wrote an unknown one, as far as a spelling can tell. */
  static Optional<String> meant(SchemaProblem.UnknownKey unknown) {
    List<String> absent =
        unknown.place().properties().stream()
            .map(Property::name)
            .filter(name -> unknown.object().memberIgnoreCase(name).isEmpty())
            .toList();
    return NearestName.of(unknown.member().name(), absent);
  }

  /** The problem that a key is missing; empty where nobody needs it, or a tool fills it in. */
  static Optional<SchemaProblem.MissingKeys> demandOf(
      Document document, ObjectNode object, String key) {
    if (document.kind() == DocumentKind.DEVICE_CONFIG && document.isTemplate()) {
      return Optional.empty();
    }
    return document.schema().orElseThrow().keyProblemsOf(object).stream()
        .filter(SchemaProblem.MissingKeys.class::isInstance)
        .map(SchemaProblem.MissingKeys.class::cast)
        .filter(missing -> missing.missing().stream().anyMatch(each -> each.name().equals(key)))
        .findFirst();
  }
}
