package io.github.edgelint.schema;

import java.math.BigDecimal;

/**
 * A bound on a number or a size.
 *
 * @param kind what is bounded, and which way
 * @param bound the number beside the keyword
 */
public record Limit(Kind kind, BigDecimal bound) {

  /** The keywords of JSON Schema that bound something. */
  public enum Kind {
    MINIMUM("minimum"),
    MAXIMUM("maximum"),
    EXCLUSIVE_MINIMUM("exclusiveMinimum"),
    EXCLUSIVE_MAXIMUM("exclusiveMaximum"),
    /** In Unicode code points. */
    MIN_LENGTH("minLength"),
    /** In Unicode code points. */
    MAX_LENGTH("maxLength"),
    MIN_ITEMS("minItems"),
    MAX_ITEMS("maxItems"),
    MIN_PROPERTIES("minProperties"),
    MAX_PROPERTIES("maxProperties");

    private static final Kind[] KINDS = values();

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    /** The kind that a keyword names, or null. */
    static Kind ofKeyword(String keyword) {
      for (Kind kind : KINDS) {
        if (kind.keyword.equals(keyword)) {
          return kind;
        }
      }
      return null;
    }

    /** Whether values of this type are bounded by it. */
    boolean concerns(ValueType type) {
      return switch (this) {
        case MINIMUM, MAXIMUM, EXCLUSIVE_MINIMUM, EXCLUSIVE_MAXIMUM ->
            type == ValueType.NUMBER || type == ValueType.INTEGER;
        case MIN_LENGTH, MAX_LENGTH -> type == ValueType.STRING;
        case MIN_ITEMS, MAX_ITEMS -> type == ValueType.ARRAY;
        case MIN_PROPERTIES, MAX_PROPERTIES -> type == ValueType.OBJECT;
      };
    }
  }

  /** Whether a measured number or size keeps the bound. */
  boolean holds(BigDecimal measured) {
    int order = measured.compareTo(bound);
    return switch (kind) {
      case MINIMUM, MIN_LENGTH, MIN_ITEMS, MIN_PROPERTIES -> order >= 0;
      case MAXIMUM, MAX_LENGTH, MAX_ITEMS, MAX_PROPERTIES -> order <= 0;
      case EXCLUSIVE_MINIMUM -> order > 0;
      case EXCLUSIVE_MAXIMUM -> order < 0;
    };
  }
}
