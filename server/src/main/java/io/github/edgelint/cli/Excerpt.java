package io.github.edgelint.cli;

import io.github.edgelint.rules.Printable;
import io.github.edgelint.rules.Secrets;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The line of a finding and the marks below it, fit to be printed: secrets masked, tabs and control
 * characters as blanks, a long line cut to what is near.
 *
 * @param number the line, from 1
 * @param before the line, or the part of it near the finding, up to the finding
 * @param marked the finding
 * @param after what follows it
 * @param underline blanks and carets that stand below the text
 */
record Excerpt(String number, String before, String marked, String after, String underline) {

  private static final int WIDTH = 100;

  /** What shows the places of one document. */
  static Function<TextRange, Excerpt> in(Document document) {
    List<TextRange> secrets = Secrets.in(document.tree());
    return range -> of(document.source(), secrets, range);
  }

  /**
   * @param keyed the secrets that their keys make ones
   */
  private static Excerpt of(SourceText source, List<TextRange> keyed, TextRange range) {
    LineIndex lines = source.lines();
    int line = lines.lineOf(range.start());
    int lineStart = lines.lineStart(line);
    int lineEnd = lines.lineEnd(line);
    int start = Math.min(range.start(), lineEnd);
    int end = Math.max(start, Math.min(range.end(), lineEnd));
    List<TextRange> secrets = secrets(source, keyed, new TextRange(lineStart, lineEnd));
    for (TextRange secret : secrets) {
      // What stands in a secret is shown by the mask as a whole.
      start = secret.start() < start && start < secret.end() ? secret.start() : start;
      end = secret.start() < end && end < secret.end() ? secret.end() : end;
    }

    int from = lineStart;
    if (lineEnd - lineStart > WIDTH) {
      from = Math.max(lineStart, Math.min(start - WIDTH / 3, lineEnd - WIDTH));
    }
    int to = Math.min(lineEnd, from + WIDTH);
    end = Math.min(end, to);
    String before = shown(source.text(), from, start, secrets);
    String marked = shown(source.text(), start, end, secrets);
    String after = shown(source.text(), end, to, secrets);
    String open = from > lineStart ? "…" : "";
    return new Excerpt(
        Integer.toString(line + 1),
        open + before,
        marked,
        after + (to < lineEnd ? "…" : ""),
        " ".repeat(width(open + before)) + "^".repeat(Math.max(1, width(marked))));
  }

  /** The line as it is shown. */
  String text() {
    return before + marked + after;
  }

  /**
   * What must not be shown of a line: what looks like a secret, and what its key makes one. They
   * are looked for in the whole line, so that none is cut in two.
   */
  private static List<TextRange> secrets(SourceText source, List<TextRange> keyed, TextRange line) {
    List<TextRange> found = new ArrayList<>();
    for (TextRange secret : Secrets.find(line.of(source.text()))) {
      found.add(secret.shift(line.start()));
    }
    for (TextRange secret : keyed) {
      if (secret.intersects(line)) {
        found.add(secret);
      }
    }
    found.sort(null);
    return found;
  }

  private static String shown(String text, int from, int to, List<TextRange> secrets) {
    StringBuilder shown = new StringBuilder(to - from);
    int done = from;
    for (TextRange secret : secrets) {
      int start = Math.max(done, secret.start());
      int end = Math.min(to, secret.end());
      if (start < end) {
        // A secret that began in the part before was masked there.
        shown.append(text, done, start).append(secret.start() >= from ? Secrets.MASK : "");
        done = end;
      }
    }
    shown.append(text, Math.min(done, to), to);
    for (int i = 0; i < shown.length(); i++) {
      if (shown.charAt(i) == '\t') {
        shown.setCharAt(i, ' ');
      }
    }
    return Printable.of(shown.toString());
  }

  /** Columns on a terminal; wide characters of East Asian scripts take two. */
  private static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
        continue;
      }
      width += isWide(c) ? 2 : 1;
    }
    return width;
  }

  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD));
  }
}
