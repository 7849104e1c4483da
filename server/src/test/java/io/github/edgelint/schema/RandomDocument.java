package io.github.edgelint.schema;

import io.github.edgelint.syntax.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Makes up documents that a schema nearly describes: most keys and values are ones it knows, some
 * are absent, unknown, in other letter case, of another type, or at a bound.
 */
final class RandomDocument {

  private static final int DEEPEST = 9;

  /** One value of each kind, and some at the edge of what readers take. */
  static final List<String> ANYTHING =
      List.of(
          "\"\"",
          "\"text\"",
          "\"file:///a\"",
          "\"1.1\"",
          "0",
          "1",
          "-1",
          "2.5",
          "1e3",
          "99999999999",
          "true",
          "null",
          "[]",
          "{}",
          "[\"a\", 1]",
          "{\"a\": \"b\"}");

  private final Random random;
  private final int mistakes;

  /**
   * @param mistakes how many of a hundred choices go against the schema
   */
  RandomDocument(Random random, int mistakes) {
    this.random = random;
    this.mistakes = mistakes;
  }

  /** A JSON value. */
  String of(SchemaNode schema) {
    return value(List.of(schema), 0);
  }

  /** A JSON value for a place of a document. */
  String of(Place place) {
    return value(place.schemas(), 0);
  }

  private String value(List<SchemaNode> schemas, int depth) {
    if (schemas.isEmpty() || goesWrong()) {
      return pick(ANYTHING);
    }
    List<SchemaNode> parts = new ArrayList<>();
    schemas.forEach(schema -> take(schema, parts));
    List<String> words = new ArrayList<>();
    for (SchemaNode part : parts) {
      part.allowedValues().forEach(allowed -> words.add(json(allowed.value())));
      part.documentation().examples().stream()
          .filter(example -> !(example instanceof JsonValue.Members))
          .forEach(example -> words.add(json(example)));
      part.limits().forEach(limit -> words.add(limit.bound().toPlainString()));
    }
    boolean object =
        parts.stream().anyMatch(part -> !part.properties().isEmpty() || part.additional() != null);
    boolean array = parts.stream().anyMatch(part -> part.item() != null);
    if (depth < DEEPEST && (object || array) && (words.isEmpty() || random.nextInt(4) > 0)) {
      return object && !(array && random.nextBoolean())
          ? object(parts, depth)
          : array(parts, depth);
    }
    return words.isEmpty() ? scalar(parts) : pick(words);
  }

  private String scalar(List<SchemaNode> parts) {
    List<ValueType> types = List.copyOf(new Place(parts, List.of(), List.of()).types());
    return switch (types.isEmpty() ? ValueType.STRING : pick(types)) {
      case BOOLEAN -> "true";
      case INTEGER, NUMBER -> Integer.toString(random.nextInt(200));
      case NULL -> "null";
      case ARRAY -> "[]";
      case OBJECT -> "{}";
      default ->
          pick(List.of("\"text\"", "\"file:///var/x\"", "\"unix:///run/x\"", "\"7d\"", "\"80%\""));
    };
  }

  private String array(List<SchemaNode> parts, int depth) {
    List<SchemaNode> items =
        parts.stream().filter(part -> part.item() != null).map(SchemaNode::item).toList();
    List<String> values = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      values.add(value(items, depth + 1));
    }
    return values.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private String object(List<SchemaNode> parts, int depth) {
    Map<String, String> members = new LinkedHashMap<>();
    for (SchemaNode part : parts) {
      for (String name : part.properties().keySet()) {
        boolean wanted = part.required().contains(name) ? !goesWrong() : random.nextInt(5) == 0;
        if (wanted) {
          members.put(goesWrong() ? respelt(name) : name, value(schemasOf(parts, name), depth + 1));
        }
      }
      part.required().stream()
          .filter(name -> !goesWrong())
          .forEach(
              name -> members.computeIfAbsent(name, n -> value(schemasOf(parts, n), depth + 1)));
      if (part.additional() != null && random.nextBoolean()) {
        String name = pick(List.of("mine", "edge-hub", "A_B", "_note"));
        members.put(name, value(schemasOf(parts, name), depth + 1));
      }
    }
    if (goesWrong()) {
      members.put(
          pick(List.of("colour", "_note", "//", "$schema", "properties.desired.modules.m")),
          pick(ANYTHING));
    }
    return members.entrySet().stream()
        .map(member -> JsonText.quote(member.getKey()) + ": " + member.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static List<SchemaNode> schemasOf(List<SchemaNode> parts, String name) {
    List<SchemaNode> schemas = new ArrayList<>();
    for (SchemaNode part : parts) {
      List<SchemaNode> found = Keys.of(part.alone(), name);
      if (found != null) {
        schemas.addAll(found);
      }
    }
    return schemas;
  }

  // One branch of each condition and one of the alternatives.
  private void take(SchemaNode schema, List<SchemaNode> into) {
    into.add(schema);
    if (schema.target() != null) {
      take(schema.target(), into);
    }
    schema.allOf().forEach(part -> take(part, into));
    if (!schema.anyOf().isEmpty()) {
      take(pick(schema.anyOf()), into);
    }
    if (schema.condition() != null) {
      boolean holds = random.nextBoolean();
      if (holds) {
        take(schema.condition(), into);
      }
      if (schema.branch(holds) != null) {
        take(schema.branch(holds), into);
      }
    }
  }

  private static String respelt(String name) {
    return Character.isUpperCase(name.charAt(0))
        ? name.toLowerCase(java.util.Locale.ROOT)
        : name.toUpperCase(java.util.Locale.ROOT);
  }

  private static String json(JsonValue value) {
    if (value instanceof JsonValue.Items array) {
      return array.items().stream()
          .map(RandomDocument::json)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return value.asText().map(JsonText::quote).orElseGet(value::display);
  }

  private boolean goesWrong() {
    return random.nextInt(100) < mistakes;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
