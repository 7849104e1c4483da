package io.github.edgelint.text;

import java.util.Arrays;

/**
 * Leads from a derived text (a decoded string, joined chunks, an unescaped unit value) back to the
 * text it came from. Both sides are UTF-16 offsets. Immutable.
 */
public final class OffsetMap {

  // Piece i covers derived[i] until derived[i + 1]; a piece of equal lengths maps unit by unit, any
  // other as a whole.
  private final int[] derived;
  private final int[] source;
  private final int[] sourceEnd;
  private final int pieces;
  private final int derivedLength;

  private OffsetMap(int[] derived, int[] source, int[] sourceEnd, int pieces, int derivedLength) {
    this.derived = derived;
    this.source = source;
    this.sourceEnd = sourceEnd;
    this.pieces = pieces;
    this.derivedLength = derivedLength;
  }

  /** The map of a text that stands unchanged at {@code sourceStart}. */
  public static OffsetMap verbatim(int sourceStart, int length) {
    return new OffsetMap(
        new int[] {0}, new int[] {sourceStart}, new int[] {sourceStart + length}, 1, length);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Length of the derived text. */
  public int length() {
    return derivedLength;
  }

  /** Where the code unit at {@code offset} of the derived text starts in the source. */
  public int toSource(int offset) {
    if (pieces == 0) {
      return 0;
    }
    if (offset >= derivedLength) {
      return sourceEnd[pieces - 1];
    }
    int piece = pieceOf(Math.max(0, offset));
    int into = Math.max(0, offset) - derived[piece];
    return isVerbatim(piece) ? source[piece] + into : source[piece];
  }

  /** The part of the source that the range of the derived text came from. */
  public TextRange toSource(TextRange range) {
    int start = toSource(range.start());
    if (range.isEmpty() || pieces == 0) {
      return TextRange.at(start);
    }
    int last = Math.min(range.end(), derivedLength) - 1;
    if (last < 0) {
      return TextRange.at(start);
    }
    int piece = pieceOf(last);
    int end = isVerbatim(piece) ? source[piece] + last - derived[piece] + 1 : sourceEnd[piece];
    return new TextRange(start, Math.max(start, end));
  }

  /** The derived offset of a place in the source; a place inside an escape belongs to its start. */
  public int fromSource(int offset) {
    for (int piece = 0; piece < pieces; piece++) {
      if (offset < source[piece]) {
        return derived[piece];
      }
      if (offset < sourceEnd[piece]) {
        return isVerbatim(piece) ? derived[piece] + offset - source[piece] : derived[piece];
      }
    }
    return derivedLength;
  }

  private boolean isVerbatim(int piece) {
    return sourceEnd[piece] - source[piece] == derivedEnd(piece) - derived[piece];
  }

  private int derivedEnd(int piece) {
    return piece + 1 < pieces ? derived[piece + 1] : derivedLength;
  }

  private int pieceOf(int offset) {
    int found = Arrays.binarySearch(derived, 0, pieces, offset);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** Collects pieces in the order of the derived text. */
  public static final class Builder {
    private int[] derived = new int[8];
    private int[] source = new int[8];
    private int[] sourceEnd = new int[8];
    private int pieces;
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
      if (pieces == derived.length) {
        derived = Arrays.copyOf(derived, pieces * 2);
        source = Arrays.copyOf(source, pieces * 2);
        sourceEnd = Arrays.copyOf(sourceEnd, pieces * 2);
      }
      derived[pieces] = length;
      source[pieces] = sourceStart;
      sourceEnd[pieces] = sourceStart + sourceLength;
      pieces++;
      length += derivedLength;
      return this;
    }

    /** Appends a whole map, such as the next chunk of a text in pieces. */
    public Builder add(OffsetMap map) {
      for (int i = 0; i < map.pieces; i++) {
        add(map.derivedEnd(i) - map.derived[i], map.source[i], map.sourceEnd[i] - map.source[i]);
      }
      return this;
    }

    public OffsetMap build() {
      return new OffsetMap(derived.clone(), source.clone(), sourceEnd.clone(), pieces, length);
    }
  }
}
