package io.github.edgelint.ide.twin;

import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;

/**
 * What a key of a layer puts in the place of something of a deployment below it.
 *
 * @param key the key, in offsets of the layer
 * @param base the deployment below
 * @param changes what differs, a line in Markdown each; none where both say the same
 */
public record Overridden(TextRange key, Document base, List<String> changes) {

  public Overridden {
    changes = List.copyOf(changes);
  }
}
