package io.github.edgelint.syntax.json;

import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;

/** Undoes the escapes of a JSON string and keeps track of where each piece came from. */
final class JsonStrings {

  /**
   * A decoded text with the way back.
   *
   * @param offsets null for a text that stands unchanged between its quotes
   */
  record Decoded(String text, OffsetMap offsets) {}

  private JsonStrings() {}

  /** What stands between two offsets of a file, where there is nothing to decode. */
  static Decoded verbatim(String file, int from, int to) {
    return new Decoded(file.substring(from, to), null);
  }

  /**
   * Decodes what stands between two offsets of a file.
   *
   * @param problems gets bad escapes and control characters; what cannot be decoded stays as it is
   */
  static Decoded decode(String file, int from, int to, List<SyntaxProblem> problems) {
    StringBuilder text = new StringBuilder(to - from);
    OffsetMap.Builder offsets = OffsetMap.builder();
    int at = from;
    int runStart = from;
    while (at < to) {
      char c = file.charAt(at);
      if (c < ' ') {
        TextRange range = TextRange.ofLength(at, 1);
        problems.add(
            SyntaxProblem.of(
                Kind.SYNTAX,
                range,
                "an escape such as `\\t` instead of a control character",
                Repair.safe(
                    "Write the control character as an escape",
                    new TextEdit(range, c == '\t' ? "\\t" : String.format("\\u%04x", (int) c)))));
      }
      if (c != '\\') {
        at++;
        continue;
      }
      text.append(file, runStart, at);
      offsets.add(at - runStart, runStart, at - runStart);
      int length = escape(file, at, to, text, problems);
      offsets.add(1, at, length);
      at += length;
      runStart = at;
    }
    text.append(file, runStart, at);
    offsets.add(at - runStart, runStart, at - runStart);
    return new Decoded(text.toString(), offsets.build());
  }

  /** Appends the one code unit an escape stands for; gives the length of the escape. */
  private static int escape(
      String file, int at, int to, StringBuilder text, List<SyntaxProblem> problems) {
    char kind = at + 1 < to ? file.charAt(at + 1) : 0;
    int simple = "\"\\/bfnrt".indexOf(kind);
    if (kind != 0 && simple >= 0) {
      text.append("\"\\/\b\f\n\r\t".charAt(simple));
      return 2;
    }
    if (kind == '\'' && inSingleQuotes(file, to)) {
      text.append(kind);
      return 2;
    }
    int code = kind == 'u' ? hex(file, at + 2, Math.min(at + 6, to)) : -1;
    if (code >= 0) {
      text.append((char) code);
      return 6;
    }
    text.append('\\');
    TextRange range = new TextRange(at, Math.min(to, at + 2));
    problems.add(
        SyntaxProblem.of(
            Kind.SYNTAX,
            range,
            "an escape that JSON knows (a backslash itself is written `\\\\`)",
            Repair.unsafe("Double the backslash", TextEdit.insert(at, "\\"))));
    return 1;
  }

  /** The quotes themselves were reported; what they make of an escape is not another mistake. */
  private static boolean inSingleQuotes(String file, int to) {
    return to < file.length() && file.charAt(to) == '\'';
  }

  private static int hex(String file, int from, int to) {
    if (to - from != 4) {
      return -1;
    }
    int code = 0;
    for (int i = from; i < to; i++) {
      int digit = file.charAt(i) < 128 ? Character.digit(file.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }
}
