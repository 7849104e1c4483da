package io.github.edgelint.lsp;

import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.Position;
import io.github.edgelint.text.PositionEncoding;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * A document that the client has open. Immutable.
 *
 * @param uri as the client spells it
 * @param version as the client counts it
 */
record OpenDocument(String uri, int version, SourceText source) {

  /**
   * The document after changes, each of which speaks of the text that the ones before it left. A
   * change without a range is the whole text, whatever was agreed upon.
   */
  OpenDocument changed(
      int newVersion, List<TextDocumentContentChangeEvent> changes, PositionEncoding encoding) {
    SourceText now = source;
    for (TextDocumentContentChangeEvent change : changes) {
      now =
          change.getRange() == null
              ? SourceText.of(change.getText())
              : replaced(now, change.getRange(), change.getText(), encoding);
    }
    return new OpenDocument(uri, newVersion, now);
  }

  private static SourceText replaced(
      SourceText before, Range range, String newText, PositionEncoding encoding) {
    LineIndex lines = before.lines();
    int from = offset(lines, range.getStart(), encoding);
    int to = offset(lines, range.getEnd(), encoding);
    TextRange replaced = new TextRange(Math.min(from, to), Math.max(from, to));
    return before.after(new TextEdit(replaced, newText));
  }

  private static int offset(
      LineIndex lines, org.eclipse.lsp4j.Position position, PositionEncoding encoding) {
    return lines.offset(new Position(position.getLine(), position.getCharacter()), encoding);
  }
}
