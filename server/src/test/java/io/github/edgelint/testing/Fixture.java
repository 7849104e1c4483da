package io.github.edgelint.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files with the findings that are expected in them, as one text:
 *
 * <pre>
 * What this shows, in a sentence.
 * //- etc/aziot/config.toml
 * [agent.env]
 * https_proxy = "https://proxy:3128"
 * #~             ^^^^^ EDGE201 warning: part of the message
 * //= etc/aziot/config.toml: Use `http://`
 * [agent.env]
 * https_proxy = "http://proxy:3128"
 * </pre>
 *
 * <p>A line {@code #~} stands below the line it speaks of and is not part of the file. Carets, or
 * {@code [from..to]} in columns from 0, show the range; {@code …} after them says that the range
 * goes on in the next line. A section {@code //=} holds a whole file as a fix leaves it.
 *
 * @param title the lines before the first file
 * @param files text by path
 * @param expectations what should be found, in order
 * @param fixed the fixes that are tried
 */
public record Fixture(
    String title, Map<String, String> files, List<Expectation> expectations, List<AfterFix> fixed) {

  /**
   * A finding that should be there.
   *
   * @param line from 0, in the file without expectation lines
   * @param start first column, from 0
   * @param end column after the last one in this line
   * @param severity its word
   * @param message a part of the message; empty for any
   */
  public record Expectation(
      String path, int line, int start, int end, String code, String severity, String message) {

    @Override
    public String toString() {
      return path + ":" + (line + 1) + " [" + start + ".." + end + "] " + code + " " + severity;
    }
  }

  /** The text of a file after the fix of this title has been applied. */
  public record AfterFix(String path, String title, String text) {}

  public static Fixture parse(String text) {
    StringBuilder title = new StringBuilder();
    Map<String, String> files = new LinkedHashMap<>();
    List<Expectation> expectations = new ArrayList<>();
    List<AfterFix> fixed = new ArrayList<>();
    String head = null;
    StringBuilder body = new StringBuilder();
    int line = 0;
    for (String raw : text.split("\n", -1)) {
      if (raw.startsWith("//- ") || raw.startsWith("//= ")) {
        close(head, body, files, fixed);
        head = raw;
        body.setLength(0);
        line = 0;
      } else if (head == null) {
        title.append(raw).append('\n');
      } else if (raw.startsWith("#~")) {
        expectations.add(expectation(head.substring(4).strip(), line - 1, raw));
      } else {
        body.append(raw).append('\n');
        line++;
      }
    }
    close(head, body, files, fixed);
    return new Fixture(title.toString().strip(), files, expectations, fixed);
  }

  private static void close(
      String head, StringBuilder body, Map<String, String> files, List<AfterFix> fixed) {
    if (head == null) {
      return;
    }
    // The split gives an empty line after the last line end.
    String text = body.toString();
    text = text.endsWith("\n\n") || text.equals("\n") ? text.substring(0, text.length() - 1) : text;
    String name = head.substring(4).strip();
    if (head.startsWith("//- ")) {
      files.put(name, text);
    } else {
      int colon = name.indexOf(": ");
      fixed.add(new AfterFix(name.substring(0, colon), name.substring(colon + 2), text));
    }
  }

  private static Expectation expectation(String path, int line, String raw) {
    String rest = raw.substring(2);
    int start;
    int end;
    if (rest.strip().startsWith("[")) {
      String[] ends = rest.strip().substring(1, rest.strip().indexOf(']')).split("\\.\\.");
      start = Integer.parseInt(ends[0]);
      end = Integer.parseInt(ends[1]);
      rest = rest.substring(rest.indexOf(']') + 1);
    } else {
      start = raw.indexOf('^');
      end = start;
      while (end < raw.length() && raw.charAt(end) == '^') {
        end++;
      }
      rest = raw.substring(end);
    }
    String[] words = rest.replaceFirst("^…", "").strip().split("\\s+", 2);
    String[] severity = words[1].split(":\\s*", 2);
    return new Expectation(
        path,
        line,
        start,
        end,
        words[0],
        severity[0],
        severity.length > 1 ? severity[1].strip() : "");
  }
}
