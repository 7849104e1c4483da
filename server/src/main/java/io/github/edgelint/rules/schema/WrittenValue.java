package io.github.edgelint.rules.schema;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.schema.JsonValue;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that are there already, to be written elsewhere. */
final class WrittenValue {

  private WrittenValue() {}

  /** A value of a document in the notation of the same document; empty where it is not readable. */
  static Optional<NewValue> of(ConfigNode value) {
    if (value instanceof ScalarNode scalar) {
      boolean text = scalar.type() == ScalarNode.Type.STRING;
      return Optional.of(text ? NewValue.text(scalar.text()) : NewValue.literal(scalar.text()));
    }
    if (value instanceof ObjectNode) {
      Map<String, NewValue> members = new LinkedHashMap<>();
      for (Member member : value.members()) {
        Optional<NewValue> written = of(member.value());
        if (written.isEmpty()) {
          return Optional.empty();
        }
        members.put(member.name(), written.get());
      }
      return Optional.of(new NewValue.Members(members));
    }
    if (value instanceof ArrayNode) {
      List<NewValue> items = new ArrayList<>();
      for (ConfigNode item : value.items()) {
        Optional<NewValue> written = of(item);
        if (written.isEmpty()) {
          return Optional.empty();
        }
        items.add(written.get());
      }
      return Optional.of(new NewValue.Items(items));
    }
    return Optional.empty();
  }

  /** A value of a schema. */
  static NewValue of(JsonValue value) {
    if (value instanceof JsonValue.Text text) {
      return NewValue.text(text.text());
    }
    if (value instanceof JsonValue.Items array) {
      return new NewValue.Items(array.items().stream().map(WrittenValue::of).toList());
    }
    if (value instanceof JsonValue.Members object) {
      Map<String, NewValue> members = new LinkedHashMap<>();
      object.members().forEach((name, member) -> members.put(name, of(member)));
      return new NewValue.Members(members);
    }
    return NewValue.literal(value.display());
  }
}
