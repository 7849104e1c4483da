package io.github.edgelint.workspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A pattern for paths, read as git reads one in {@code .gitignore}, with alternatives in braces
 * besides: {@code *} and {@code ?} stop at a slash, {@code **} does not, {@code [a-z]} and {@code
 * [!a-z]} are one character, a backslash takes the meaning from the next character. Without a slash
 * before its end a pattern matches at any depth; with one, it starts at the folder it belongs to. A
 * slash at the end means folders only. What lies in a matched folder is matched, too.
 *
 * <p>Letter case matters. The time is linear in the length of the path.
 */
public final class Glob {

  /** Patterns with more alternatives than this are taken without the meaning of braces. */
  private static final int MAX_ALTERNATIVES = 64;

  private static final int ANY = -1;
  private static final int STAR = -2;
  private static final int FOLDERS = -3;
  private static final int REST = -4;
  private static final int FIRST_CLASS = -10;

  private final String text;
  private final boolean foldersOnly;
  private final List<Matcher> alternatives;

  private Glob(String text, boolean foldersOnly, List<Matcher> alternatives) {
    this.text = text;
    this.foldersOnly = foldersOnly;
    this.alternatives = alternatives;
  }

  /** Reads any text; what is no pattern stands for itself. */
  public static Glob of(String text) {
    return of(text, expand(text));
  }

  /** The pattern that matches this path, whatever is in its names. */
  public static String quote(String path) {
    return path.replaceAll("[\\\\*?\\[{]", "\\\\$0");
  }

  /** Reads a pattern as git does, where braces stand for themselves. */
  static Glob withoutBraces(String text) {
    return of(text, List.of(text));
  }

  private static Glob of(String text, List<String> patterns) {
    boolean foldersOnly = text.endsWith("/");
    List<Matcher> alternatives = new ArrayList<>(patterns.size());
    for (String pattern : patterns) {
      alternatives.add(Matcher.of(pattern.endsWith("/") ? cutLast(pattern) : pattern));
    }
    return new Glob(text, foldersOnly, List.copyOf(alternatives));
  }

  private static String cutLast(String text) {
    return text.substring(0, text.length() - 1);
  }

