package io.github.edgelint.ide.schema;

import io.github.edgelint.schema.Documentation;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.ValueType;
import java.util.Set;
import java.util.StringJoiner;

/** The types of a place in words. */
final class Types {

  private Types() {}

  /**
   * Such as {@code text or array}; empty where anything goes. Of what a lenient reader takes only
   * the type that belongs there.
   */
  static String words(Place place, boolean toml) {
    Set<ValueType> types =
        place.said(Documentation::type).<Set<ValueType>>map(Set::of).orElse(place.types());
    if (types.size() > 3) {
      return "";
    }
    StringJoiner words = new StringJoiner(" or ");
    for (ValueType type : types) {
      words.add(
          switch (type) {
            case STRING -> "text";
            case INTEGER -> "whole number";
            case NUMBER -> "number";
            case BOOLEAN -> "true or false";
            case OBJECT -> toml ? "table" : "object";
            case ARRAY -> "array";
            case NULL -> "null";
            case DATE_TIME -> "date";
            case UNKNOWN -> "value";
          });
    }
    return words.toString();
  }
}
