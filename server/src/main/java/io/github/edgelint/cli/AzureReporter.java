package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.Position;
import java.io.PrintWriter;

/**
 * Log commands of Azure Pipelines, which knows errors and warnings only; milder findings are plain
 * lines. Source: Microsoft Learn, "Logging commands".
 */
final class AzureReporter implements Reporter {

  @Override
  public void write(Report report, PrintWriter out) {
    for (Finding finding : report.findings()) {
      Position start = Report.start(finding);
      String path = report.shownPath(finding.document().path());
      if (finding.severity().isAtLeast(Severity.WARNING)) {
        out.println(
            "##vso[task.logissue type="
                + finding.severity().word()
                + ";sourcepath="
                + property(path)
                + ";linenumber="
                + (start.line() + 1)
                + ";columnnumber="
                + (start.column() + 1)
                + ";code="
                + finding.code()
                + "]"
                + data(finding.message().text()));
      } else {
        String line = path + ":" + (start.line() + 1) + ": " + finding.code() + " ";
        // Azure looks for a command anywhere in a line.
        out.println((line + finding.message().text()).replace("##", "# #"));
      }
    }
    out.println(Summary.of(report));
  }

  private static String data(String text) {
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(";", "%3B").replace("]", "%5D");
  }
}
