package io.github.edgelint.ide;

import io.github.edgelint.ide.DocumentSymbol.Kind;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;

/** The outline of a document: its tables, objects and keys. */
public final class Symbols {

  // What an editor can show; the rest of a huge document is left out.
  private static final int MOST = 5000;

  private int left = MOST;

  private Symbols() {}

  /** The symbols of a document, nested as the document is. */
  public static List<DocumentSymbol> of(Document document) {
    return new Symbols().children(document.tree().root());
  }

  // Depth is bounded by ConfigTree.MAX_DEPTH.
  private List<DocumentSymbol> children(ConfigNode node) {
    List<DocumentSymbol> symbols = new ArrayList<>();
    for (Member member : node.members()) {
      if (left-- <= 0) {
        return symbols;
      }
      if (!member.name().isEmpty()) {
        symbols.add(symbol(member.name(), member.range(), member.key().range(), member.value()));
      }
    }
    int index = 0;
    for (ConfigNode item : node.items()) {
      if (item instanceof ObjectNode || item instanceof ArrayNode) {
        if (left-- <= 0) {
          return symbols;
        }
        TextRange selection = TextRange.at(item.range().start());
        symbols.add(symbol(Integer.toString(index), item.range(), selection, item));
      }
      index++;
    }
    return symbols;
  }

  private DocumentSymbol symbol(String name, TextRange own, TextRange selection, ConfigNode value) {
    List<DocumentSymbol> children = children(value);
    TextRange range = own.union(selection);
    for (DocumentSymbol child : children) {
      range = range.union(child.range());
    }
    return new DocumentSymbol(name, kind(value), detail(value), range, selection, children);
  }

  private static Kind kind(ConfigNode value) {
    if (value instanceof ObjectNode object) {
      return switch (object.form()) {
        case TABLE, ELEMENT, SECTION, IMPLICIT -> Kind.SECTION;
        case DOCUMENT, BRACES -> Kind.OBJECT;
      };
    }
    if (value instanceof ArrayNode) {
      return Kind.ARRAY;
    }
    if (value instanceof ScalarNode scalar) {
      return switch (scalar.type()) {
        case STRING, DATE_TIME, PLACEHOLDER -> Kind.TEXT;
        case INTEGER, FLOAT -> Kind.NUMBER;
        case BOOLEAN -> Kind.BOOLEAN;
        case NULL -> Kind.NULL;
      };
    }
    return Kind.KEY;
  }

  private static String detail(ConfigNode value) {
    boolean harmless =
        value instanceof ScalarNode scalar
            && switch (scalar.type()) {
              case INTEGER, FLOAT, BOOLEAN, DATE_TIME -> true;
              case STRING, NULL, PLACEHOLDER -> false;
            };
    return harmless ? ((ScalarNode) value).text() : "";
  }
}
