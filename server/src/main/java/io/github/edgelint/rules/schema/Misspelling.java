package io.github.edgelint.rules.schema;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.schema.Spelling;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.util.List;
import java.util.Optional;

/**
 * Keys that nobody knows and that look like one that is missing. Whoever wrote one made one
 * mistake, so that it is reported at the key that is there, with what follows from the other one.
 */
public final class Misspelling {

  private Misspelling() {}

  /**
   * Whether a key without which the reader refuses the document is not missing but misspelt, which
   * another rule reports as an error.
   */
  public static boolean isOff(Document document, ObjectNode object, String key) {
    return Spelling.isOff(object, key)
        || (isMeant(document, object, key) && demandOf(document, object, key).isPresent());
  }

  /**
   * Whether a key is not missing but misspelt, which another rule reports as a warning at least.
   */
  public static boolean isMeant(Document document, ObjectNode object, String key) {
    if (object.member(key).isPresent()) {
      return false;
    }
    if (Spelling.isOff(object, key) || MissingDot.stands(object, key, document)) {
      return true;
    }
    for (SchemaProblem problem : document.schema().orElseThrow().problems()) {
      if (problem instanceof SchemaProblem.UnknownKey unknown
          && unknown.object() == object
          && UnknownKey.reports(unknown, document)
          && meant(unknown).filter(key::equals).isPresent()) {
        return true;
      }
    }
    return false;
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
    return document.schema().orElseThrow().problems().stream()
        .filter(SchemaProblem.MissingKeys.class::isInstance)
        .map(SchemaProblem.MissingKeys.class::cast)
        .filter(missing -> missing.object() == object)
        .filter(missing -> missing.missing().stream().anyMatch(each -> each.name().equals(key)))
        .findFirst();
  }
}