  /**
   * Whether the pattern matches a file or one of the folders it lies in.
   *
   * @param path relative to the folder the pattern belongs to, with slashes
   */
  public boolean matches(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (matchesItself(path.substring(0, slash), true)) {
        return true;
      }
    }
    return matchesItself(path, false);
  }

  /** Whether the pattern matches this very file or folder. */
  boolean matchesItself(String path, boolean isFolder) {
    if (foldersOnly && !isFolder) {
      return false;
    }
    for (Matcher alternative : alternatives) {
      if (alternative.matches(path)) {
        return true;
      }
    }
    return false;
  }

  /** The one path that the pattern can match, where it has no wildcards. */
  Optional<String> literal() {
    return alternatives.size() == 1 ? alternatives.get(0).literal() : Optional.empty();
  }

  /** Whether something in this folder or below it may match. */
  boolean mayMatchIn(String folder) {
    for (Matcher alternative : alternatives) {
      if (alternative.mayMatchIn(folder)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  // --- braces ------------------------------------------------------------------------------

  private static List<String> expand(String text) {
    List<String> done = new ArrayList<>();
    List<String> open = new ArrayList<>(List.of(text));
    while (!open.isEmpty()) {
      String pattern = open.remove(open.size() - 1);
      Optional<List<String>> parts = expandFirst(pattern);
      if (parts.isEmpty()) {
        done.add(pattern);
      } else {
        open.addAll(parts.get());
      }
      if (done.size() + open.size() > MAX_ALTERNATIVES) {
        return List.of(text);
      }
    }
    return done;
  }

  /** The patterns that the first pair of braces stands for. */
  private static Optional<List<String>> expandFirst(String pattern) {
    int open = -1;
    int depth = 0;
    List<Integer> cuts = new ArrayList<>();
    for (int at = 0; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '{' && depth++ == 0) {
        open = at;
      } else if (c == ',' && depth == 1) {
        cuts.add(at);
      } else if (c == '}' && depth > 0 && --depth == 0) {
        if (!cuts.isEmpty()) {
          cuts.add(at);
          return Optional.of(alternatives(pattern, open, cuts));
        }
        cuts.clear();
      }
    }
    return Optional.empty();
  }

  private static List<String> alternatives(String pattern, int open, List<Integer> cuts) {
    String rest = pattern.substring(cuts.get(cuts.size() - 1) + 1);
    List<String> patterns = new ArrayList<>();
    int start = open + 1;
    for (int cut : cuts) {
      patterns.add(pattern.substring(0, open) + pattern.substring(start, cut) + rest);
      start = cut + 1;
    }
    return patterns;
  }

  // --- one alternative ---------------------------------------------------------------------

  /**
   * @param tokens characters, or one of the negative constants
   * @param classes what {@code [...]} stands for, by number
   */
  private record Matcher(int[] tokens, List<CharacterClass> classes) {

    static Matcher of(String pattern) {
      boolean anchored = pattern.indexOf('/') >= 0;
      String path = pattern.startsWith("/") ? pattern.substring(1) : pattern;
      List<CharacterClass> classes = new ArrayList<>();
      int[] tokens = new int[path.length() + 1];
      int size = 0;
      if (!anchored) {
        tokens[size++] = FOLDERS;
      }
      for (int at = 0; at < path.length(); at++) {
        char c = path.charAt(at);
        boolean atStart = at == 0 || path.charAt(at - 1) == '/';
        if (c == '*') {
          int end = at;
          while (end < path.length() && path.charAt(end) == '*') {
            end++;
          }
          boolean twoStars = end - at == 2 && atStart;
          if (twoStars && end == path.length()) {
            tokens[size++] = REST;
          } else if (twoStars && path.charAt(end) == '/') {
            tokens[size++] = FOLDERS;
            end++;
          } else {
            tokens[size++] = STAR;
          }
          at = end - 1;
        } else if (c == '?') {
          tokens[size++] = ANY;
        } else if (c == '[' && CharacterClass.end(path, at) > 0) {
          int end = CharacterClass.end(path, at);
          classes.add(CharacterClass.of(path.substring(at + 1, end)));
          tokens[size++] = FIRST_CLASS - (classes.size() - 1);
          at = end;
        } else {
          boolean escapes = c == '\\' && at + 1 < path.length();
          tokens[size++] = escapes ? path.charAt(++at) : c;
        }
      }
      return new Matcher(Arrays.copyOf(tokens, size), List.copyOf(classes));
    }

    /**
     * Goes back to the last {@code *} only within its part of the path, and else to the last {@code
     * **}; no earlier one can help, since whatever it would skip the later one can skip as well.
     */
    boolean matches(String path) {
      int token = 0;
      int at = 0;
      int starToken = -1;
      int starAt = 0;
      int foldersToken = -1;
      int foldersAt = 0;
      while (at < path.length()) {
        int expected = token < tokens.length ? tokens[token] : Integer.MIN_VALUE;
        if (expected == REST) {
          return true;
        }
        if (expected == FOLDERS) {
          foldersToken = ++token;
          foldersAt = at;
          starToken = -1;
        } else if (expected == STAR) {
          starToken = ++token;
          starAt = at;
        } else if (accepts(expected, path.charAt(at))) {
          token++;
          at++;
        } else if (starToken >= 0 && path.charAt(starAt) != '/') {
          at = ++starAt;
          token = starToken;
        } else if (foldersToken >= 0 && path.indexOf('/', foldersAt) >= 0) {
          foldersAt = path.indexOf('/', foldersAt) + 1;
          at = foldersAt;
          token = foldersToken;
          starToken = -1;
        } else {
          return false;
        }
      }
      while (token < tokens.length && tokens[token] == STAR) {
        token++;
      }
      return token == tokens.length;
    }

    private boolean accepts(int expected, char c) {
      if (expected >= 0) {
        return expected == c;
      }
      if (c == '/' || expected == Integer.MIN_VALUE) {
        return false;
      }
      return expected == ANY || classes.get(FIRST_CLASS - expected).has(c);
    }

    Optional<String> literal() {
      StringBuilder literal = new StringBuilder();
      for (int token : tokens) {
        if (token < 0) {
          return Optional.empty();
        }
        literal.append((char) token);
      }
      return Optional.of(literal.toString());
    }

    boolean mayMatchIn(String folder) {
      StringBuilder prefix = new StringBuilder();
      for (int token : tokens) {
        if (token < 0) {
          break;
        }
        prefix.append((char) token);
      }
      String inside = folder + "/";
      String known = prefix.toString();
      return known.startsWith(inside) || inside.startsWith(known);
    }
  }

  /** The characters between brackets. */
  private record CharacterClass(String members, boolean negated) {

    /** Where the bracket opened at {@code open} closes, or -1. */
    static int end(String pattern, int open) {
      int first = open + 1;
      if (first < pattern.length()
          && (pattern.charAt(first) == '!' || pattern.charAt(first) == '^')) {
        first++;
      }
      // A bracket in first place is a member.
      return pattern.indexOf(']', first + 1);
    }

    static CharacterClass of(String inside) {
      boolean negated = inside.startsWith("!") || inside.startsWith("^");
      return new CharacterClass(negated ? inside.substring(1) : inside, negated);
    }

    boolean has(char c) {
      boolean found = false;
      for (int at = 0; at < members.length() && !found; at++) {
        boolean isRange = at + 2 < members.length() && members.charAt(at + 1) == '-';
        if (isRange) {
          found = members.charAt(at) <= c && c <= members.charAt(at + 2);
          at += 2;
        } else {
          found = members.charAt(at) == c;
        }
      }
      return found != negated;
    }
  }
}
