package io.github.edgelint.schema;

import java.nio.charset.StandardCharsets;

/** The schemas of {@code schemas-test}: small, and with all that our schemas are made of. */
final class TestSchemas {

  private static final Schemas TEST = new Schemas("/schemas-test/");

  private TestSchemas() {}

  static Schemas all() {
    return TEST;
  }

  static Schema device() {
    return TEST.get("device");
  }

  static Schema get(String name) {
    return TEST.get(name);
  }

  /** A schema from its text. */
  static SchemaNode of(String text) {
    return new Schema(TEST, "inline", JsonReader.of(text.getBytes(StandardCharsets.UTF_8))).root();
  }
}
