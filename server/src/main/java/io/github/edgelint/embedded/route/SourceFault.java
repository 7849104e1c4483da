package io.github.edgelint.embedded.route;

import java.util.List;

/**
 * A part of a source that no message has in its path, so that the route never gets one.
 *
 * @param part the part at fault
 * @param allowed the words that edgeHub knows in this place; empty where any name may stand
 */
public record SourceFault(Kind kind, RouteName part, List<String> allowed) {

  /** What is wrong with the part. */
  public enum Kind {
    /** A word that edgeHub has not in this place. */
    UNKNOWN_WORD,
    /** A star before the last part, where it is a letter. */
    STAR_BEFORE_END,
    /**
     * A star inside a part. At the end of the source it is dropped, and only messages with exactly
     * the rest are taken; elsewhere it is a letter.
     */
    STAR_IN_NAME
  }

  public SourceFault {
    allowed = List.copyOf(allowed);
  }
}
