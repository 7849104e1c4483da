package io.github.edgelint.ide;

import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.embedded.route.Highlight;
import io.github.edgelint.iotedge.RouteEntry;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;

/** The words of routes, which to an editor are nothing but strings. */
public final class SemanticTokens {

  private SemanticTokens() {}

  /**
   * The tokens of the routes that touch a part of a document, in order of place; none overlaps
   * another. None where it is no manifest.
   */
  public static List<SemanticToken> of(Document document, TextRange part) {
    List<SemanticToken> tokens = new ArrayList<>();
    for (RouteEntry entry : document.manifest().map(m -> m.routes()).orElse(List.of())) {
      if (entry.route().isPresent() && entry.text().orElseThrow().range().intersects(part)) {
        EmbeddedText text = entry.embedded().orElseThrow();
        for (Highlight highlight : entry.route().get().highlights()) {
          tokens.add(new SemanticToken(text.toFile(highlight.range()), highlight.role()));
        }
      }
    }
    tokens.sort((a, b) -> a.range().compareTo(b.range()));
    return tokens;
  }
}
