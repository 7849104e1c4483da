package io.github.edgelint.deployment;

/**
 * Something after which a device may not be reachable any more, or has nothing to do.
 *
 * @param kind what it is, for programs
 * @param text what it is and what it does, for people
 */
public record Danger(Kind kind, String text) {

  /** The dangers that are looked for. */
  public enum Kind {
    AGENT_LOSES_PROXY,
    HUB_LOSES_PROXY,
    AGENT_LOSES_WEBSOCKETS,
    HUB_LOSES_WEBSOCKETS,
    HUB_REMOVED,
    ALL_MODULES_REMOVED,
    NOTHING_GOES_UPSTREAM
  }
}
