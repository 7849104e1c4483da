package io.github.edgelint.embedded.route;

import io.github.edgelint.embedded.route.RouteProblem.Mend;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind the sink of a route. edgeHub does not read it.
 *
 * @param range from the first token to the last one
 * @param mend how to give the text its effect, or take it away
 * @param sinks further endpoints, where the text is nothing else
 */
public record IgnoredText(Kind kind, TextRange range, Optional<Mend> mend, List<TextRange> sinks) {

  /** What the text was meant to do. */
  public enum Kind {
    /** {@code WHERE} with a condition. */
    FILTER,
    /** Another endpoint, or several. */
    SINKS,
    /** Semicolons and commas. */
    SEPARATOR,
    /** Anything else. */
    OTHER
  }

  public IgnoredText {
    sinks = List.copyOf(sinks);
  }
}
