package io.github.edgelint.schema;

import io.github.edgelint.schema.JsonValue.Items;
import io.github.edgelint.schema.JsonValue.Literal;
import io.github.edgelint.schema.JsonValue.Members;
import io.github.edgelint.syntax.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One schema of a file, taken apart. Immutable; references are followed when they are asked for, so
 * that schemas may refer to each other.
 *
 * <p>It reads the part of draft-07 that our schemas are written in and refuses every other keyword:
 * a constraint that is passed over in silence would be a check that never fires.
 */
public final class SchemaNode {

  private static final Set<String> ANNOTATIONS =
      Set.of(
          "$id",
          "$schema",
          "$comment",
          "title",
          "description",
          "markdownDescription",
          "default",
          "examples",
          "enumDescriptions",
          "markdownEnumDescriptions",
          "deprecated",
          "deprecationMessage",
          "errorMessage",
          "patternErrorMessage",
          "defaultSnippets",
          "definitions",
          Documentation.OURS);

  private static final Map<String, Limit.Kind> LIMITS = new HashMap<>();

  static {
    for (Limit.Kind kind : Limit.Kind.values()) {
      LIMITS.put(kind.keyword(), kind);
    }
  }

  private record NamePattern(Pattern pattern, SchemaNode schema) {}

  private final Schema file;
  private final String pointer;
  private final Documentation documentation;
  private final boolean never;
  private final boolean unconstrained;
  private final List<SchemaNode> alone = List.of(this);

  private String ref;
  private EnumSet<ValueType> types;
  private Map<String, SchemaNode> properties = Map.of();
  private final List<NamePattern> patternProperties = new ArrayList<>(0);
  private SchemaNode additional;
  private boolean closed;
  private List<String> required = List.of();
  private SchemaNode items;
  private List<JsonValue> allowed;
  private final List<Limit> limits = new ArrayList<>(0);
  private Pattern pattern;
  private List<SchemaNode> allOf = List.of();
  private List<SchemaNode> anyOf = List.of();
  private SchemaNode not;
  private SchemaNode condition;
  private SchemaNode whenTrue;
  private SchemaNode whenFalse;

  private Set<ValueType> possibleTypes;
  private SchemaNode someType;
  private Map<String, String> spellings;

  SchemaNode(Schema file, String pointer, JsonValue schema) {
    this.file = file;
    this.pointer = pointer;
    this.documentation = Documentation.of(schema);
    if (schema instanceof Members object) {
      this.never = false;
      this.unconstrained = ANNOTATIONS.containsAll(object.members().keySet());
      object.members().forEach(this::read);
      refuseDemandsBesideRef(object.members().keySet());
    } else if (schema instanceof Literal literal && !literal.text().equals("null")) {
      this.never = !schema.isTrue();
      this.unconstrained = schema.isTrue();
    } else {
      throw broken("is no schema");
    }
  }

  /** A schema that says nothing but which types there may be. */
  private SchemaNode(SchemaNode place, Set<ValueType> types) {
    this.file = place.file;
    this.pointer = place.pointer;
    this.documentation = place.documentation;
    this.never = false;
    this.unconstrained = false;
    this.types = EnumSet.copyOf(types);
  }

  /** Where it stands: name of the file and JSON Pointer, such as {@code device-config#/items}. */
  public String location() {
    return file.name() + "#" + pointer;
  }

  public Documentation documentation() {
    return documentation;
  }

  /** What it tells about a member, where it names that member or a pattern for it. */
  public Optional<SchemaNode> property(String name) {
    return Optional.ofNullable(named(name));
  }

  /** The members it knows by name, in order. */
  public Map<String, SchemaNode> properties() {
    return properties;
  }

  /** What holds for members that it does not name; empty where there may be none or anything. */
  public Optional<SchemaNode> additionalProperties() {
    return Optional.ofNullable(additional);
  }

  /** Whether members that it does not name are none at all. */
  public boolean isClosed() {
    return closed;
  }

  public List<String> required() {
    return required;
  }

  /** What holds for each item of an array. */
  public Optional<SchemaNode> items() {
    return Optional.ofNullable(items);
  }

  public List<Limit> limits() {
    return Collections.unmodifiableList(limits);
  }

  /** What a text must contain, as a regular expression. */
  public Optional<Pattern> pattern() {
    return Optional.ofNullable(pattern);
  }

  /** The values it takes, with what each means; empty where it takes any. */
  public List<AllowedValue> allowedValues() {
    if (allowed == null) {
      return List.of();
    }
    List<AllowedValue> values = new ArrayList<>(allowed.size());
    for (int i = 0; i < allowed.size(); i++) {
      values.add(new AllowedValue(allowed.get(i), documentation.ofAllowedValue(i)));
    }
    return values;
  }

