package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextRange;
import java.util.Locale;

/**
 * A word of a route that names something: a part of a path, or a function.
 *
 * @param text the word as written
 * @param range where it stands in the route
 * @param unknown whether it holds a placeholder, so that nobody can say what it will be
 */
public record RouteName(String text, TextRange range, boolean unknown) {

  /** Whether the word is {@code other}; letter case never matters to edgeHub here. */
  public boolean is(String other) {
    return !unknown && text.equalsIgnoreCase(other);
  }

  /** Whether the word is nothing but stars. */
  public boolean isWildcard() {
    return !unknown && !text.isEmpty() && text.chars().allMatch(c -> c == '*');
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }
}
