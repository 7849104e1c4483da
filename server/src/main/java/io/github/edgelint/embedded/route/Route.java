package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A route of {@code $edgeHub}, read as edgeHub reads it, and as far as it can be read where edgeHub
 * gives up. Immutable; ranges are UTF-16 offsets of the text.
 */
public final class Route {

  /** No text in a twin is long enough for so many. */
  private static final int MAX_TOKENS = 4096;

  private static final char MASK = 'x';

  private final String text;
  private final List<TextRange> placeholders;
  private final List<RouteToken> tokens;
  private final Optional<RouteSource> source;
  private final Optional<Condition> condition;
  private final Optional<RouteSink> sink;
  private final Optional<TextRange> into;
  private final int end;
  private final List<RouteProblem> problems;

  private Route(String text, List<TextRange> placeholders) {
    this.text = text;
    this.placeholders = placeholders;
    this.tokens = RouteLexer.tokens(masked(text, placeholders));
    RouteCursor cursor = new RouteCursor(text, tokens, placeholders);
    RouteParser parser = new RouteParser(cursor);
    if (cursor.size() <= MAX_TOKENS) {
      parser.parse();
    }
    this.source = parser.source();
    this.condition = cursor.hasGivenUp() ? Optional.empty() : parser.condition();
    this.sink = parser.sink();
    this.into = parser.into();
    this.end = parser.end();
    this.problems =
        placeholders.isEmpty() && !cursor.hasGivenUp() ? List.copyOf(cursor.problems()) : List.of();
  }

  /** Reads any text as a route. */
  public static Route parse(String text) {
    return parse(text, List.of());
  }

  /**
   * Reads any text as a route of which some parts are not known yet.
   *
   * @param placeholders where text stands that something else has to replace; each is read as a
   *     part of a name, and has no problem
   */
  public static Route parse(String text, List<TextRange> placeholders) {
    return new Route(text, List.copyOf(placeholders));
  }

  private static String masked(String text, List<TextRange> placeholders) {
    if (placeholders.isEmpty()) {
      return text;
    }
    char[] masked = text.toCharArray();
    for (TextRange placeholder : placeholders) {
      int end = Math.min(placeholder.end(), masked.length);
      for (int i = placeholder.start(); i < end; i++) {
        masked[i] = MASK;
      }
    }
    return new String(masked);
  }

  public String text() {
    return text;
  }

  /** All tokens, blanks and comments too; joined, they are the text. */
  public List<RouteToken> tokens() {
    return tokens;
  }

  /** The path behind {@code FROM}. */
  public Optional<RouteSource> source() {
    return source;
  }

  /** The expression behind {@code WHERE}; empty when every message of the source passes. */
  public Optional<Condition> condition() {
    return condition;
  }

  /** The endpoint behind {@code INTO}. */
  public Optional<RouteSink> sink() {
    return sink;
  }

  /** The keyword {@code INTO} before the sink. */
  public Optional<TextRange> into() {
    return into;
  }

  /** What the text has that the language has not, in order of place. */
  public List<RouteProblem> problems() {
    return problems;
  }

  /** Whether a placeholder stands somewhere in the text. */
  public boolean hasPlaceholders() {
    return !placeholders.isEmpty();
  }
}
