package io.github.edgelint.embedded.route;

import io.github.edgelint.text.TextRange;

/** What a piece of a route is to the eye of a reader. Punctuation and blanks have no highlight. */
public record Highlight(Role role, TextRange range) {

  /** Roles of pieces. */
  public enum Role {
    KEYWORD,
    /** A fixed part of a path, or a star. */
    PATH,
    /** The name of a module. */
    MODULE,
    /** The name of an output or an input. */
    ENDPOINT,
    /** {@code $upstream}. */
    SINK,
    FUNCTION,
    /** An application property. */
    PROPERTY,
    SYSTEM_PROPERTY,
    OPERATOR,
    /** A text in quotes. */
    TEXT,
    NUMBER,
    /** {@code true}, {@code false}, {@code null} and {@code undefined}. */
    LITERAL,
    COMMENT,
    /** Anything behind the sink, which edgeHub does not read. */
    IGNORED
  }
}
