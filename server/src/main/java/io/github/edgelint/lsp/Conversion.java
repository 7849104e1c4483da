package io.github.edgelint.lsp;

import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.PositionEncoding;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Between offsets and the positions of the protocol.
 *
 * @param encoding what columns count
 */
record Conversion(PositionEncoding encoding) {

  int offset(SourceText source, Position position) {
    Params.need(position, "position");
    return source
        .lines()
        .offset(
            new io.github.edgelint.text.Position(position.getLine(), position.getCharacter()),
            encoding);
  }

  TextRange range(SourceText source, Range range) {
    Params.need(range, "range");
    int start = offset(source, range.getStart());
    int end = offset(source, range.getEnd());
    return new TextRange(Math.min(start, end), Math.max(start, end));
  }

  Position position(SourceText source, int offset) {
    io.github.edgelint.text.Position position = source.lines().position(offset, encoding);
    return new Position(position.line(), position.column());
  }

  Range range(SourceText source, TextRange range) {
    return new Range(position(source, range.start()), position(source, range.end()));
  }

  /**
   * A range that can be seen: where it is empty, the character behind it, or the one before it at
   * the end of a line.
   */
  static TextRange visible(SourceText source, TextRange range) {
    if (!range.isEmpty()) {
      return range;
    }
    LineIndex lines = source.lines();
    int at = Math.min(range.start(), source.length());
    int line = lines.lineOf(at);
    String text = source.text();
    if (at < lines.lineEnd(line)) {
      return TextRange.ofLength(at, Character.charCount(text.codePointAt(at)));
    }
    return at > lines.lineStart(line)
        ? new TextRange(at - Character.charCount(text.codePointBefore(at)), at)
        : range;
  }
}
