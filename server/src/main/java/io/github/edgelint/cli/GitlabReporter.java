package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import java.io.PrintWriter;

/** A Code Quality report. Source: GitLab documentation, "Code Quality report format". */
final class GitlabReporter implements Reporter {

  @Override
  public void write(Report report, PrintWriter out) {
    Json json = new Json().items();
    for (Finding finding : report.findings()) {
      json.object();
      json.member("description", finding.message().text());
      json.member("check_name", finding.code() + " " + finding.rule().slug());
      json.member("fingerprint", report.fingerprint(finding));
      json.member(
          "severity",
          switch (finding.severity()) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "minor";
            case HINT -> "info";
          });
      json.object("location").member("path", report.path(finding.document().path()));
      json.object("lines");
      json.member("begin", Report.start(finding).line() + 1L);
      json.member("end", Report.end(finding).line() + 1L);
      json.end().end().end();
    }
    out.print(json.end());
  }
}
