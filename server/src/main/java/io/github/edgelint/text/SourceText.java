package io.github.edgelint.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The text of one file with its line index. Immutable. A byte-order mark stays in the text as its
 * first code unit, so that nothing of a file is ever lost.
 */
public final class SourceText {

  public static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final char REPLACEMENT = '\uFFFD';

  private final String text;
  private final int firstInvalid;
  private Boolean ascii;
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
    String text = new String(bytes, StandardCharsets.UTF_8);
    int firstInvalid = text.indexOf(REPLACEMENT) < 0 ? -1 : firstInvalidOffset(bytes);
    SourceText source = new SourceText(text, firstInvalid);
    source.ascii = firstInvalid < 0 && text.length() == bytes.length;
    return source;
  }

  // A file may also hold the replacement character itself.
  private static int firstInvalidOffset(byte[] bytes) {
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), out, true);
    return result.isError() ? out.position() : -1;
  }

  /** Whether a file of these bytes has this text, and no byte of it was replaced. */
  public boolean isOf(byte[] bytes) {
    return firstInvalid < 0
        && Arrays.equals(
            text.getBytes(isAscii() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8), bytes);
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

  /**
   * Whether this is UTF-16 that somebody read as UTF-8: it begins with the mark of UTF-16, or with
   * two ASCII characters that each have a NUL at the same side, where from then on nearly all other
   * NULs stand. Files without a mark come from tools, so no file is taken for one that has no
   * ASCII, which all we read begins with.
   */
  public boolean isUtf16() {
    if (firstInvalid == 0) {
      return text.indexOf('\0') >= 0;
    }
    if (text.length() < 4) {
      return false;
    }
    int side = text.charAt(0) == '\0' ? 0 : 1;
    return text.charAt(side) == '\0'
        && text.charAt(side + 2) == '\0'
        && isAsciiText(text.charAt(1 - side))
        && isAsciiText(text.charAt(3 - side))
        && hasNulsOnlyAt(side);
  }

  private static boolean isAsciiText(char c) {
    return (c >= ' ' && c < 0x7F) || c == '\t' || c == '\n' || c == '\r';
  }

  // A few letters of other scripts have a NUL at the other side, or none at all.
  private boolean hasNulsOnlyAt(int side) {
    int here = 0;
    int there = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '\0') {
        if (at % 2 == side) {
          here++;
        } else {
          there++;
        }
      }
    }
    return here >= text.length() / 4 && there <= here / 8;
  }

  /** Whether every character is ASCII, as in nearly all files. */
  public boolean isAscii() {
    Boolean known = ascii;
    if (known == null) {
      known = isAscii(text);
      ascii = known;
    }
    return known;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * The code units, for whoever looks at each of them: this takes a third of the time that the
   * characters of a string take. A unit that is not ASCII is a negative number.
   */
  public byte[] asciiUnits() {
    if (isAscii()) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    byte[] units = new byte[text.length()];
    for (int i = 0; i < units.length; i++) {
      char c = text.charAt(i);
      units[i] = c < 0x80 ? (byte) c : -1;
    }
    return units;
  }

  /** The text after an edit; what is known of the lines and characters of this one is kept. */
  public SourceText after(TextEdit edit) {
    String edited = TextEdit.apply(text, List.of(edit));
    SourceText after = of(edited);
    after.lines = lines == null ? null : lines.after(edit, edited);
    boolean stillAscii = Boolean.TRUE.equals(ascii) && isAscii(edit.newText());
    after.ascii = stillAscii ? Boolean.TRUE : null;
    return after;
  }

  public boolean hasByteOrderMark() {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
  }

  // A race here or above works out the same twice, which is harmless: both are immutable with final
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
