package io.github.edgelint.iotedge.value;

import io.github.edgelint.iotedge.value.SystemdEnvironment.Finding;
import io.github.edgelint.iotedge.value.SystemdEnvironment.Problem;
import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/**
 * One word of an {@code Environment=} line after quotes and backslash escapes are undone; percent
 * signs are not.
 *
 * @param text the word without quotes
 * @param range where it stands, quotes included
 * @param offsets from {@code text} to the line
 * @param findings unclosed quote or bad escape
 */
record SystemdWord(String text, TextRange range, OffsetMap offsets, List<Finding> findings) {

  // Specifiers of unit files (systemd.unit(5), "Specifiers").
  private static final String SPECIFIERS = "aAbBCdDEfgGhHiIjJlLmMnNopPqrRsStTuUvVwWyY";

  // A longer one is none, which also keeps the search linear.
  private static final int LONGEST_EXPRESSION = 200;

  /** The name in front of the equals sign; empty when the word is no assignment. */
  String name() {
    int equals = text.indexOf('=');
    String name = equals < 0 ? "" : text.substring(0, equals);
    return SystemdEnvironment.NAME.matcher(name).matches() ? name : "";
  }

  static List<SystemdWord> split(String raw) {
    List<SystemdWord> words = new ArrayList<>();
    int at = 0;
    while (true) {
      while (at < raw.length() && isBlank(raw, at)) {
        at++;
      }
      if (at >= raw.length()) {
        return words;
      }
      SystemdWord word = new Scanner(raw, at).word();
      words.add(word);
      at = word.range().end();
    }
  }

  /**
   * The part of a word from {@code from} on with {@code %%} undone, noting its way back and the
   * single signs.
   */
  static String undoubled(
      SystemdWord word, int from, OffsetMap.Builder offsets, List<Finding> findings) {
    String text = word.text();
    StringBuilder value = new StringBuilder();
    for (int i = from; i < text.length(); ) {
      boolean doubled = text.startsWith("%%", i);
      int length = doubled ? 2 : 1;
      if (text.charAt(i) == '%' && !doubled && !isDirective(text, i)) {
        findings.add(singlePercent(word, i));
      }
      TextRange source = word.offsets().toSource(TextRange.ofLength(i, length));
      offsets.add(1, source.start(), source.length());
      value.append(text.charAt(i));
      i += length;
    }
    return value.toString();
  }

  /** Whether a percent sign belongs to <code>{% … %}</code>, which a template tool takes out. */
  private static boolean isDirective(String text, int at) {
    return text.startsWith("{%", at - 1) || text.startsWith("%}", at);
  }

  private static Finding singlePercent(SystemdWord word, int at) {
    char next = at + 1 < word.text().length() ? word.text().charAt(at + 1) : ' ';
    boolean couldBe =
        (next >= '0' && next <= '9')
            || (next >= 'a' && next <= 'z')
            || (next >= 'A' && next <= 'Z');
    Problem problem =
        SPECIFIERS.indexOf(next) >= 0
            ? Problem.SPECIFIER
            : couldBe ? Problem.UNKNOWN_SPECIFIER : Problem.LONE_PERCENT;
    TextRange range = word.offsets().toSource(TextRange.ofLength(at, 1));
    return new Finding(problem, range, List.of(new TextEdit(range, "%%")));
  }

