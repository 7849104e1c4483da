package io.github.edgelint.ide.names;

import io.github.edgelint.text.TextRange;

/**
 * A place where a name stands.
 *
 * @param module of an output or input, the module that has it; else the name itself
 * @param name as written
 * @param range the name without quotes
 * @param role what the place is to the name
 */
record Mention(Kind kind, String module, String name, TextRange range, Role role) {

  /** What has the name. */
  enum Kind {
    MODULE,
    SYSTEM_MODULE,
    ROUTE,
    OUTPUT,
    INPUT
  }

  /** What a place is to a name. */
  enum Role {
    DEFINITION,
    TWIN,
    USE
  }

  /**
   * Whether both places name the same thing. edgeHub compares the names of modules, outputs and
   * inputs without regard to letter case.
   */
  boolean isSameAs(Mention other) {
    if (kind != other.kind) {
      return false;
    }
    return kind == Kind.ROUTE
        ? name.equals(other.name)
        : module.equalsIgnoreCase(other.module) && name.equalsIgnoreCase(other.name);
  }
}
