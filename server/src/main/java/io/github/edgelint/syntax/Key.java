package io.github.edgelint.syntax;

import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextRange;

/**
 * The name of a member.
 *
 * @param name decoded name
 * @param range where it stands, quotes included; of a dotted key or header only its own part
 * @param quote how it is written
 * @param offsets from the decoded name to the file; null is taken for a name that stands unchanged
 *     behind its quote
 */
public record Key(String name, TextRange range, Quote quote, OffsetMap offsets) {

  public Key {
    offsets = quote.keptOffsets(range, offsets);
  }

  @Override
  public OffsetMap offsets() {
    return quote.offsets(range, name, offsets);
  }

  /** A key that stands in the file exactly as it is named. */
  public static Key bare(String name, TextRange range) {
    return new Key(name, range, Quote.NONE, null);
  }
}
