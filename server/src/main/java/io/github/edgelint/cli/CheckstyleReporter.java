package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.Position;
import io.github.edgelint.workspace.DocPath;
import java.io.PrintWriter;

/** Checkstyle's XML, which many tools read. */
final class CheckstyleReporter implements Reporter {

  @Override
  public void write(Report report, PrintWriter out) {
    out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.println("<checkstyle version=\"10.0\">");
    DocPath open = null;
    for (Finding finding : report.findings()) {
      DocPath path = finding.document().path();
      if (!path.equals(open)) {
        if (open != null) {
          out.println("  </file>");
        }
        out.println("  <file name=\"" + Xml.escape(report.path(path)) + "\">");
        open = path;
      }
      Position start = Report.start(finding);
      out.println(
          "    <error line=\""
              + (start.line() + 1)
              + "\" column=\""
              + (start.column() + 1)
              + "\" severity=\""
              + (finding.severity() == Severity.HINT ? "info" : finding.severity().word())
              + "\" message=\""
              + Xml.escape(finding.message().text())
              + "\" source=\"edgelint."
              + finding.code()
              + "\"/>");
    }
    if (open != null) {
      out.println("  </file>");
    }
    out.println("</checkstyle>");
  }
}
