package io.github.edgelint.workspace;

import java.util.HashSet;
import java.util.Set;

/**
 * A quick look at a TOML file: which of some keys and tables stand in its first two levels. Reads
 * line by line and builds no tree, so that it costs next to nothing in files that are none of ours;
 * errors do not disturb it.
 */
final class TomlOutline {

  private static final int DEPTH = 2;
  private static final String UNWANTED = "\0";

  private final Set<String> roots;
  private final Set<String> active = new HashSet<>();
  private final Set<String> elements = new HashSet<>();
  private final Set<String> commented = new HashSet<>();
  private boolean anyActive;

  private TomlOutline(Set<String> roots) {
    this.roots = roots;
  }

  /**
   * @param roots the names of the first level that are looked for; all others are passed over
   */
  static TomlOutline of(String text, Set<String> roots) {
    TomlOutline outline = new TomlOutline(roots);
    outline.read(text);
    return outline;
  }

  /** Whether anything but comments stands in the file. */
  boolean hasActiveLines() {
    return anyActive;
  }

  /** Whether a key or table of this dotted name is there; at most two names long. */
  boolean has(String path) {
    return active.contains(path);
  }

  /** Whether this is the name of an array of tables. */
  boolean hasElements(String path) {
    return elements.contains(path);
  }

  /** Whether a table of this dotted name, or one below it, is there as a comment. */
  boolean hasCommentedTable(String path) {
    return commented.contains(path);
  }

  private void read(String text) {
    String table = "";
    String openString = "";
    for (int at = 0; at < text.length(); ) {
      int lineBreak = text.indexOf('\n', at);
      int end = lineBreak < 0 ? text.length() : lineBreak;
      int start = skipBlanks(text, at, end);
      if (!openString.isEmpty()) {
        openString = isOdd(text.substring(at, end), openString) ? "" : openString;
      } else if (start < end && text.charAt(start) == '#') {
        noteComment(text, start, end);
      } else if (start < end) {
        anyActive = true;
        String line = text.substring(start, end);
        if (line.charAt(0) == '[') {
          table = noteHeader(line, active);
        } else {
          noteKey(table, line);
          openString = openedString(line);
        }
      }
      at = end + 1;
    }
  }

  private static int skipBlanks(String text, int at, int end) {
    int next = at;
    while (next < end && (text.charAt(next) <= ' ' || text.charAt(next) == '\uFEFF')) {
      next++;
    }
    return next;
  }

  private void noteComment(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == '#') {
      at++;
    }
    at = skipBlanks(text, at, end);
    if (at < end && text.charAt(at) == '[') {
      noteHeader(text.substring(at, end), commented);
    }
  }

  /** Gives the name of the table that a header opens. */
  private String noteHeader(String line, Set<String> into) {
    boolean element = line.startsWith("[[");
    int name = element ? 2 : 1;
    int close = line.indexOf(']', name);
    if (close < 0) {
      return UNWANTED;
    }
    String path = note("", line.substring(name, close), into);
    if (element && into == active) {
      elements.add(path);
    }
    return path;
  }

  private void noteKey(String table, String line) {
    int equals = line.indexOf('=');
    if (table.equals(UNWANTED) || equals < 0) {
      return;
    }
    String path = note(table, line.substring(0, equals), active);
    int value = skipBlanks(line, equals + 1, line.length());
    if (!path.equals(UNWANTED) && value < line.length() && line.charAt(value) == '{') {
      noteInlineKeys(path, line, value + 1);
    }
  }

  private void noteInlineKeys(String table, String line, int start) {
    int name = start;
    for (int at = start; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '{' || c == ',') {
        name = at + 1;
      } else if (c == '=' && name >= 0) {
        note(table, line.substring(name, at), active);
        name = -1;
      }
    }
  }

  /** Adds a dotted name below a table, and all names on the way; gives the whole. */
  private String note(String table, String dotted, Set<String> into) {
    String path = table;
    int depth = table.isEmpty() ? 0 : table.indexOf('.') < 0 ? 1 : DEPTH;
    for (String part : dotted.split("\\.", -1)) {
      String name = unquoted(part.strip());
      if (depth == 0 && !roots.contains(name)) {
        return UNWANTED;
      }
      path = depth == 0 ? name : path + "." + name;
      if (depth++ < DEPTH) {
        into.add(path);
      }
    }
    return path;
  }

  private static String unquoted(String name) {
    boolean quoted =
        name.length() >= 2
            && (name.charAt(0) == '"' || name.charAt(0) == '\'')
            && name.charAt(name.length() - 1) == name.charAt(0);
    return quoted ? name.substring(1, name.length() - 1) : name;
  }

  /** The quotes of a text that this line opens and does not close; empty when there is none. */
  private static String openedString(String line) {
    if (isOdd(line, "\"\"\"")) {
      return "\"\"\"";
    }
    return isOdd(line, "'''") ? "'''" : "";
  }

  private static boolean isOdd(String line, String quotes) {
    boolean odd = false;
    int at = line.indexOf(quotes);
    while (at >= 0) {
      odd = !odd;
      at = line.indexOf(quotes, at + quotes.length());
    }
    return odd;
  }
}
