package io.github.edgelint.ide.schema;

import io.github.edgelint.ide.SnippetText;
import io.github.edgelint.schema.AllowedValue;
import io.github.edgelint.schema.JsonValue;
import io.github.edgelint.schema.JsonValue.Items;
import io.github.edgelint.schema.JsonValue.Literal;
import io.github.edgelint.schema.JsonValue.Members;
import io.github.edgelint.schema.JsonValue.Text;
import io.github.edgelint.schema.Lookup;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.ValueType;
import io.github.edgelint.syntax.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The value that stands behind a new key until a person writes another. */
final class Stub {

  // A place that takes more types than this takes anything.
  private static final int MANY = 4;

  private Stub() {}

  static SnippetText of(Lookup lookup, NodePath path, Notation notation, boolean toml) {
    Place place = lookup.at(path);
    Optional<JsonValue> usual = usual(place);
    List<AllowedValue> allowed = place.allowedValues();
    if (!allowed.isEmpty()) {
      return choice(allowed, usual, notation);
    }
    Set<ValueType> types = types(place);
    if (usual.isPresent() && fits(usual.get(), types)) {
      JsonValue value = usual.get();
      if (value instanceof Text text) {
        return notation.quoted(SnippetText.stop(1, List.of(text.text())));
      }
      if (value instanceof Literal literal) {
        return literal.isTrue() || literal.text().equals("false")
            ? SnippetText.stop(1, List.of(literal.text(), literal.isTrue() ? "false" : "true"))
            : SnippetText.stop(1, List.of(literal.text()));
      }
    }
    if (types.contains(ValueType.STRING)) {
      return notation.quoted(SnippetText.stop(1, List.of()));
    }
    if (types.contains(ValueType.OBJECT)) {
      String blank = toml ? " " : "";
      return SnippetText.literal("{" + blank)
          .plus(onlyKey(lookup, path, notation, toml))
          .plus(blank + "}");
    }
    if (types.contains(ValueType.ARRAY)) {
      return SnippetText.literal("[").plus(SnippetText.stop(1, List.of())).plus("]");
    }
    if (types.contains(ValueType.BOOLEAN)) {
      return SnippetText.stop(1, List.of("true", "false"));
    }
    boolean number = types.contains(ValueType.INTEGER) || types.contains(ValueType.NUMBER);
    return SnippetText.stop(1, number ? List.of("0") : List.of());
  }

  /** The member of an object that can have but one, else a place to fill in. */
  private static SnippetText onlyKey(
      Lookup lookup, NodePath path, Notation notation, boolean toml) {
    List<Property> properties = lookup.at(path).properties();
    if (properties.size() != 1) {
      return SnippetText.stop(1, List.of());
    }
    String name = properties.get(0).name();
    NodePath inner = path.child(name);
    return lookup.at(inner).types().contains(ValueType.STRING)
        ? notation.key(name).plus(notation.separator()).plus(of(lookup, inner, notation, toml))
        : SnippetText.stop(1, List.of());
  }

  /** What may stand there; where that is anything, what the schema shows. */
  private static Set<ValueType> types(Place place) {
    Set<ValueType> types = place.types();
    if (types.size() <= MANY) {
      return types;
    }
    List<JsonValue> shown = new ArrayList<>();
    place.defaultValue().ifPresent(shown::add);
    shown.addAll(place.examples());
    place.snippets().forEach(snippet -> shown.add(snippet.body()));
    if (!shown.isEmpty() && shown.get(0) instanceof Members) {
      return Set.of(ValueType.OBJECT);
    }
    return !shown.isEmpty() && shown.get(0) instanceof Items ? Set.of(ValueType.ARRAY) : types;
  }

  /**
   * The default, else the first example that is a single value. Of a number that is rather the
   * example: who sets a number wants another one than the default.
   */
  private static Optional<JsonValue> usual(Place place) {
    Optional<JsonValue> standard = place.defaultValue().filter(Stub::isSaying);
    if (place.isSecret()) {
      return standard;
    }
    Optional<JsonValue> example = place.examples().stream().filter(Stub::isSaying).findFirst();
    boolean number = standard.filter(Stub::isNumber).isPresent();
    return number ? example.or(() -> standard) : standard.or(() -> example);
  }

  private static boolean isNumber(JsonValue value) {
    return value instanceof Literal literal && !literal.isTrue() && !literal.text().equals("false");
  }

  private static boolean isSaying(JsonValue value) {
    return (value instanceof Literal literal && !literal.text().equals("null"))
        || (value instanceof Text text && !text.text().isEmpty());
  }

  /** Whether a place takes a value with all objects in it. */
  static boolean fits(JsonValue value, NodePath path, Lookup lookup) {
    return !(value instanceof Members object)
        || (mayHoldObject(lookup.at(path))
            && object.members().entrySet().stream()
                .allMatch(
                    member ->
                        fits(
                            member.getValue(),
                            path.child(SnippetText.parse(member.getKey()).plain()),
                            lookup)));
  }

  /** Whether a value here may be an object, as far as the document tells. */
  static boolean mayHoldObject(Place place) {
    return place.isUnknown() || place.types().contains(ValueType.OBJECT);
  }

  static boolean fits(JsonValue value, Set<ValueType> types) {
    if (value instanceof Text) {
      return types.contains(ValueType.STRING);
    }
    if (value instanceof Members) {
      return types.contains(ValueType.OBJECT);
    }
    if (value instanceof Items) {
      return types.contains(ValueType.ARRAY);
    }
    String text = value.display();
    if (text.equals("true") || text.equals("false")) {
      return types.contains(ValueType.BOOLEAN);
    }
    return text.equals("null")
        ? types.contains(ValueType.NULL)
        : types.contains(ValueType.INTEGER) || types.contains(ValueType.NUMBER);
  }

  /** A choice among texts within one pair of quotes, else among literals. */
  private static SnippetText choice(
      List<AllowedValue> allowed, Optional<JsonValue> usual, Notation notation) {
    JsonValue first =
        usual
            .filter(value -> allowed.stream().anyMatch(each -> each.value().equals(value)))
            .orElse(allowed.get(0).value());
    if (!(first instanceof Text) && !(first instanceof Literal)) {
      return notation.value(first);
    }
    List<String> choices = new ArrayList<>();
    choices.add(first.display());
    for (AllowedValue each : allowed) {
      if (each.value().getClass() == first.getClass() && !each.value().equals(first)) {
        choices.add(each.value().display());
      }
    }
    SnippetText text =
        choices.size() == 1 ? SnippetText.literal(choices.get(0)) : SnippetText.stop(1, choices);
    return first instanceof Text ? notation.quoted(text) : text;
  }
}
