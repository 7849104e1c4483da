package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.Position;
import java.io.PrintWriter;

/**
 * Annotations of GitHub Actions. GitHub shows ten of a kind per step, so a first one counts them
 * all. Source: GitHub documentation, "Workflow commands for GitHub Actions".
 */
final class GithubReporter implements Reporter {

  @Override
  public void write(Report report, PrintWriter out) {
    if (!report.findings().isEmpty()) {
      out.println("::notice title=edgelint::" + data(Summary.of(report)));
    }
    for (Finding finding : report.findings()) {
      Position start = Report.start(finding);
      Position end = Report.end(finding);
      out.println(
          "::"
              + command(finding.severity())
              + " file="
              + property(report.shownPath(finding.document().path()))
              + ",line="
              + (start.line() + 1)
              + ",endLine="
              + (end.line() + 1)
              + (end.line() == start.line() ? columns(start, end) : "")
              + ",title="
              + property(finding.code() + " " + finding.rule().slug())
              + "::"
              + data(finding.message().text()));
    }
  }

  /** GitHub takes columns of a single line only. */
  private static String columns(Position start, Position end) {
    return ",col=" + (start.column() + 1) + ",endColumn=" + (end.column() + 1);
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
