package io.github.edgelint.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All that a schema says about one place of a document: the schemas that hold there, and those that
 * may hold as long as a deciding value is unknown. Where several of them speak, the one nearest to
 * the place is heard first, then its variants, then what it refers to.
 */
public final class Place {

  private final List<SchemaNode> certain;
  private final List<SchemaNode> possible;
  private final List<SchemaNode> elsewhere;

  /**
   * @param certain schemas that hold, without references and conditions of their own
   * @param possible schemas of which some may hold
   * @param elsewhere schemas of variants that were not chosen: they know words, but decide nothing
   */
  Place(List<SchemaNode> certain, List<SchemaNode> possible, List<SchemaNode> elsewhere) {
    this.certain = List.copyOf(certain);
    this.possible = List.copyOf(possible);
    this.elsewhere = List.copyOf(elsewhere);
  }

  List<SchemaNode> certain() {
    return certain;
  }

  List<SchemaNode> possible() {
    return possible;
  }

  List<SchemaNode> elsewhere() {
    return elsewhere;
  }

  /** Whether the schema says nothing of what may stand here. It may still have words about it. */
  public boolean isUnknown() {
    return certain.isEmpty() && possible.isEmpty();
  }

  /** The schemas behind this, in the order in which they are heard. */
  public List<SchemaNode> schemas() {
    List<SchemaNode> all = new ArrayList<>(certain);
    all.addAll(possible);
    return all;
  }

  /** The keys an object may have here, in the order of the schema. */
  public List<Property> properties() {
    Set<String> names = new LinkedHashSet<>();
    namesInto(names, certain);
    namesInto(names, possible);
    List<Property> properties = new ArrayList<>(names.size());
    for (String name : names) {
      property(name).ifPresent(properties::add);
    }
    return properties;
  }

  /**
   * A key of an object here, as if it were absent; empty where the schema allows none of this name.
   */
  public Optional<Property> property(String name) {
    Place value = Variants.ofAbsent(key(name));
    return value.isUnknown()
        ? Optional.empty()
        : Optional.of(new Property(name, isRequired(name), value));
  }

  /** Whether an object here must have a key. */
  public boolean isRequired(String name) {
    for (SchemaNode part : certain) {
      if (part.required().contains(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether nothing reads a key here: all that holds for certain describes it at most once and
   * demands nothing, and only variants that were not chosen say more.
   */
  boolean isUnread(String name) {
    int descriptions = 0;
    for (SchemaNode part : certain) {
      SchemaNode schema = part.named(name);
      descriptions += schema == null ? 0 : 1;
      if (descriptions > 1 || (schema != null && !schema.isDescription())) {
        return false;
      }
    }
    return possible.stream().allMatch(part -> part.named(name) == null)
        && elsewhere.stream().anyMatch(part -> part.named(name) != null);
  }

  /** The place of the value of a key, references not followed yet. */
  Place key(String name) {
    List<SchemaNode> must = Keys.of(certain, name);
    return must == null
        ? new Place(List.of(), List.of(), ofKey(elsewhere, name))
        : new Place(must, ofKey(possible, name), ofKey(elsewhere, name));
  }

  private static List<SchemaNode> ofKey(List<SchemaNode> objects, String name) {
    List<SchemaNode> found = new ArrayList<>();
    for (SchemaNode object : objects) {
      Optional.ofNullable(Keys.of(object.alone(), name)).ifPresent(found::addAll);
    }
    return found;
  }

  /** What holds for each item of an array here. */
  Place item() {
    return new Place(items(certain), items(possible), items(elsewhere));
  }

  private static List<SchemaNode> items(List<SchemaNode> arrays) {
    List<SchemaNode> items = new ArrayList<>();
    arrays.forEach(array -> array.items().ifPresent(items::add));
    return items;
  }

  /** Whether an object here may have keys that its author names. */
  public boolean isFreeMap() {
    return !isUnknown()
        && certain.stream().noneMatch(SchemaNode::isClosed)
        && schemas().stream().anyMatch(part -> part.additionalProperties().isPresent());
  }

  /** The types that a value may have. */
  public Set<ValueType> types() {
    EnumSet<ValueType> types = EnumSet.allOf(ValueType.class);
    certain.forEach(part -> types.retainAll(part.possibleTypes()));
    if (!possible.isEmpty()) {
      EnumSet<ValueType> some = EnumSet.noneOf(ValueType.class);
      possible.forEach(part -> some.addAll(part.possibleTypes()));
      types.retainAll(some);
    }
    types.remove(ValueType.UNKNOWN);
    types.remove(ValueType.DATE_TIME);
    if (types.contains(ValueType.NUMBER)) {
      types.remove(ValueType.INTEGER);
    }
    return types;
  }

  /** The values that the place takes; empty where it takes any of its types. */
  public List<AllowedValue> allowedValues() {
    Map<String, AllowedValue> values = null;
    for (SchemaNode part : certain) {
      if (part.isChoice()) {
        Map<String, AllowedValue> here = byDisplay(part.allowedValues());
        if (values == null) {
          values = here;
        } else {
          values.keySet().retainAll(here.keySet());
        }
      }
    }
    if (values == null) {
      values = new LinkedHashMap<>();
      for (SchemaNode part : possible) {
        byDisplay(part.allowedValues()).forEach(values::putIfAbsent);
      }
    }
    return List.copyOf(values.values());
  }

  private static Map<String, AllowedValue> byDisplay(List<AllowedValue> values) {
    Map<String, AllowedValue> byDisplay = new LinkedHashMap<>();
    values.forEach(value -> byDisplay.putIfAbsent(value.value().display(), value));
    return byDisplay;
  }

  /** Whether a text has the pattern, and is one of the values, that the place wants. */
  public boolean takesText(String text) {
    List<AllowedValue> allowed = allowedValues();
    return certain.stream().allMatch(part -> part.matches(text))
        && (allowed.isEmpty()
            || allowed.stream().anyMatch(value -> value.value().display().equals(text)));
  }

  /** The first schema's word on something, such as {@code Documentation::markdown}. */
  public <T> Optional<T> said(Function<Documentation, Optional<T>> what) {
    return first(certain, what).or(() -> first(possible, what)).or(() -> first(elsewhere, what));
  }

  /** What an editor shows about the place, as Markdown. */
  public Optional<String> markdown() {
    return said(Documentation::markdown);
  }

  public Optional<JsonValue> defaultValue() {
    return said(Documentation::defaultValue);
  }

  /** Whether the value must never be shown. */
  public boolean isSecret() {
    return schemas().stream().anyMatch(part -> part.documentation().isSecret());
  }

  public boolean isDeprecated() {
    return certain.stream().anyMatch(part -> part.documentation().isDeprecated());
  }

  public List<JsonValue> examples() {
    return schemas().stream().flatMap(part -> part.documentation().examples().stream()).toList();
  }

  public List<Snippet> snippets() {
    return schemas().stream().flatMap(part -> part.documentation().snippets().stream()).toList();
  }

  private static <T> Optional<T> first(
      List<SchemaNode> schemas, Function<Documentation, Optional<T>> what) {
    for (SchemaNode schema : schemas) {
      Optional<T> said = what.apply(schema.documentation());
      if (said.isPresent()) {
        return said;
      }
    }
    return Optional.empty();
  }

  private static void namesInto(Set<String> names, List<SchemaNode> schemas) {
    schemas.forEach(schema -> names.addAll(schema.properties().keySet()));
  }
}
