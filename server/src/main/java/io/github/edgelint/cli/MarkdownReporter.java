package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.text.Position;
import java.io.PrintWriter;

/** A summary for the page of a job: a table of all findings. */
final class MarkdownReporter implements Reporter {

  @Override
  public void write(Report report, PrintWriter out) {
    out.println("## edgelint");
    out.println();
    out.println(Summary.of(report));
    if (report.findings().isEmpty()) {
      return;
    }
    out.println();
    out.println("| | place | finding |");
    out.println("|---|---|---|");
    for (Finding finding : report.findings()) {
      Position start = Report.start(finding);
      out.println(
          "| "
              + finding.severity().word()
              + " | "
              + escape(
                  report.shownPath(finding.document().path()).replace("`", "'")
                      + ":"
                      + (start.line() + 1))
              + " | ["
              + finding.code()
              + "]("
              + Links.rule(finding.rule())
              + ") "
              + escape(finding.message().text())
              + " |");
    }
  }

  /** Keeps a text inside its cell, and keeps it from becoming markup, apart from code marks. */
  static String escape(String text) {
    // Two in a row, or one that nothing closes, make no code of what we would take for it.
    boolean codes = !text.contains("``") && text.chars().filter(c -> c == '`').count() % 2 == 0;
    String markup = codes ? "<>&[]*_\\#!" : "<>&[]*_\\#!`";
    StringBuilder escaped = new StringBuilder();
    boolean code = false;
    for (char c : text.toCharArray()) {
      code ^= codes && c == '`';
      if (c == '|') {
        escaped.append("\\|");
      } else if (!code && markup.indexOf(c) >= 0) {
        escaped.append("&#").append((int) c).append(';');
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
