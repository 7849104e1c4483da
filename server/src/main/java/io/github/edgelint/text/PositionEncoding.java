package io.github.edgelint.text;

/** What a column counts. */
public enum PositionEncoding {
  UTF_8,
  UTF_16,
  UTF_32
}
