package io.github.edgelint.syntax.unit;

import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * A line as systemd sees it: one line of the file, or several that a backslash at the end joins.
 *
 * <p>A joint counts as one blank. Comment lines between joined lines are left out, and a backslash
 * at the end of a comment joins nothing (systemd.syntax(7);
 * systemd/systemd:src/shared/conf-parser.c).
 *
 * @param pieces the joined parts, without their backslashes and line ends; at least one
 * @param comments comment lines between the pieces, from the mark to the line end
 * @param text the pieces, a blank between any two
 * @param next offset of the line after this one
 */
record UnitLine(List<TextRange> pieces, List<TextRange> comments, String text, int next) {

  /** Reads the line that starts at {@code start}. */
  static UnitLine read(String file, int start) {
    int end = lineEnd(file, start);
    if (isComment(file, start, end) || !isJoined(file, start, end)) {
      TextRange only = new TextRange(start, end);
      return new UnitLine(List.of(only), List.of(), only.of(file), afterBreak(file, end));
    }
    List<TextRange> pieces = new ArrayList<>();
    List<TextRange> comments = new ArrayList<>();
    int at = start;
    boolean joined = true;
    while (joined) {
      end = lineEnd(file, at);
      if (isComment(file, at, end)) {
        comments.add(new TextRange(skipBlanks(file, at, end), end));
      } else {
        joined = isJoined(file, at, end);
        pieces.add(new TextRange(at, joined ? end - 1 : end));
      }
      at = afterBreak(file, end);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      text.append(i == 0 ? "" : " ").append(pieces.get(i).of(file));
    }
    return new UnitLine(pieces, comments, text.toString(), at);
  }

  boolean isSingle() {
    return pieces.size() == 1;
  }

  int start() {
    return pieces.get(0).start();
  }

  /** Where a part of {@link #text} came from. */
  OffsetMap offsets(int from, int to) {
    if (isSingle() || from == to) {
      return OffsetMap.verbatim(toSource(from), to - from);
    }
    OffsetMap.Builder map = OffsetMap.builder();
    int at = 0;
    for (int i = 0; i < pieces.size(); i++) {
      TextRange piece = pieces.get(i);
      int first = Math.max(from, at);
      int last = Math.min(to, at + piece.length());
      if (first < last) {
        map.add(last - first, piece.start() + first - at, last - first);
      }
      at += piece.length();
      if (i + 1 < pieces.size() && from <= at && at < to) {
        map.add(1, piece.end(), pieces.get(i + 1).start() - piece.end());
      }
      at++;
    }
    return map.build();
  }

  /** Where the code unit at {@code offset} of {@link #text} stands in the file. */
  int toSource(int offset) {
    int at = 0;
    for (TextRange piece : pieces) {
      if (offset <= at + piece.length()) {
        return piece.start() + offset - at;
      }
      at += piece.length() + 1;
    }
    return pieces.get(pieces.size() - 1).end();
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static int lineEnd(String file, int from) {
    int at = from;
    while (at < file.length() && file.charAt(at) != '\n' && file.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  static int afterBreak(String file, int lineEnd) {
    if (lineEnd >= file.length()) {
      return file.length();
    }
    return file.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
  }

  static int skipBlanks(String file, int from, int to) {
    int at = from;
    while (at < to && isBlank(file.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isComment(String file, int start, int end) {
    int first = skipBlanks(file, start, end);
    return first < end && (file.charAt(first) == '#' || file.charAt(first) == ';');
  }

  // A backslash that is itself escaped joins nothing.
  private static boolean isJoined(String file, int start, int end) {
    int backslashes = 0;
    while (end - backslashes > start && file.charAt(end - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
