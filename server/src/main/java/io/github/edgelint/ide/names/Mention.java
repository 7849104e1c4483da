package io.github.edgelint.ide.names;

import io.github.edgelint.text.TextRange;

/**
 * A place where a name stands.
 *
 * @param owner of an output or input the module that has it, of a variable the path of the folder
 *     it belongs to, of a folder its own path; else empty
 * @param name as written; of edgeAgent and edgeHub without the dollar sign
 * @param range the name without quotes
 * @param role what the place is to the name
 */
record Mention(Kind kind, String owner, String name, TextRange range, Role role) {

  /** What has the name. */
  enum Kind {
    MODULE,
    ROUTE,
    OUTPUT,
    INPUT,
    /** A variable that the tools for templates replace. */
    VARIABLE,
    /** The folder that a module is built from. */
    FOLDER
  }

  /** What a place is to a name. */
  enum Role {
    DEFINITION,
    TWIN,
    USE,
    /** A host in the environment of a module: a use where a module has this name, else nothing. */
    HOST
  }

  /**
   * Whether both places name the same thing. edgeHub compares the names of modules, outputs and
   * inputs without regard to letter case.
   */
  boolean isSameAs(Mention other) {
    if (kind != other.kind) {
      return false;
    }
    return switch (kind) {
      case MODULE, OUTPUT, INPUT ->
          owner.equalsIgnoreCase(other.owner) && name.equalsIgnoreCase(other.name);
      case ROUTE, VARIABLE -> owner.equals(other.owner) && name.equals(other.name);
      case FOLDER -> owner.equals(other.owner);
    };
  }

  /** Whether the runtime gives this name, so that nobody else can. */
  boolean isRuntime() {
    return kind == Kind.MODULE
        && (name.equalsIgnoreCase("edgeAgent") || name.equalsIgnoreCase("edgeHub"));
  }
}
