package io.github.edgelint.syntax.toml;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;

/** The brackets and braces that are open at a place, and those that were never closed. */
final class Brackets {

  private final TomlScanner scanner;
  private final TomlStrings strings;
  private final int[] opened = new int[ConfigTree.MAX_DEPTH + 1];
  private int size;
  private int braces;
  private boolean abandoned;

  Brackets(TomlScanner scanner, TomlStrings strings) {
    this.scanner = scanner;
    this.strings = strings;
  }

  /** A new value of a key begins. */
  void reset() {
    size = 0;
    braces = 0;
    abandoned = false;
  }

  /** The bracket at the place of the scanner opens. */
  void open(char bracket) {
    opened[size++] = scanner.at();
    braces += bracket == '{' ? 1 : 0;
  }

  /** The innermost open bracket is done with. */
  void close() {
    braces -= scanner.text().charAt(opened[--size]) == '{' ? 1 : 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether the value was left without its closing brackets; everything around it ends as well. */
  boolean areAbandoned() {
    return abandoned;
  }

  /** Ends the innermost value at a closing bracket of the other kind. */
  void endWithOther(char wanted) {
    boolean closesOuter = wanted == ']' ? braces > 0 : size > braces;
    if (closesOuter) {
      TextRange gap = TextRange.at(scanner.lastEnd());
      if (!isReported(gap)) {
        scanner.report(
            gap,
            "`" + wanted + "` is missing",
            Repair.unsafe(
                "Insert the closing bracket", TextEdit.insert(gap.end(), String.valueOf(wanted))));
      }
      return;
    }
    TextRange other = TextRange.ofLength(scanner.at(), 1);
    String found = other.of(scanner.text());
    scanner.take(TokenKind.ERROR, other.end());
    scanner.report(
        other,
        "`" + wanted + "` must stand here, not `" + found + "`",
        new Repair(
            "Write `" + wanted + "`",
            endsLine(),
            List.of(new TextEdit(other, String.valueOf(wanted)))));
  }

  private boolean endsLine() {
    int at = scanner.at();
    return scanner.text().substring(at, scanner.lineEnd(at)).isBlank();
  }

  // Of several brackets missing in one place the first says enough.
  private boolean isReported(TextRange gap) {
    List<SyntaxProblem> problems = scanner.problems();
    return !problems.isEmpty() && problems.get(problems.size() - 1).range().equals(gap);
  }

  /** Gives up on everything that is open, which is one mistake. */
  void abandon() {
    if (abandoned) {
      return;
    }
    abandoned = true;
    if (size == 0 || strings.isOpenAt(scanner.lastEnd())) {
      return;
    }
    int end = scanner.lastEnd();
    StringBuilder closing = new StringBuilder();
    for (int i = size - 1; i >= 0; i--) {
      closing.append(lead(opened[i], end)).append(closing(opened[i]));
    }
    String title = size == 1 ? "Insert the closing bracket" : "Insert the closing brackets";
    int innermost = opened[size - 1];
    scanner
        .problems()
        .add(
            new SyntaxProblem(
                Kind.SYNTAX,
                TextRange.at(end),
                "`" + closing(innermost) + "` is missing",
                new TextRange(opened[0], end),
                Optional.of(TextRange.ofLength(innermost, 1)),
                List.of(Repair.unsafe(title, TextEdit.insert(end, closing.toString())))));
  }

  private char closing(int open) {
    return scanner.text().charAt(open) == '{' ? '}' : ']';
  }

  /** Line end and indentation for a bracket that closes the one at {@code open}. */
  private String lead(int open, int end) {
    String text = scanner.text();
    int lineEnd = scanner.lineEnd(open);
    if (lineEnd >= end) {
      return "";
    }
    int start = open;
    while (start > 0 && !TomlScanner.isLineEnd(text.charAt(start - 1))) {
      start--;
    }
    int first = start;
    while (first < open && TomlScanner.isBlank(text.charAt(first))) {
      first++;
    }
    return (text.startsWith("\r\n", lineEnd) ? "\r\n" : "\n") + text.substring(start, first);
  }
}
