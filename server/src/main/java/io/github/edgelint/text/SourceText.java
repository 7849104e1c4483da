package io.github.edgelint.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of one file with its line index. Immutable. A byte-order mark stays in the text as its
 * first code unit, so that nothing of a file is ever lost.
 */
public final class SourceText {

  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final int firstInvalid;
  private LineIndex lines;

  private SourceText(String text, int firstInvalid) {
    this.text = text;
    this.firstInvalid = firstInvalid;
  }

  public static SourceText of(String text) {
    return new SourceText(text, -1);
  }

  /**
   * Decodes UTF-8. Bytes that are none become U+FFFD, and {@link #firstInvalidOffset} tells where
   * they start.
   */
  public static SourceText decode(byte[] bytes) {
    try {
      return of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return new SourceText(new String(bytes, StandardCharsets.UTF_8), firstInvalidOffset(bytes));
    }
  }

  private static int firstInvalidOffset(byte[] bytes) {
    java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length);
    StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes), out, true);
    return out.position();
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  /** Offset of the first bytes that are not UTF-8, or -1 where the file is sound. */
  public int firstInvalidOffset() {
    return firstInvalid;
  }

  public boolean hasByteOrderMark() {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
  }

  // A race here builds the same index twice, which is harmless: LineIndex is immutable with final
  // fields.
  public LineIndex lines() {
    LineIndex known = lines;
    if (known == null) {
      known = new LineIndex(text);
      lines = known;
    }
    return known;
  }

  /** The line end this file uses first; {@code \n} where there is none. */
  public String lineBreak() {
    int at = text.indexOf('\n');
    return at > 0 && text.charAt(at - 1) == '\r' ? "\r\n" : "\n";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceText source
        && source.text.equals(text)
        && source.firstInvalid == firstInvalid;
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
