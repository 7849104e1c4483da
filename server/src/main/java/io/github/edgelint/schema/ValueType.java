package io.github.edgelint.schema;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;

/** The types that a schema can ask for. */
public enum ValueType {
  STRING,
  INTEGER,
  NUMBER,
  BOOLEAN,
  OBJECT,
  ARRAY,
  NULL,
  /** A TOML date or time; no schema asks for one. */
  DATE_TIME,
  /** Not typed yet, not readable, or a placeholder without quotes. */
  UNKNOWN;

  /**
   * The type of a value of a document. A number without a fraction is an {@link #INTEGER} in JSON
   * however it is written; TOML tells {@code 1.0} from {@code 1}.
   *
   * @param toml whether the document is TOML
   */
  public static ValueType of(ConfigNode value, boolean toml) {
    if (value instanceof ObjectNode) {
      return OBJECT;
    }
    if (value instanceof ArrayNode) {
      return ARRAY;
    }
    if (!(value instanceof ScalarNode scalar)) {
      return UNKNOWN;
    }
    return switch (scalar.type()) {
      case STRING -> STRING;
      case INTEGER -> INTEGER;
      case FLOAT ->
          !toml && Numbers.valueOf(scalar).filter(Numbers::isWhole).isPresent() ? INTEGER : NUMBER;
      case BOOLEAN -> BOOLEAN;
      case NULL -> NULL;
      case DATE_TIME -> DATE_TIME;
      case PLACEHOLDER -> UNKNOWN;
    };
  }

  /** The type that a schema names. */
  static ValueType ofKeyword(String name) {
    return switch (name) {
      case "string" -> STRING;
      case "integer" -> INTEGER;
      case "number" -> NUMBER;
      case "boolean" -> BOOLEAN;
      case "object" -> OBJECT;
      case "array" -> ARRAY;
      case "null" -> NULL;
      default -> throw new IllegalArgumentException("no type of JSON Schema: " + name);
    };
  }
}
