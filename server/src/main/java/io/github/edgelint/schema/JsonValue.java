package io.github.edgelint.schema;

import io.github.edgelint.syntax.ScalarNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value that stands in a schema: a default, an example, an allowed value, a snippet's body. */
public sealed interface JsonValue {

  /** A text, decoded. */
  record Text(String text) implements JsonValue {}

  /** A number, {@code true}, {@code false} or {@code null}, as it is written. */
  record Literal(String text) implements JsonValue {}

  /** An array. */
  record Items(List<JsonValue> items) implements JsonValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** An object; members keep their order. */
  record Members(Map<String, JsonValue> members) implements JsonValue {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** This as a text, where it is one. */
  default Optional<String> asText() {
    return this instanceof Text text ? Optional.of(text.text()) : Optional.empty();
  }

  /** The value of a member, where this is an object that has it. */
  default Optional<JsonValue> get(String name) {
    return this instanceof Members object
        ? Optional.ofNullable(object.members().get(name))
        : Optional.empty();
  }

  /** Whether this is the literal {@code true}. */
  default boolean isTrue() {
    return this instanceof Literal literal && literal.text().equals("true");
  }

  /** Whether a value of a document is this one: same type, same text, same number. */
  default boolean isSameAs(ScalarNode scalar) {
    if (this instanceof Text text) {
      return scalar.type() == ScalarNode.Type.STRING && scalar.text().equals(text.text());
    }
    if (!(this instanceof Literal literal)) {
      return false;
    }
    return switch (scalar.type()) {
      case BOOLEAN, NULL -> scalar.text().equals(literal.text());
      case INTEGER, FLOAT -> {
        Optional<BigDecimal> theirs = Numbers.valueOf(scalar);
        Optional<BigDecimal> ours = Numbers.decimal(literal.text());
        yield theirs.isPresent() && ours.isPresent() && theirs.get().compareTo(ours.get()) == 0;
      }
      case STRING, DATE_TIME, PLACEHOLDER -> false;
    };
  }

  /** What a message shows of a text or literal: it, without quotes. */
  default String display() {
    if (this instanceof Text text) {
      return text.text();
    }
    if (this instanceof Literal literal) {
      return literal.text();
    }
    return this instanceof Items ? "[…]" : "{…}";
  }
}
