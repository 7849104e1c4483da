package io.github.edgelint.rules.schema;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.schema.AllowedValue;
import io.github.edgelint.schema.JsonValue;
import io.github.edgelint.schema.Place;
import io.github.edgelint.schema.Property;
import io.github.edgelint.schema.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value for a key that is absent.
 *
 * @param certain whether no other value is possible
 */
record StandIn(NewValue value, boolean certain) {

  private static final int DEEPEST = 4;

  static StandIn of(Property property) {
    return of(property.name(), property.place(), 0);
  }

  private static StandIn of(String name, Place place, int depth) {
    List<AllowedValue> allowed = place.allowedValues();
    if (!allowed.isEmpty()) {
      return new StandIn(WrittenValue.of(allowed.get(0).value()), allowed.size() == 1);
    }
    Set<ValueType> types = place.types();
    if (types.contains(ValueType.OBJECT)) {
      return object(place, depth);
    }
    if (types.contains(ValueType.STRING)) {
      String text =
          place.defaultValue().flatMap(JsonValue::asText).orElseGet(() -> "<" + name + ">");
      return new StandIn(NewValue.text(text), false);
    }
    String literal =
        types.contains(ValueType.BOOLEAN) ? "true" : types.contains(ValueType.ARRAY) ? "[]" : "0";
    return new StandIn(NewValue.literal(literal), false);
  }

  private static StandIn object(Place place, int depth) {
    Map<String, NewValue> members = new LinkedHashMap<>();
    boolean certain = true;
    for (Property property : place.properties()) {
      if (property.required() && depth < DEEPEST) {
        StandIn member = of(property.name(), property.place(), depth + 1);
        members.put(property.name(), member.value);
        certain &= member.certain;
      }
    }
    // What an object without needed members should hold, only a person knows.
    return new StandIn(new NewValue.Members(members), certain && !members.isEmpty());
  }
}
