package io.github.edgelint.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the client says in {@code initialize}, or a part of it. Editors say far more than a server
 * wants to know, and wait for the answer: it is looked up where it is asked for, and not made into
 * the hundreds of objects that the protocol has for it. What is null, or of another type than the
 * protocol's, counts as not said.
 *
 * <p>Names are paths, as in {@code workspace.applyEdit}.
 */
record Said(JsonElement value) {

  /** All that is said. */
  static Said in(JsonObject params) {
    return new Said(params);
  }

  /** The part of that name, in which perhaps nothing is said. */
  Said in(String path) {
    JsonElement element = value;
    for (String name : path.split("\\.")) {
      element = element instanceof JsonObject object ? object.get(name) : null;
    }
    return new Said(element == null ? JsonNull.INSTANCE : element);
  }

  boolean has(String path) {
    return !in(path).value.isJsonNull();
  }

  /** Whether it is said to be so. */
  boolean is(String path) {
    return in(path).value instanceof JsonPrimitive flag && flag.isBoolean() && flag.getAsBoolean();
  }

  /** The same where an object may stand for it, which says more. */
  boolean isOrSaysMore(String path) {
    return is(path) || in(path).value.isJsonObject();
  }

  Optional<String> text(String path) {
    return in(path).asText();
  }

  private Optional<String> asText() {
    return value instanceof JsonPrimitive text && text.isString()
        ? Optional.of(text.getAsString())
        : Optional.empty();
  }

  OptionalInt number(String path) {
    return in(path).asNumber();
  }

  private OptionalInt asNumber() {
    return value instanceof JsonPrimitive number && number.isNumber()
        ? OptionalInt.of(number.getAsInt())
        : OptionalInt.empty();
  }

  /** The members of a list; empty where there is no list. */
  List<Said> list(String path) {
    return in(path).value instanceof JsonArray array
        ? array.asList().stream().map(Said::new).toList()
        : List.of();
  }

  /** The texts in a list. */
  List<String> texts(String path) {
    return list(path).stream().flatMap(member -> member.asText().stream()).toList();
  }

  /** The numbers in a list, by which the protocol names kinds. */
  List<Integer> numbers(String path) {
    return list(path).stream().flatMap(member -> member.asNumber().stream().boxed()).toList();
  }
}
