package io.github.edgelint.schema;

import io.github.edgelint.syntax.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One schema of a file, taken apart. Immutable to look at; references and the schemas of keys are
 * followed when they are asked for, so that schemas may refer to each other and nobody pays for
 * what no document has.
 *
 * <p>It reads the part of draft-07 that our schemas are written in and refuses every other keyword:
 * a constraint that is passed over in silence would be a check that never fires.
 */
public final class SchemaNode {

  private record NamePattern(Regex pattern, SchemaNode schema) {}

  private final Schema file;
  private final SchemaNode parent;
  private final String step;
  private final Documentation documentation;
  private final List<SchemaNode> alone = List.of(this);
  private boolean never;
  private boolean unconstrained = true;
  private boolean deprecated;
  private int subjects;
  private int keywords;
  private String format;

  private String ref;
  private EnumSet<ValueType> types;
  private Properties properties = Properties.NONE;
  private List<NamePattern> patternProperties = List.of();
  private SchemaNode additional;
  private boolean closed;
  private List<String> required = List.of();
  private SchemaNode items;
  private List<JsonValue> allowed;
  private List<Limit> limits = List.of();
  private Regex pattern;
  private List<SchemaNode> allOf = List.of();
  private List<SchemaNode> anyOf = List.of();
  private SchemaNode not;
  private SchemaNode condition;
  private SchemaNode whenTrue;
  private SchemaNode whenFalse;

  // Worked out when they are asked for. Races work them out twice, which is harmless.
  private volatile SchemaNode target;
  private List<SchemaNode> fixedParts;
  private Set<ValueType> possibleTypes;
  private SchemaNode someType;
  private Map<String, String> spellings;

  /**
   * @param parent the schema that it stands in, or null
   * @param step what leads from there to it
   * @param in stands at it, and behind it afterwards
   */
  SchemaNode(Schema file, SchemaNode parent, String step, JsonReader in) {
    this.file = file;
    this.parent = parent;
    this.step = step;
    this.documentation = new Documentation(in);
    if (in.isAtObject()) {
      in.members(keyword -> read(keyword, in));
      if (ref != null && isDemandingByItself()) {
        throw broken("demands something beside $ref");
      }
    } else {
      never = !in.value().isTrue();
    }
  }

  /** A schema that says nothing but which types there may be. */
  private SchemaNode(SchemaNode place, Set<ValueType> types) {
    this.file = place.file;
    this.parent = place;
    this.step = "anyOf";
    this.documentation = place.documentation;
    this.unconstrained = false;
    this.types = EnumSet.copyOf(types);
    this.subjects = Subject.TYPE;
  }

  /** Where it stands: name of the file and JSON Pointer, such as {@code device-config#/items}. */
  public String location() {
    return parent == null ? file.name() + "#" + step : parent.location() + "/" + step;
  }

  public Documentation documentation() {
    return documentation;
  }

  /** The members it knows by name, in order. */
  public Map<String, SchemaNode> properties() {
    return properties.all();
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
    return limits;
  }

