package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The second opinion on whether a file is JSON. Our own reader decides that a file is sound; where
 * it complains, a strict reader that everybody uses must refuse the file as well before anybody is
 * told so.
 */
public final class JsonVerdict {

  private static final JsonFactory STRICT =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(-1)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxTokenCount(-1)
                  .build())
          .build();

  private JsonVerdict() {}

  /**
   * Whether a strict reader refuses the file. A byte-order mark and the placeholders that the tree
   * allows are no reason to.
   */
  public static boolean isRefused(ConfigTree tree) {
    List<TextEdit> filled = new ArrayList<>();
    if (tree.source().hasByteOrderMark()) {
      filled.add(TextEdit.delete(new TextRange(0, 1)));
    }
    fillIn(tree.root(), filled);
    return isRefused(TextEdit.apply(tree.text(), filled));
  }

  /** Whether a strict reader refuses the text. */
  public static boolean isRefused(String text) {
    try (JsonParser parser = STRICT.createParser(ObjectReadContext.empty(), text)) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return true;
      }
      parser.skipChildren();
      parser.finishToken();
      return parser.nextToken() != null;
    } catch (JacksonException e) {
      return true;
    }
  }

  private static void fillIn(ConfigNode node, List<TextEdit> filled) {
    if (node instanceof ScalarNode scalar && scalar.type() == ScalarNode.Type.PLACEHOLDER) {
      filled.add(new TextEdit(scalar.range(), "0"));
    }
    for (Member member : node.members()) {
      if (member.key().quote() == Quote.NONE && JsonWords.isPlaceholder(member.name())) {
        filled.add(new TextEdit(member.key().range(), "\"\""));
      }
      fillIn(member.value(), filled);
    }
    node.items().forEach(item -> fillIn(item, filled));
  }
}
