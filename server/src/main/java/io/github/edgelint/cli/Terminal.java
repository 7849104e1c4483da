package io.github.edgelint.cli;

/** What standard output is. */
final class Terminal {

  private Terminal() {}

  /** Whether a person looks at what is printed. */
  static boolean isInteractive() {
    return System.console() != null;
  }

  /** Whether colours are wanted: on a terminal, unless {@code NO_COLOR} says no. */
  static boolean hasColour() {
    String forced = System.getenv("FORCE_COLOR");
    if (forced != null && !forced.isEmpty()) {
      return !forced.equals("0");
    }
    String never = System.getenv("NO_COLOR");
    return (never == null || never.isEmpty())
        && !"dumb".equals(System.getenv("TERM"))
        && isInteractive();
  }
}
