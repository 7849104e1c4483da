package io.github.edgelint.iotedge.value;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a module, which is at once a twin key, a container name and a word of the route
 * language. Sources: Learn, "Understand the identity registry";
 * Azure/iotedge:edge-hub/core/src/Microsoft.Azure.Devices.Routing.Core (grammar of routes); the
 * container engine's rule for names.
 */
public final class ModuleName {

  /** What is wrong with a name. */
  public enum Problem {
    /** A character other than letter, digit, hyphen and underscore. */
    CHARACTER,
    /** More than 128 characters. */
    TOO_LONG,
    /** Fewer than two characters; the engine refuses such a container name. */
    TOO_SHORT,
    /** The first character is neither letter nor digit. */
    FIRST_CHARACTER,
    /** A number for the route language, so that no route can name the module. */
    NUMBER,
    /** A word of the route language, so that no route can name the module. */
    RESERVED_WORD;

    /** Whether everything but a route as source accepts the name. */
    public boolean concernsRoutesOnly() {
      return this == NUMBER || this == RESERVED_WORD;
    }
  }

  private static final int LONGEST = 128;
  private static final Pattern NUMBER = Pattern.compile("\\d+|0[xX][0-9A-Fa-f]+|\\d+[eE]-?\\d+");
  private static final Set<String> WORDS =
      Set.of("select", "from", "where", "into", "and", "or", "not");
  private static final Set<String> LITERALS = Set.of("true", "false", "null", "undefined");

  private ModuleName() {}

  /** The first thing that is wrong with a name. */
  public static Optional<Problem> problem(String name) {
    if (!name.chars().allMatch(ModuleName::isAllowed)) {
      return Optional.of(Problem.CHARACTER);
    } else if (name.length() > LONGEST) {
      return Optional.of(Problem.TOO_LONG);
    } else if (name.startsWith("-") || name.startsWith("_")) {
      return Optional.of(Problem.FIRST_CHARACTER);
    } else if (name.length() < 2) {
      return Optional.of(Problem.TOO_SHORT);
    } else if (name.charAt(0) <= '9' && NUMBER.matcher(name).matches()) {
      return Optional.of(Problem.NUMBER);
    }
    boolean reserved = WORDS.contains(name.toLowerCase(Locale.ROOT)) || LITERALS.contains(name);
    return reserved ? Optional.of(Problem.RESERVED_WORD) : Optional.empty();
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }
}
