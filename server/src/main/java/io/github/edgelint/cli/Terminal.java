package io.github.edgelint.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** What the standard streams are. */
final class Terminal {

  /** What the launcher found out; absent where something else started Java. */
  private static final Optional<List<String>> FOUND =
      Optional.ofNullable(System.getProperty("edgelint.terminals"))
          .map(names -> List.of(names.split(",")));

  static {
    // Without it Java 22 to 24 call anything a console, pipes too.
    System.setProperty("jdk.console", "java.base");
  }

  private Terminal() {}

  /** The person at the terminal; none where input or output is something else. */
  static Optional<Console> console() {
    return Optional.ofNullable(System.console());
  }

  /** Whether a person looks at standard output. */
  private static boolean isOut() {
    return is("out");
  }

  /** Whether a person looks at standard error. */
  static boolean isErr() {
    return is("err");
  }

  private static boolean is(String stream) {
    return FOUND.map(names -> names.contains(stream)).orElseGet(() -> console().isPresent());
  }

  /** Whether colours are wanted: on a terminal, unless {@code NO_COLOR} says no. */
  static boolean hasColour() {
    String forced = System.getenv("FORCE_COLOR");
    if (forced != null && !forced.isEmpty()) {
      return !forced.equals("0");
    }
    String never = System.getenv("NO_COLOR");
    return (never == null || never.isEmpty()) && !"dumb".equals(System.getenv("TERM")) && isOut();
  }

  /** A line as it is, or without what steers a terminal where it is printed on one. */
  static String line(String line) {
    return isOut() ? harmless(line) : line;
  }

  static String harmless(String line) {
    boolean windows = line.endsWith("\r");
    String text = windows ? line.substring(0, line.length() - 1) : line;
    return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\t]]", "\uFFFD") + (windows ? "\r" : "");
  }

  /** Empties the screen and what was scrolled off it, where there is one. */
  static void clear(PrintWriter out) {
    if (isOut()) {
      out.print("\u001b[H\u001b[2J\u001b[3J");
    }
  }
}
