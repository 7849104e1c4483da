package io.github.edgelint.schema;

import java.util.List;

/** What schemas make demands on, as bits, so that a walk looks only for what is demanded. */
final class Subject {

  static final int TYPE = 1;
  static final int CHOICE = 1 << 1;
  static final int LIMITS = 1 << 2;
  static final int TEXT = 1 << 3;
  static final int NEEDED_KEYS = 1 << 4;
  static final int ITEMS = 1 << 5;
  static final int AGE = 1 << 6;
  static final int NOT = 1 << 7;

  /** All that the content of a text can break. */
  static final int OF_TEXTS = CHOICE | LIMITS | TEXT | NOT;

  private Subject() {}

  static int ofKeyword(String keyword) {
    return switch (keyword) {
      case "type" -> TYPE;
      case "enum", "const" -> CHOICE;
      case "pattern" -> TEXT;
      case "required" -> NEEDED_KEYS;
      case "items" -> ITEMS;
      case "not" -> NOT;
      default -> Limit.Kind.ofKeyword(keyword) == null ? 0 : LIMITS;
    };
  }

  /** What several schemas make demands on together. */
  static int of(List<SchemaNode> schemas) {
    int subjects = 0;
    for (int i = 0; i < schemas.size(); i++) {
      subjects |= schemas.get(i).subjects();
    }
    return subjects;
  }
}
