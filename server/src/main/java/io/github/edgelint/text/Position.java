package io.github.edgelint.text;

/**
 * A place in a text as line and column, both from 0.
 *
 * @param line number of line ends before the place; {@code \n}, {@code \r\n} and {@code \r} end a
 *     line
 * @param column code units of the chosen {@link PositionEncoding} since the start of the line
 */
public record Position(int line, int column) {}
