package io.github.edgelint.rules;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.testing.Project;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.Position;
import java.util.List;

/** Findings as lines of text, for the reports of failing tests and for fixtures. */
final class Findings {

  private Findings() {}

  static String list(Analysis analysis) {
    return list(analysis.findings());
  }

  static String list(List<Finding> findings) {
    StringBuilder text = new StringBuilder("findings:\n");
    for (Finding finding : findings) {
      Position start = finding.document().source().lines().position(finding.range().start());
      text.append(finding.document().path().relativeTo(Project.ROOT))
          .append(':')
          .append(start.line() + 1)
          .append(':')
          .append(start.column() + 1)
          .append(' ')
          .append(finding.code())
          .append(' ')
          .append(finding.severity().word())
          .append(": ")
          .append(finding.message().text())
          .append(' ')
          .append(finding.fixes())
          .append('\n');
    }
    return text.toString();
  }

  /** The line of a fixture that expects this finding. */
  static String expectation(Finding finding) {
    LineIndex lines = finding.document().source().lines();
    Position start = lines.position(finding.range().start());
    int end = Math.min(finding.range().end(), lines.lineEnd(start.line()));
    int to = Math.max(end - lines.lineStart(start.line()), start.column());
    boolean goesOn = finding.range().end() > lines.lineEndWithBreak(start.line());
    String carets =
        start.column() >= 3 && to > start.column()
            ? "#~" + " ".repeat(start.column() - 2) + "^".repeat(to - start.column())
            : "#~ [" + start.column() + ".." + to + "]";
    return carets
        + (goesOn ? "…" : "")
        + " "
        + finding.code()
        + " "
        + finding.severity().word()
        + ": "
        + finding.message().text();
  }
}
