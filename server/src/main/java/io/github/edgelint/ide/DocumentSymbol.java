package io.github.edgelint.ide;

import io.github.edgelint.text.TextRange;
import java.util.List;

/**
 * A part of a document that has a name.
 *
 * @param detail a number or truth value; never a text, which may be a secret
 * @param range the whole part, its children included
 * @param selection the name, inside of {@code range}
 */
public record DocumentSymbol(
    String name,
    Kind kind,
    String detail,
    TextRange range,
    TextRange selection,
    List<DocumentSymbol> children) {

  /** What a part is. */
  public enum Kind {
    /** A table or section under a header, a module. */
    SECTION,
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL,
    /** A key whose value is not there or not to be understood. */
    KEY
  }

  public DocumentSymbol {
    children = List.copyOf(children);
  }
}
