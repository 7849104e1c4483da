package io.github.edgelint.iotedge.value;

import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The value of an {@code Environment=} line: blank-separated words, quoted and escaped in systemd's
 * way.
 *
 * <p>systemd removes quotes and backslash escapes, splits at the unquoted blanks, replaces percent
 * specifiers, and drops every word that is then no {@code NAME=value}. Sources: systemd.exec(5),
 * {@code Environment=}; systemd.syntax(7), "Quoting"; systemd/systemd:src/basic/extract-word.c and
 * src/shared/specifier.c.
 *
 * <p>{@code toString()} of its parts shows names only, since values hold proxy passwords.
 */
public final class SystemdEnvironment {

  /** What systemd does not do as the author meant it. */
  public enum Problem {
    /** An unquoted blank ends the value; the words behind it are no assignments and are dropped. */
    SPLIT_AT_BLANK,
    /** Quotes stand around the value only; documented are quotes around the whole assignment. */
    VALUE_QUOTED,
    /** {@code %} and a letter that systemd replaces, so that the value changes. */
    SPECIFIER,
    /** {@code %} and a letter or digit that is no specifier; systemd drops the whole assignment. */
    UNKNOWN_SPECIFIER,
    /** {@code %} before any other character or at the end; it stays as it is. */
    LONE_PERCENT,
    /** A quote that is never closed; systemd ignores the rest of the line from this word on. */
    UNCLOSED_QUOTE,
    /**
     * A backslash sequence that does not exist; systemd ignores the rest of the line from this word
     * on.
     */
    BAD_ESCAPE,
    /** A word that is no assignment and does not continue one; systemd drops it. */
    NO_ASSIGNMENT
  }

  /**
   * A problem and its place.
   *
   * @param range the faulty part, in offsets of the raw value
   * @param repair edits of the raw value that remove the problem; empty when the intention is open
   */
  public record Finding(Problem problem, TextRange range, List<TextEdit> repair) {}

  /**
   * One {@code NAME=value}.
   *
   * @param range the whole word with its quotes, in the raw value
   * @param nameRange the name, in the raw value
   * @param value what the service gets, apart from specifiers, which stay as they are written
   * @param offsets from {@code value} to the raw value
   * @param findings what is wrong with this assignment; several percent signs are several findings
   */
  public record Assignment(
      String name,
      String value,
      TextRange range,
      TextRange nameRange,
      OffsetMap offsets,
      List<Finding> findings) {

    @Override
    public String toString() {
      return name + "=…";
    }
  }

  static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final List<Assignment> assignments;
  private final List<Finding> stray;
  private final boolean reset;

  private SystemdEnvironment(List<Assignment> assignments, List<Finding> stray, boolean reset) {
    this.assignments = List.copyOf(assignments);
    this.stray = List.copyOf(stray);
    this.reset = reset;
  }

  /** Reads everything behind the equals sign of {@code Environment=}. */
  public static SystemdEnvironment parse(String raw) {
    List<SystemdWord> words = SystemdWord.split(raw);
    List<Assignment> assignments = new ArrayList<>();
    List<Finding> stray = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      SystemdWord word = words.get(i);
      if (word.name().isEmpty()) {
        stray.add(new Finding(Problem.NO_ASSIGNMENT, word.range(), List.of()));
        continue;
      }
      int last = i;
      while (last + 1 < words.size() && words.get(last + 1).name().isEmpty()) {
        last++;
      }
      assignments.add(assignment(raw, word, words.get(last)));
      if (!word.findings().isEmpty()) {
        break; // systemd reads no further
      }
      i = last;
    }
    return new SystemdEnvironment(assignments, stray, raw.isBlank());
  }

  /** The word that sets {@code name} to {@code value}, quoted as a whole, percent signs doubled. */
  public static String word(String name, String value) {
    return '"'
        + name
        + '='
        + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%")
        + '"';
  }

  /** A part of a value so that it means the same with and without quotes around the word. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\', '"', '\'' -> escaped.append('\\').append(c);
        case '%' -> escaped.append("%%");
        case ' ' -> escaped.append("\\s");
        case '\t' -> escaped.append("\\t");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The words of a line such as {@code UnsetEnvironment=}, without quotes and escapes. */
  public static List<String> words(String raw) {
    return SystemdWord.split(raw).stream().map(SystemdWord::text).toList();
  }

  /** The assignments from left to right; of two for one name the later counts. */
  public List<Assignment> assignments() {
    return assignments;
  }

  /** Words before the first assignment, which systemd drops. */
  public List<Finding> strayWords() {
    return stray;
  }

  /** Whether the line is an empty assignment, which clears everything set before. */
  public boolean isReset() {
    return reset;
  }

  private static Assignment assignment(String raw, SystemdWord word, SystemdWord last) {
    List<Finding> findings = new ArrayList<>();
    boolean split = last.range().start() != word.range().start();
    if (split) {
      TextRange all = word.range().union(last.range());
      findings.add(new Finding(Problem.SPLIT_AT_BLANK, all, quoteAll(raw, all)));
    }
    String name = word.name();
    int valueStart = name.length() + 1;
    TextRange nameRange = word.offsets().toSource(new TextRange(0, name.length()));
    if (!split) {
      quotedValue(raw, word, nameRange).ifPresent(findings::add);
    }
    findings.addAll(word.findings());
    OffsetMap.Builder offsets = OffsetMap.builder();
    String value = SystemdWord.undoubled(word, valueStart, offsets, findings);
    OffsetMap map = value.isEmpty() ? OffsetMap.verbatim(nameRange.end() + 1, 0) : offsets.build();
    return new Assignment(name, value, word.range(), nameRange, map, List.copyOf(findings));
  }

  private static List<TextEdit> quoteAll(String raw, TextRange range) {
    String text = range.of(raw);
    if (text.indexOf('"') >= 0 || text.indexOf('\'') >= 0 || text.indexOf('\\') >= 0) {
      return List.of();
    }
    return List.of(TextEdit.insert(range.start(), "\""), TextEdit.insert(range.end(), "\""));
  }

  // NAME="value": the opening quote moves in front of the name.
  private static Optional<Finding> quotedValue(String raw, SystemdWord word, TextRange name) {
    TextRange range = word.range();
    int open = name.end() + 1;
    if (name.start() != range.start() || open >= range.end() - 1) {
      return Optional.empty();
    }
    char quote = raw.charAt(open);
    boolean around =
        (quote == '"' || quote == '\'')
            && raw.charAt(range.end() - 1) == quote
            && raw.indexOf(quote, open + 1) == range.end() - 1;
    if (!around || raw.charAt(name.end()) != '=') {
      return Optional.empty();
    }
    List<TextEdit> repair =
        List.of(
            TextEdit.insert(name.start(), String.valueOf(quote)),
            TextEdit.delete(TextRange.ofLength(open, 1)));
    return Optional.of(new Finding(Problem.VALUE_QUOTED, range, repair));
  }
}
