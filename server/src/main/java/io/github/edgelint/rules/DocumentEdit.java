package io.github.edgelint.rules;

import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.DocPath;
import java.util.List;

/**
 * Edits of one file.
 *
 * @param path the file
 * @param edits in offsets of the file as it is; for a new file one insertion at 0
 * @param creates whether the file does not exist yet
 */
public record DocumentEdit(DocPath path, List<TextEdit> edits, boolean creates) {

  public DocumentEdit {
    edits = List.copyOf(edits);
  }

  /** A file that is written anew. */
  public static DocumentEdit create(DocPath path, String text) {
    return new DocumentEdit(path, List.of(TextEdit.insert(0, text)), true);
  }
}
