package io.github.edgelint.embedded.route;

/**
 * What kind of value an expression of a condition has, as far as it can be told without a message.
 */
public enum RouteType {
  /** Every application property and system property, whatever it looks like. */
  TEXT("text"),
  NUMBER("a number"),
  BOOLEAN("true or false"),
  NULL("`null`"),
  UNDEFINED("`undefined`"),
  /** A value of the body, which has its type from the message and may be used as any. */
  BODY("a value of the body"),
  /** Nobody can say: behind a placeholder, or after a mistake that is told elsewhere. */
  UNKNOWN("unknown");

  private final String words;

  RouteType(String words) {
    this.words = words;
  }

  /** The type in words, as in "it is a number". */
  public String words() {
    return words;
  }

  /** Whether nothing certain can be said about how the type goes with others. */
  boolean isOpen() {
    return this == BODY || this == UNKNOWN;
  }
}
