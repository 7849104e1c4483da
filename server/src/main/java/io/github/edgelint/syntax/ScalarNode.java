package io.github.edgelint.syntax;

import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextRange;

/** A single value. */
public final class ScalarNode extends ConfigNode {

  private final Type type;
  private final String text;
  private final Quote quote;
  private final OffsetMap offsets;

  /**
   * @param type what it is in its notation
   * @param range where it stands, quotes included
   * @param text decoded text of a string; any other value exactly as written
   * @param quote how a string is written
   * @param offsets from {@code text} to the file; null where it stands unchanged behind its quote
   */
  public ScalarNode(Type type, TextRange range, String text, Quote quote, OffsetMap offsets) {
    super(range);
    this.type = type;
    this.text = text;
    this.quote = quote;
    this.offsets = quote.keptOffsets(range, offsets);
  }

  /** What it is in its notation. */
  public Type type() {
    return type;
  }

  /** The decoded text of a string; any other value exactly as written. */
  public String text() {
    return text;
  }

  /** How a string is written. */
  public Quote quote() {
    return quote;
  }

  /** From the text to the file. */
  public OffsetMap offsets() {
    return quote.offsets(range(), text, offsets);
  }

  /** Types of JSON and TOML together. The value of a unit file is always a {@code STRING}. */
  public enum Type {
    STRING,
    INTEGER,
    FLOAT,
    BOOLEAN,
    NULL,
    /** A TOML date, time, or both. */
    DATE_TIME,
    /**
     * A placeholder without quotes where a template may have one, such as {@code $TTL}: a value
     * nobody knows yet.
     */
    PLACEHOLDER
  }

  /** A value that stands in the file exactly as its text. */
  public static ScalarNode literal(Type type, TextRange range, String text) {
    return new ScalarNode(type, range, text, Quote.NONE, null);
  }

  /** The part of the file that holds a part of the text. */
  public TextRange rangeOf(TextRange inText) {
    return offsets().toSource(inText);
  }

  /** The text without its quotes, as a part of the file. */
  public TextRange contentRange() {
    int mark = quote.mark().length();
    int start = Math.min(range().start() + mark, range().end());
    return quote == Quote.NONE
        ? range()
        : new TextRange(start, Math.max(start, Math.max(offsets().toSource(text.length()), start)));
  }
}