  // A backslash and line end joins two lines; systemd reads it as a blank.
  private static boolean isBlank(String raw, int at) {
    char c = raw.charAt(at);
    boolean joined =
        c == '\\'
            && at + 1 < raw.length()
            && (raw.charAt(at + 1) == '\n' || raw.charAt(at + 1) == '\r');
    return joined || c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** Reads one word. */
  private static final class Scanner {
    private final String raw;
    private final int start;
    private final StringBuilder text = new StringBuilder();
    private final OffsetMap.Builder offsets = OffsetMap.builder();
    private final List<Finding> findings = new ArrayList<>();
    private int at;

    Scanner(String raw, int start) {
      this.raw = raw;
      this.start = start;
      this.at = start;
    }

    SystemdWord word() {
      char quote = 0;
      int quoteStart = start;
      while (at < raw.length() && (quote != 0 || !isBlank(raw, at))) {
        char c = raw.charAt(at);
        int expression = expressionEnd();
        if (expression > at) {
          // A tool writes another text here before systemd reads the file.
          while (at < expression) {
            append(raw.charAt(at), 1);
          }
        } else if (quote == 0 && (c == '"' || c == '\'')) {
          quote = c;
          quoteStart = at++;
        } else if (c == quote) {
          quote = 0;
          at++;
        } else if (isBlank(raw, at)) {
          lineOrBlank();
        } else if (c == '\\') {
          escape();
        } else {
          append(c, 1);
        }
      }
      if (quote != 0) {
        TextRange opening = TextRange.ofLength(quoteStart, 1);
        findings.add(new Finding(Problem.UNCLOSED_QUOTE, opening, closed(opening)));
      }
      return new SystemdWord(
          text.toString(), new TextRange(start, at), offsets.build(), List.copyOf(findings));
    }

    /** A quote at the end belongs to nothing; one before a single word lacks its partner. */
    private List<TextEdit> closed(TextRange opening) {
      String rest = raw.substring(opening.end(), at);
      if (rest.isBlank()) {
        return List.of(TextEdit.delete(opening));
      }
      boolean oneWord = rest.strip().chars().noneMatch(c -> " \t\r\n\"'".indexOf(c) >= 0);
      return oneWord
          ? List.of(TextEdit.insert(opening.end() + rest.stripTrailing().length(), opening.of(raw)))
          : List.of();
    }

    /** The end of what a template tool replaces here, on this line; else where we are. */
    private int expressionEnd() {
      boolean value = raw.startsWith("{{", at);
      if (!value && !raw.startsWith("{%", at)) {
        return at;
      }
      String rest = raw.substring(at, Math.min(raw.length(), at + LONGEST_EXPRESSION));
      int end = rest.indexOf(value ? "}}" : "%}", 2);
      int line = rest.indexOf('\n');
      return end < 0 || (line >= 0 && line < end) ? at : at + end + 2;
    }

    private void lineOrBlank() {
      boolean joined = raw.charAt(at) == '\\';
      boolean crlf = joined && raw.startsWith("\r\n", at + 1);
      append(joined ? ' ' : raw.charAt(at), joined ? crlf ? 3 : 2 : 1);
    }

    private void escape() {
      char letter = at + 1 < raw.length() ? raw.charAt(at + 1) : 0;
      int simple = "abfnrtv\\\"'s".indexOf(letter);
      if (letter != 0 && simple >= 0) {
        append("\u0007\b\f\n\r\t\u000b\\\"' ".charAt(simple), 2);
        return;
      }
      int digits =
          letter == 'x'
              ? 2
              : letter == 'u' ? 4 : letter == 'U' ? 8 : letter >= '0' && letter <= '7' ? 3 : 0;
      int from = letter >= '0' && letter <= '7' ? at + 1 : at + 2;
      int radix = from == at + 1 ? 8 : 16;
      int code = digits == 0 ? -1 : number(from, digits, radix);
      if (code > 0 && Character.isValidCodePoint(code)) {
        append(Character.toString(code), from + digits - at);
      } else {
        finding(Problem.BAD_ESCAPE, new TextRange(at, Math.min(raw.length(), at + 2)));
        append('\\', 1);
      }
    }

    private int number(int from, int digits, int radix) {
      if (from + digits > raw.length()) {
        return -1;
      }
      long number = 0;
      for (int i = from; i < from + digits; i++) {
        int digit = Character.digit(raw.charAt(i), radix);
        if (digit < 0 || raw.charAt(i) > 'f') {
          return -1;
        }
        number = number * radix + digit;
      }
      return number > Character.MAX_CODE_POINT ? -1 : (int) number;
    }

    private void append(char c, int length) {
      append(String.valueOf(c), length);
    }

    private void append(String piece, int length) {
      text.append(piece);
      offsets.add(piece.length(), at, length);
      at += length;
    }

    private void finding(Problem problem, TextRange range) {
      findings.add(new Finding(problem, range, List.of()));
    }
  }
}