  /** Whether it takes some values only. */
  boolean isChoice() {
    return allowed != null;
  }

  /** Whether a value is among those it takes. */
  boolean allows(ScalarNode scalar) {
    if (allowed == null) {
      return true;
    }
    for (JsonValue value : allowed) {
      if (value.isSameAs(scalar)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text has what its pattern wants. */
  boolean matches(String text) {
    return pattern == null || pattern.matcher(text).find();
  }

  /** Whether there must be no value here at all. */
  boolean isNever() {
    return never;
  }

  /** A list of nothing but this. */
  List<SchemaNode> alone() {
    return alone;
  }

  /** Whether it says all that it has to say by itself, whatever the value. */
  boolean isFlat() {
    return ref == null && condition == null && allOf.isEmpty() && anyOf.isEmpty();
  }

  /** What it tells about members whose names match a pattern. */
  List<SchemaNode> patterns() {
    return patternProperties.stream().map(NamePattern::schema).toList();
  }

  /** The schema it refers to, or null. */
  SchemaNode target() {
    return ref == null ? null : file.resolve(ref);
  }

  List<SchemaNode> allOf() {
    return allOf;
  }

  List<SchemaNode> anyOf() {
    return anyOf;
  }

  /** What a value must not be, or null. */
  SchemaNode not() {
    return not;
  }

  /** The schemas that hold for the same value because of this one, whatever the value. */
  List<SchemaNode> madeOf() {
    if (isFlat()) {
      return List.of();
    }
    List<SchemaNode> parts = new ArrayList<>();
    Stream.of(whenTrue, whenFalse, target()).filter(Objects::nonNull).forEach(parts::add);
    parts.addAll(allOf);
    parts.addAll(anyOf);
    if (someType != null) {
      parts.add(someType);
    }
    return parts;
  }

  Schema file() {
    return file;
  }

  /** Whether it takes every value. */
  boolean isEmpty() {
    return unconstrained;
  }

  /** The {@code if}, or null. */
  SchemaNode condition() {
    return condition;
  }

  /** The {@code then} or {@code else}, or null. */
  SchemaNode branch(boolean conditionHolds) {
    return conditionHolds ? whenTrue : whenFalse;
  }

  SchemaNode named(String name) {
    SchemaNode exact = properties.get(name);
    if (exact != null || patternProperties.isEmpty()) {
      return exact;
    }
    for (NamePattern candidate : patternProperties) {
      if (candidate.pattern().matcher(name).find()) {
        return candidate.schema();
      }
    }
    return null;
  }

  SchemaNode additional() {
    return additional;
  }

  SchemaNode item() {
    return items;
  }

  /** The name it knows that differs only in letter case or underscores, or null. */
  String spellingOf(String name) {
    Map<String, String> known = spellings;
    if (known == null) {
      known = new HashMap<>();
      for (String property : properties.keySet()) {
        known.putIfAbsent(Spelling.loose(property), property);
      }
      spellings = known;
    }
    return known.get(Spelling.loose(name));
  }

  /** Whether {@code type} is among the types it names. */
  boolean admits(ValueType type) {
    return types == null
        || types.contains(type)
        || (type == ValueType.INTEGER && types.contains(ValueType.NUMBER));
  }

  /** The types it names; every one where it names none. */
  Set<ValueType> types() {
    return types == null ? EnumSet.allOf(ValueType.class) : Collections.unmodifiableSet(types);
  }

  /** The types a value can have, references and alternatives considered. */
  Set<ValueType> possibleTypes() {
    Set<ValueType> known = possibleTypes;
    if (known == null) {
      EnumSet<ValueType> found = EnumSet.copyOf(types());
      if (found.contains(ValueType.NUMBER)) {
        found.add(ValueType.INTEGER);
      }
      if (ref != null) {
        found.retainAll(target().possibleTypes());
      }
      allOf.forEach(part -> found.retainAll(part.possibleTypes()));
      if (!anyOf.isEmpty()) {
        found.retainAll(typesOfAlternatives());
      }
      if (allowed != null) {
        found.retainAll(typesOfChoice());
      }
      known = Collections.unmodifiableSet(found);
      possibleTypes = known;
    }
    return known;
  }

  /** Stands for the alternatives when none of them admits the type of a value. */
  SchemaNode someAlternative() {
    SchemaNode known = someType;
    if (known == null) {
      known = new SchemaNode(this, typesOfAlternatives());
      someType = known;
    }
    return known;
  }

  private EnumSet<ValueType> typesOfAlternatives() {
    EnumSet<ValueType> found = EnumSet.noneOf(ValueType.class);
    anyOf.forEach(alternative -> found.addAll(alternative.possibleTypes()));
    return found;
  }

  private EnumSet<ValueType> typesOfChoice() {
    EnumSet<ValueType> found = EnumSet.noneOf(ValueType.class);
    for (JsonValue value : allowed) {
      if (value instanceof JsonValue.Text) {
        found.add(ValueType.STRING);
      } else {
        switch (value.display()) {
          case "true", "false" -> found.add(ValueType.BOOLEAN);
          case "null" -> found.add(ValueType.NULL);
          default -> {
            found.add(ValueType.INTEGER);
            found.add(ValueType.NUMBER);
          }
        }
      }
    }
    return found;
  }

  private void read(String keyword, JsonValue value) {
    switch (keyword) {
      case "$ref" -> ref = text(value);
      case "type" -> types = types(value);
      case "properties" -> properties = children(keyword, value);
      case "patternProperties" ->
          children(keyword, value)
              .forEach((p, s) -> patternProperties.add(new NamePattern(Pattern.compile(p), s)));
      case "additionalProperties" -> {
        closed = value instanceof Literal && !value.isTrue();
        additional = value instanceof Members ? child(keyword, value) : null;
      }
      case "required" -> required = items(value).stream().map(this::text).toList();
      case "items" -> items = child(keyword, value);
      case "enum" -> allowed = items(value).stream().map(this::scalar).toList();
      case "const" -> allowed = List.of(scalar(value));
      case "pattern" -> pattern = Pattern.compile(text(value));
      case "allOf" -> allOf = list(keyword, value);
      case "anyOf" -> anyOf = list(keyword, value);
      case "not" -> not = child(keyword, value);
      case "if" -> condition = child(keyword, value);
      case "then" -> whenTrue = child(keyword, value);
      case "else" -> whenFalse = child(keyword, value);
      default -> {
        Limit.Kind limit = LIMITS.get(keyword);
        if (limit != null) {
          limits.add(new Limit(limit, new BigDecimal(value.display())));
        } else if (!ANNOTATIONS.contains(keyword)) {
          throw broken("uses " + keyword);
        }
      }
    }
  }

  // Draft-07 passes over all that stands beside a reference.
  private void refuseDemandsBesideRef(Set<String> keywords) {
    if (ref != null) {
      for (String keyword : keywords) {
        if (!keyword.equals("$ref") && !ANNOTATIONS.contains(keyword)) {
          throw broken("has " + keyword + " beside $ref");
        }
      }
    }
  }

  private SchemaNode child(String step, JsonValue value) {
    if (!(value instanceof Members)) {
      throw broken("has no object at " + step);
    }
    return new SchemaNode(file, pointer + "/" + step, value);
  }

  private Map<String, SchemaNode> children(String keyword, JsonValue value) {
    if (!(value instanceof Members object)) {
      throw broken("has no object at " + keyword);
    }
    Map<String, SchemaNode> children = new LinkedHashMap<>();
    object
        .members()
        .forEach(
            (name, schema) ->
                children.put(
                    name, new SchemaNode(file, pointer + "/" + keyword + "/" + name, schema)));
    return Collections.unmodifiableMap(children);
  }

  private List<SchemaNode> list(String keyword, JsonValue value) {
    List<SchemaNode> children = new ArrayList<>();
    for (JsonValue item : items(value)) {
      children.add(child(keyword + "/" + children.size(), item));
    }
    return List.copyOf(children);
  }

  private EnumSet<ValueType> types(JsonValue value) {
    EnumSet<ValueType> found = EnumSet.noneOf(ValueType.class);
    if (value instanceof Items array) {
      array.items().forEach(item -> found.add(ValueType.ofKeyword(text(item))));
    } else {
      found.add(ValueType.ofKeyword(text(value)));
    }
    return found;
  }

  private List<JsonValue> items(JsonValue value) {
    if (value instanceof Items array) {
      return array.items();
    }
    throw broken("has no array where one belongs");
  }

  private String text(JsonValue value) {
    return value.asText().orElseThrow(() -> broken("has no text where one belongs"));
  }

  private JsonValue scalar(JsonValue value) {
    if (value instanceof Items || value instanceof Members) {
      throw broken("allows a value that is not a single one");
    }
    return value;
  }

  private IllegalArgumentException broken(String what) {
    return new IllegalArgumentException("schema " + location() + " " + what);
  }

  @Override
  public String toString() {
    return location();
  }
}
