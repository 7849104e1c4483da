package io.github.edgelint.syntax;

import io.github.edgelint.text.TextRange;
import java.util.Arrays;

/**
 * The tokens of a file in order and without a gap. Kept in arrays, since a large workspace holds
 * millions.
 */
public final class Tokens {

  private static final TokenKind[] KINDS = TokenKind.values();

  private final byte[] kinds;
  private final int[] ends;

  private Tokens(byte[] kinds, int[] ends) {
    this.kinds = kinds;
    this.ends = ends;
  }

  public int size() {
    return ends.length;
  }

  public TokenKind kind(int index) {
    return KINDS[kinds[index]];
  }

  public int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  public int end(int index) {
    return ends[index];
  }

  public TextRange range(int index) {
    return new TextRange(start(index), end(index));
  }

  /**
   * Index of the token that holds the code unit at {@code offset}; {@link #size()} at the end of
   * the file.
   */
  public int indexAt(int offset) {
    int found = Arrays.binarySearch(ends, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Collects tokens in order. */
  public static final class Builder {
    private byte[] kinds;
    private int[] ends;
    private int size;

    /**
     * @param expected how many tokens there may be, at least one; more are taken, too
     */
    public Builder(int expected) {
      this.kinds = new byte[expected];
      this.ends = new int[expected];
    }

    /** Adds the token that starts where the last one ended; an empty one is left out. */
    @SuppressWarnings("EnumOrdinal") // never leaves this class
    public void add(TokenKind kind, int end) {
      if (end == end()) {
        return;
      }
      if (size == ends.length) {
        kinds = Arrays.copyOf(kinds, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      kinds[size] = (byte) kind.ordinal();
      ends[size++] = end;
    }

    /** Where the next token starts. */
    public int end() {
      return size == 0 ? 0 : ends[size - 1];
    }

    public Tokens build() {
      return new Tokens(Arrays.copyOf(kinds, size), Arrays.copyOf(ends, size));
    }
  }
}
