package io.github.edgelint.ide.unit;

import io.github.edgelint.text.TextRange;

/**
 * The word of an {@code Environment=} line at a cursor, in offsets of the file.
 *
 * @param mark the quotation mark before it, or nothing
 * @param start behind the mark
 * @param equalsSign its place; negative where there is none
 * @param end of the word, before a closing mark
 * @param isClosed whether the closing mark is there
 */
record Word(String mark, int start, int equalsSign, int end, boolean isClosed) {

  static Word at(String text, TextRange value, int offset) {
    int from = value.start();
    char mark = 0;
    int start = from;
    for (int at = from; at < offset; at++) {
      char c = text.charAt(at);
      if (mark != 0) {
        mark = c == mark ? 0 : mark;
      } else if (c == '"' || c == '\'') {
        mark = c;
        start = at + 1;
      } else if (isBlank(c)) {
        start = at + 1;
      }
    }
    int end = offset;
    while (end < value.end() && !isEnd(text.charAt(end), mark)) {
      end++;
    }
    boolean closed = mark != 0 && end < value.end() && text.charAt(end) == mark;
    int sign = text.indexOf('=', start);
    return new Word(
        mark == 0 ? "" : String.valueOf(mark),
        start,
        sign >= 0 && sign < end ? sign : -1,
        end,
        closed);
  }

  private static boolean isEnd(char c, char mark) {
    return mark == 0 ? isBlank(c) : c == mark || c == '\n' || c == '\r';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\\';
  }

  /** Where the name ends. */
  int nameEnd() {
    return equalsSign < 0 ? end : equalsSign;
  }

  String name(String text) {
    return text.substring(start, nameEnd());
  }
}
