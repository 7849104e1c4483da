package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Undoes the escapes between double quotes and keeps track of where each piece came from. */
final class TomlEscapes {

  /** A decoded text with the way back. */
  record Decoded(String text, OffsetMap offsets) {}

  private static final int NONE = -1;

  private final TomlScanner scanner;
  private final String file;

  TomlEscapes(TomlScanner scanner) {
    this.scanner = scanner;
    this.file = scanner.text();
  }

  /**
   * Decodes what stands between two offsets. What cannot be decoded stays as it is; all bad escapes
   * of a text are one mistake, and so are all that TOML 1.0 lacks.
   *
   * @param whole the text with its quotes
   * @param multiLine whether a backslash at the end of a line joins it to the next
   */
  Decoded decode(TextRange whole, int from, int to, boolean multiLine) {
    StringBuilder text = new StringBuilder(to - from);
    OffsetMap.Builder offsets = OffsetMap.builder();
    List<TextRange> bad = new ArrayList<>(0);
    List<TextRange> newer = new ArrayList<>(0);
    int at = from;
    int runStart = from;
    while (at < to) {
      if (file.charAt(at) != '\\') {
        text.append(file.charAt(at++));
        continue;
      }
      offsets.add(at - runStart, runStart, at - runStart);
      int joined = multiLine ? endOfJoin(at + 1, to) : NONE;
      if (joined != NONE) {
        at = joined;
        runStart = at;
        continue;
      }
      char kind = at + 1 < to ? file.charAt(at + 1) : 0;
      int length = lengthOf(kind);
      int code = at + length <= to ? codeOf(at, kind, length) : NONE;
      if (code == NONE) {
        bad.add(new TextRange(at, Math.min(to, at + 2)));
        runStart = at;
        // The next character is no escape either, whatever it is.
        text.append(file, at, Math.min(to, at + 2));
        at = Math.min(to, at + 2);
        continue;
      }
      if (kind == 'e' || kind == 'x') {
        newer.add(TextRange.ofLength(at, length));
      }
      text.appendCodePoint(code);
      offsets.add(Character.charCount(code), at, length);
      at += length;
      runStart = at;
    }
    offsets.add(at - runStart, runStart, at - runStart);
    if (!bad.isEmpty()) {
      bad(whole, from, to, bad);
    } else if (!newer.isEmpty()) {
      newer(newer);
    }
    return new Decoded(text.toString(), offsets.build());
  }

  /** Where the text goes on behind a backslash that ends its line, or {@link #NONE}. */
  private int endOfJoin(int from, int to) {
    int i = from;
    while (i < to && TomlScanner.isBlank(file.charAt(i))) {
      i++;
    }
    if (i == to || (file.charAt(i) != '\n' && file.charAt(i) != '\r')) {
      return NONE;
    }
    while (i < to && (TomlScanner.isBlank(file.charAt(i)) || "\r\n".indexOf(file.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  private static int lengthOf(char kind) {
    return switch (kind) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }

  private int codeOf(int at, char kind, int length) {
    if (length == 2) {
      int simple = kind == 0 ? NONE : "\"\\bfnrte".indexOf(kind);
      return simple < 0 ? NONE : "\"\\\b\f\n\r\t\u001B".charAt(simple);
    }
    long code = 0;
    for (int i = at + 2; i < at + length; i++) {
      int digit = file.charAt(i) < 128 ? Character.digit(file.charAt(i), 16) : NONE;
      if (digit < 0) {
        return NONE;
      }
      code = code * 16 + digit;
    }
    boolean character = code <= Character.MAX_CODE_POINT && !(code >= 0xD800 && code <= 0xDFFF);
    return character ? (int) code : NONE;
  }

  private void bad(TextRange whole, int from, int to, List<TextRange> bad) {
    TextRange first = bad.get(0);
    List<Repair> repairs = new ArrayList<>(2);
    boolean onOneLine = whole.start() + 1 == from && whole.end() == to + 1;
    List<TextEdit> doubled = new ArrayList<>(bad.size());
    if (onOneLine && isPathLike(from, to)) {
      String path = file.substring(from, to);
      repairs.add(
          Repair.safe("Use single quotes for the path", new TextEdit(whole, "'" + path + "'")));
      for (int i = file.indexOf('\\', from); i >= 0 && i < to; i = file.indexOf('\\', i + 1)) {
        doubled.add(TextEdit.insert(i, "\\"));
      }
    } else {
      bad.forEach(escape -> doubled.add(TextEdit.insert(escape.start(), "\\")));
    }
    repairs.add(new Repair("Double the backslash", false, doubled));
    scanner
        .problems()
        .add(
            new SyntaxProblem(
                Kind.SYNTAX,
                first,
                "`"
                    + first.of(file)
                    + "` is no escape, and a backslash in double quotes begins one",
                whole,
                Optional.empty(),
                repairs));
  }

  /** Whether every backslash is surely meant as one. */
  private boolean isPathLike(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = file.charAt(i);
      boolean quoteEscaped = c == '\\' && i + 1 < to && "\"\\".indexOf(file.charAt(i + 1)) >= 0;
      if (c == '\'' || quoteEscaped || TomlText.isControl(c)) {
        return false;
      }
    }
    return true;
  }

  private void newer(List<TextRange> newer) {
    List<TextEdit> older = new ArrayList<>(newer.size());
    for (TextRange escape : newer) {
      String written = escape.of(file);
      String digits = written.startsWith("\\x") ? written.substring(2) : "1B";
      older.add(new TextEdit(escape, "\\u00" + digits));
    }
    TextRange first = newer.get(0);
    scanner
        .problems()
        .add(
            SyntaxProblem.of(
                Kind.TOML_NEWER_SYNTAX,
                first,
                "The escape `" + first.of(file) + "`",
                new Repair("Write `\\u` escapes", true, older)));
  }
}
