package io.github.edgelint.text;

import java.util.Arrays;

/**
 * Leads from a derived text (a decoded string, joined chunks, an unescaped unit value) back to the
 * text it came from. Both sides are UTF-16 offsets. Immutable.
 */
public final class OffsetMap {

  // Three numbers for each piece: where it starts in the derived text, and its start and end in the
  // source. A piece of equal lengths maps unit by unit, any other as a whole. Null stands for the
  // one piece of a text without escapes: every string of a file has a map, and nearly all are such.
  private final int[] pieces;
  private final int verbatimStart;
  private final int derivedLength;

  private OffsetMap(int[] pieces, int verbatimStart, int derivedLength) {
    this.pieces = pieces;
    this.verbatimStart = verbatimStart;
    this.derivedLength = derivedLength;
  }

  /** The map of a text that stands unchanged at {@code sourceStart}. */
  public static OffsetMap verbatim(int sourceStart, int length) {
    return new OffsetMap(null, sourceStart, length);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Whether the text stands unchanged at {@code sourceStart}. */
  public boolean isVerbatimAt(int sourceStart) {
    return pieces == null && verbatimStart == sourceStart;
  }

  /** Where the code unit at {@code offset} of the derived text starts in the source. */
  public int toSource(int offset) {
    if (count() == 0) {
      return 0;
    }
    if (offset >= derivedLength) {
      return sourceEnd(count() - 1);
    }
    int piece = pieceOf(Math.max(0, offset));
    int into = Math.max(0, offset) - derived(piece);
    return isVerbatim(piece) ? source(piece) + into : source(piece);
  }

  /** The part of the source that the range of the derived text came from. */
  public TextRange toSource(TextRange range) {
    int start = toSource(range.start());
    if (range.isEmpty() || count() == 0) {
      return TextRange.at(start);
    }
    int last = Math.min(range.end(), derivedLength) - 1;
    if (last < 0) {
      return TextRange.at(start);
    }
    int piece = pieceOf(last);
    int end = isVerbatim(piece) ? source(piece) + last - derived(piece) + 1 : sourceEnd(piece);
    return new TextRange(start, Math.max(start, end));
  }

  /** The derived offset of a place in the source; a place inside an escape belongs to its start. */
  public int fromSource(int offset) {
    for (int piece = 0; piece < count(); piece++) {
      if (offset < source(piece)) {
        return derived(piece);
      }
      if (offset < sourceEnd(piece)) {
        return isVerbatim(piece) ? derived(piece) + offset - source(piece) : derived(piece);
      }
    }
    return derivedLength;
  }

  private int count() {
    return pieces == null ? 1 : pieces.length / 3;
  }

  private int derived(int piece) {
    return pieces == null ? 0 : pieces[3 * piece];
  }

  private int source(int piece) {
    return pieces == null ? verbatimStart : pieces[3 * piece + 1];
  }

  private int sourceEnd(int piece) {
    return pieces == null ? verbatimStart + derivedLength : pieces[3 * piece + 2];
  }

  private boolean isVerbatim(int piece) {
    return sourceEnd(piece) - source(piece) == derivedEnd(piece) - derived(piece);
  }

  private int derivedEnd(int piece) {
    return piece + 1 < count() ? derived(piece + 1) : derivedLength;
  }

  /** The last piece that starts at the offset or before it. */
  private int pieceOf(int offset) {
    int low = 0;
    int high = count() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (derived(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Collects pieces in the order of the derived text. */
  public static final class Builder {
    private int[] pieces = new int[12];
    private int used;
    private int length;

    private Builder() {}

    /**
     * The next {@code derivedLength} units come from the source range. Equal lengths map unit by
     * unit.
     *
     * <p>An empty piece is left out.
     */
    public Builder add(int derivedLength, int sourceStart, int sourceLength) {
      if (derivedLength == 0) {
        return this;
      }
      if (used == pieces.length) {
        pieces = Arrays.copyOf(pieces, used * 2);
      }
      pieces[used++] = length;
      pieces[used++] = sourceStart;
      pieces[used++] = sourceStart + sourceLength;
      length += derivedLength;
      return this;
    }

    public OffsetMap build() {
      return new OffsetMap(Arrays.copyOf(pieces, used), 0, length);
    }
  }
}