  /** What a text must contain, as a regular expression. */
  public Optional<String> pattern() {
    return Optional.ofNullable(pattern).map(Regex::toString);
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

  Schema file() {
    return file;
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
    return pattern == null || pattern.isFoundIn(text);
  }

  /** Whether there must be no value here at all. */
  boolean isNever() {
    return never;
  }

  /** Whether it takes every value. */
  boolean isEmpty() {
    return unconstrained && !never;
  }

  /** Whether it describes a value and demands nothing of it. */
  boolean isDescription() {
    if (ref != null) {
      return target().isDescription();
    }
    boolean onlyMembers = keywords == 0 || (keywords == 1 && !properties.names().isEmpty());
    return onlyMembers
        && !never
        && properties.all().values().stream().allMatch(SchemaNode::isDescription);
  }

  /** Whether it asks for nothing but a type. */
  boolean isTypeOnly() {
    return keywords == 1 && types != null;
  }

  /** Whether the key it describes is deprecated. */
  boolean isDeprecated() {
    return deprecated;
  }

  /** What there is to check by this schema alone, as bits of {@link Subject}. */
  int subjects() {
    return subjects;
  }

  /** The name of the format that a text must have, or null. */
  String format() {
    return format;
  }

  /** A list of nothing but this. */
  List<SchemaNode> alone() {
    return alone;
  }

  /** Whether it says all that it has to say by itself, whatever the value. */
  boolean isFlat() {
    return ref == null && condition == null && allOf.isEmpty() && anyOf.isEmpty();
  }

  /** All that it is made of where that does not hang on the value, itself first; else null. */
  List<SchemaNode> fixedParts() {
    List<SchemaNode> known = fixedParts;
    if (known == null) {
      List<SchemaNode> parts = new ArrayList<>();
      known = addFixed(parts) ? List.copyOf(parts) : List.of();
      fixedParts = known;
    }
    return known.isEmpty() ? null : known;
  }

  private boolean addFixed(List<SchemaNode> parts) {
    parts.add(this);
    boolean fixed = condition == null && anyOf.isEmpty();
    if (fixed && ref != null) {
      fixed = target().addFixed(parts);
    }
    for (int i = 0; fixed && i < allOf.size(); i++) {
      fixed = allOf.get(i).addFixed(parts);
    }
    return fixed;
  }

  /** The schemas that may hold for the same value because of this one. */
  synchronized List<SchemaNode> madeOf() {
    List<SchemaNode> parts = new ArrayList<>();
    Stream.of(whenTrue, whenFalse, target(), someType).filter(Objects::nonNull).forEach(parts::add);
    parts.addAll(allOf);
    parts.addAll(anyOf);
    return parts;
  }

  /** The schema it refers to, or null. */
  SchemaNode target() {
    SchemaNode known = target;
    if (known == null && ref != null) {
      known = file.resolve(ref);
      target = known;
    }
    return known;
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

  /** The {@code if}, or null. */
  SchemaNode condition() {
    return condition;
  }

  /** The {@code then} or {@code else}, or null. */
  SchemaNode branch(boolean conditionHolds) {
    return conditionHolds ? whenTrue : whenFalse;
  }

  /** Whether it names a member of this name that may be there. */
  boolean names(String key) {
    SchemaNode schema = properties.get(key);
    return schema != null && !schema.never;
  }

  /** The schemas of what a value holds: members and items. */
  List<SchemaNode> below() {
    List<SchemaNode> below = new ArrayList<>(properties.all().values());
    below.addAll(patterns());
    Stream.of(additional, items).filter(Objects::nonNull).forEach(below::add);
    return below;
  }

  /** What it tells about members whose names match a pattern. */
  List<SchemaNode> patterns() {
    return patternProperties.stream().map(NamePattern::schema).toList();
  }

  SchemaNode named(String name) {
    SchemaNode exact = properties.get(name);
    if (exact != null || patternProperties.isEmpty()) {
      return exact;
    }
    for (NamePattern candidate : patternProperties) {
      if (candidate.pattern().isFoundIn(name)) {
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
      Map<String, String> found = new HashMap<>();
      for (String property : properties.names()) {
        found.putIfAbsent(Spelling.loose(property), property);
      }
      known = Map.copyOf(found);
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

  /** The types a value can have, references and alternatives considered. */
  Set<ValueType> possibleTypes() {
    Set<ValueType> known = possibleTypes;
    if (known == null) {
      EnumSet<ValueType> found =
          types == null ? EnumSet.allOf(ValueType.class) : EnumSet.copyOf(types);
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
  synchronized SchemaNode someAlternative() {
    if (someType == null) {
      someType = new SchemaNode(this, typesOfAlternatives());
    }
    return someType;
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

  private void read(String keyword, JsonReader in) {
    switch (keyword) {
      case "$ref" -> ref = in.string();
      case "type" -> types = types(in);
      case "properties" -> properties = new Properties(this, in);
      case "patternProperties" -> patternProperties = namePatterns(in);
      case "additionalProperties" -> {
        if (in.isAtObject()) {
          additional = child(keyword, in);
        } else {
          closed = !in.value().isTrue();
        }
      }
      case "required" -> required = texts(in);
      case "items" -> items = child(keyword, in);
      case "enum" -> allowed = scalars(in);
      case "const" -> allowed = List.of(scalar(in));
      case "pattern" -> pattern = new Regex(in.string());
      case "allOf" -> allOf = list(keyword, in);
      case "anyOf" -> anyOf = list(keyword, in);
      case "not" -> not = child(keyword, in);
      case "if" -> condition = child(keyword, in);
      case "then" -> whenTrue = child(keyword, in);
      case "else" -> whenFalse = child(keyword, in);
      case "definitions" -> file.readDefinitions(in);
      default -> {
        Limit.Kind limit = Limit.Kind.ofKeyword(keyword);
        if (limit == null) {
          annotation(keyword, in);
          return;
        }
        List<Limit> more = new ArrayList<>(limits);
        more.add(new Limit(limit, new BigDecimal(in.value().display())));
        limits = List.copyOf(more);
      }
    }
    unconstrained &= keyword.equals("definitions");
    keywords++;
    subjects |= Subject.ofKeyword(keyword);
  }

  private void annotation(String keyword, JsonReader in) {
    switch (keyword) {
      case "$schema",
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
          Documentation.OURS -> {
        int offset = in.offset();
        documentation.note(keyword, offset);
        if (keyword.equals(Documentation.OURS)) {
          ours(in);
        } else {
          in.skip();
        }
        deprecated |= keyword.equals("deprecationMessage");
        deprecated |= keyword.equals("deprecated") && in.at(offset).value().isTrue();
        subjects |= deprecated ? Subject.AGE : 0;
      }
      default -> throw broken("uses " + keyword);
    }
  }

  private void ours(JsonReader in) {
    in.members(
        name -> {
          if (name.equals("format")) {
            format = in.string();
            subjects |= Subject.TEXT;
          } else {
            in.skip();
          }
        });
  }

  // Draft-07 passes over all that stands beside a reference.
  private boolean isDemandingByItself() {
    return types != null
        || !properties.names().isEmpty()
        || !patternProperties.isEmpty()
        || additional != null
        || closed
        || !required.isEmpty()
        || items != null
        || allowed != null
        || !limits.isEmpty()
        || pattern != null
        || !allOf.isEmpty()
        || !anyOf.isEmpty()
        || not != null
        || condition != null;
  }

  private SchemaNode child(String keyword, JsonReader in) {
    if (!in.isAtObject()) {
      throw broken("has no object at " + keyword);
    }
    return new SchemaNode(file, this, keyword, in);
  }

  private List<NamePattern> namePatterns(JsonReader in) {
    List<NamePattern> patterns = new ArrayList<>();
    in.members(
        expression ->
            patterns.add(
                new NamePattern(
                    new Regex(expression),
                    new SchemaNode(file, this, "patternProperties/" + expression, in))));
    return List.copyOf(patterns);
  }

  private List<SchemaNode> list(String keyword, JsonReader in) {
    List<SchemaNode> children = new ArrayList<>();
    in.items(() -> children.add(child(keyword + "/" + children.size(), in)));
    return List.copyOf(children);
  }

  private static EnumSet<ValueType> types(JsonReader in) {
    EnumSet<ValueType> found = EnumSet.noneOf(ValueType.class);
    if (in.isAtArray()) {
      in.items(() -> found.add(ValueType.ofKeyword(in.string())));
    } else {
      found.add(ValueType.ofKeyword(in.string()));
    }
    return found;
  }

  private static List<String> texts(JsonReader in) {
    List<String> texts = new ArrayList<>();
    in.items(() -> texts.add(in.string()));
    return List.copyOf(texts);
  }

  private List<JsonValue> scalars(JsonReader in) {
    List<JsonValue> values = new ArrayList<>();
    in.items(() -> values.add(scalar(in)));
    return List.copyOf(values);
  }

  private JsonValue scalar(JsonReader in) {
    if (in.isAtObject() || in.isAtArray()) {
      throw broken("allows a value that is not a single one");
    }
    return in.value();
  }

  private IllegalArgumentException broken(String what) {
    return new IllegalArgumentException("schema " + location() + " " + what);
  }

  @Override
  public String toString() {
    return location();
  }
}
