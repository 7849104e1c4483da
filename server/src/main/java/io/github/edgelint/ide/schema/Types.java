package io.github.edgelint.ide.schema;

import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.ValueType;
import java.util.Set;
import java.util.StringJoiner;

/** The types of a place in words. */
final class Types {

  private Types() {}

  /** Such as {@code text or list}; empty where anything goes. */
  static String words(Place place) {
    Set<ValueType> types = place.types();
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
            case OBJECT -> "table";
            case ARRAY -> "list";
            case NULL -> "null";
            case DATE_TIME -> "date";
            case UNKNOWN -> "value";
          });
    }
    return words.toString();
  }
}
