package io.github.edgelint.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** What standard output is. */
final class Terminal {

  static {
    // Without it Java 22 to 24 call anything a console, pipes too.
    System.setProperty("jdk.console", "java.base");
  }

  private Terminal() {}

  /** The person at the terminal; none where input or output is something else. */
  static Optional<Console> console() {
    return Optional.ofNullable(System.console());
  }

  /** Whether a person looks at what is printed. */
  static boolean isInteractive() {
    return console().isPresent();
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

  /** Empties the screen and what was scrolled off it, where there is one. */
  static void clear(PrintWriter out) {
    if (isInteractive()) {
      out.print("\u001b[H\u001b[2J\u001b[3J");
    }
  }
}
