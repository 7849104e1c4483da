package io.github.edgelint.text;

/**
 * A half-open range of a text.
 *
 * @param start offset of the first UTF-16 code unit in the range
 * @param end offset after the last UTF-16 code unit in the range
 */
public record TextRange(int start, int end) implements Comparable<TextRange> {

  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  /** The empty range at {@code offset}. */
  public static TextRange at(int offset) {
    return new TextRange(offset, offset);
  }

  public static TextRange ofLength(int start, int length) {
    return new TextRange(start, start + length);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** Whether a code unit at {@code offset} lies in the range; the end is outside. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** Whether a caret at {@code offset} touches the range; both ends count. */
  public boolean touches(int offset) {
    return start <= offset && offset <= end;
  }

  public boolean contains(TextRange other) {
    return start <= other.start && other.end <= end;
  }

  /**
   * Whether both ranges share a code unit, or one of them is empty and lies inside or at an end of
   * the other.
   */
  public boolean intersects(TextRange other) {
    if (isEmpty() || other.isEmpty()) {
      return start <= other.end && other.start <= end;
    }
    return start < other.end && other.start < end;
  }

  /** The smallest range that holds both. */
  public TextRange union(TextRange other) {
    return new TextRange(Math.min(start, other.start), Math.max(end, other.end));
  }

  public TextRange shift(int by) {
    return new TextRange(start + by, end + by);
  }

  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  // Written out: what the compiler gives a record is linked at its first use, which a short run
  // feels.
  @Override
  public boolean equals(Object other) {
    return other instanceof TextRange range && range.start == start && range.end == end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  @Override
  public int compareTo(TextRange other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
