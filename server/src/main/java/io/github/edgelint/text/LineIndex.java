package io.github.edgelint.text;

import java.util.Arrays;

/** Line starts of a text; converts between offsets and positions. Immutable. */
public final class LineIndex {

  private final String text;
  private final int[] starts;

  public LineIndex(String text) {
    // Most texts have no carriage return, and to search for one character is far faster.
    this(
        text,
        text.indexOf('\r') < 0
            ? startsBehindFeeds(text)
            : startsIn(text, 0, text.length(), new int[] {0}));
  }

  private LineIndex(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /**
   * The index of a text that came from this one by an edit: only the lines around the edit are
   * looked for anew.
   *
   * @param newText this text after the edit
   */
  LineIndex after(TextEdit edit, String newText) {
    TextRange replaced = edit.range();
    int shift = newText.length() - text.length();
    // What stands beside the edit may have become one line end with it, or be one no more.
    int kept = lineOf(Math.max(0, replaced.start() - 1)) + 1;
    int rest = lineOf(Math.min(text.length(), replaced.end() + 1)) + 1;
    int[] found =
        startsIn(
            newText,
            Math.max(0, replaced.start() - 1),
            Math.min(newText.length(), replaced.end() + shift + 1),
            Arrays.copyOf(starts, kept));
    int[] all = Arrays.copyOf(found, found.length + starts.length - rest);
    for (int i = rest; i < starts.length; i++) {
      all[found.length + i - rest] = starts[i] + shift;
    }
    return new LineIndex(newText, all);
  }

  private static int[] startsBehindFeeds(String text) {
    int[] found = new int[64];
    int count = 1;
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = feed + 1;
    }
    return Arrays.copyOf(found, count);
  }

  /** Adds where the lines start whose line ends lie in a part of a text. */
  private static int[] startsIn(String text, int from, int to, int[] before) {
    int[] found = before;
    int count = before.length;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(64, count * 2));
        }
        found[count++] = i + 1;
      }
    }
    return count == found.length ? found : Arrays.copyOf(found, count);
  }

  public int lineCount() {
    return starts.length;
  }

  /** Line of an offset, from 0. An offset beyond the text belongs to the last line. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * Offset of the first code unit of a line; a line beyond the last starts at the end of the text.
   */
  public int lineStart(int line) {
    return line >= starts.length ? text.length() : starts[line];
  }

  /** Offset after the last code unit of a line, its line end left out. */
  public int lineEnd(int line) {
    int end = lineEndWithBreak(line);
    int start = lineStart(line);
    if (end > start && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return end;
  }

  /** Offset after the line end of a line. */
  public int lineEndWithBreak(int line) {
    return line + 1 >= starts.length ? text.length() : starts[line + 1];
  }

  /** The line without its line end. */
  public TextRange line(int line) {
    return new TextRange(lineStart(line), lineEnd(line));
  }

  /** Line and UTF-16 column of an offset. */
  public Position position(int offset) {
    return position(offset, PositionEncoding.UTF_16);
  }

  public Position position(int offset, PositionEncoding encoding) {
    int inText = Math.max(0, Math.min(offset, text.length()));
    int line = lineOf(inText);
    int start = starts[line];
    return new Position(line, units(start, inText, encoding));
  }

  /**
   * Offset of a position. A column beyond its line means the end of the line, a line beyond the
   * text its end.
   */
  public int offset(Position position, PositionEncoding encoding) {
    if (position.line() < 0) {
      return 0;
    }
    if (position.line() >= starts.length) {
      return text.length();
    }
    int offset = starts[position.line()];
    int end = lineEnd(position.line());
    if (encoding == PositionEncoding.UTF_16) {
      return offset + Math.min(Math.max(0, position.column()), end - offset);
    }
    int left = position.column();
    while (offset < end && left > 0) {
      int codePoint = text.codePointAt(offset);
      left -= units(codePoint, encoding);
      if (left < 0) {
        break;
      }
      offset += Character.charCount(codePoint);
    }
    return offset;
  }

  private int units(int from, int to, PositionEncoding encoding) {
    if (encoding == PositionEncoding.UTF_16) {
      return to - from;
    }
    int count = 0;
    for (int i = from; i < to; ) {
      int codePoint = text.codePointAt(i);
      count += units(codePoint, encoding);
      i += Character.charCount(codePoint);
    }
    return count;
  }

  private static int units(int codePoint, PositionEncoding encoding) {
    if (encoding == PositionEncoding.UTF_32) {
      return 1;
    }
    if (encoding == PositionEncoding.UTF_16) {
      return Character.charCount(codePoint);
    }
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
}
