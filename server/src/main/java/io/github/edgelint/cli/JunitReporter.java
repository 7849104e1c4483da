package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.Position;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JUnit's XML as build servers read it: a suite for each file, a failed case for each error or
 * warning, a passed case for a file without any.
 */
final class JunitReporter implements Reporter {

  @Override
  public void write(Report report, PrintWriter out) {
    Map<DocPath, List<Finding>> byFile = new TreeMap<>();
    for (Document document : report.snapshot().documents()) {
      if (Input.isAsked(document) && document.kind() != DocumentKind.OTHER) {
        byFile.put(document.path(), new ArrayList<>());
      }
    }
    for (Finding finding : report.findings()) {
      if (finding.severity().isAtLeast(Severity.WARNING)) {
        byFile.computeIfAbsent(finding.document().path(), path -> new ArrayList<>()).add(finding);
      }
    }
    int failures = byFile.values().stream().mapToInt(List::size).sum();
    int tests = byFile.values().stream().mapToInt(list -> Math.max(1, list.size())).sum();
    out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.println(
        "<testsuites name=\"edgelint\" tests=\"" + tests + "\" failures=\"" + failures + "\">");
    byFile.forEach((path, findings) -> suite(report.path(path), findings, out));
    out.println("</testsuites>");
  }

  private static void suite(String path, List<Finding> findings, PrintWriter out) {
    String name = Xml.escape(path);
    out.println(
        "  <testsuite name=\""
            + name
            + "\" tests=\""
            + Math.max(1, findings.size())
            + "\" failures=\""
            + findings.size()
            + "\" errors=\"0\">");
    if (findings.isEmpty()) {
      out.println("    <testcase classname=\"" + name + "\" name=\"edgelint\"/>");
    }
    for (Finding finding : findings) {
      Position start = Report.start(finding);
      String place = path + ":" + (start.line() + 1) + ":" + (start.column() + 1);
      out.println(
          "    <testcase classname=\""
              + name
              + "\" name=\""
              + Xml.escape(finding.code() + " " + finding.rule().slug() + " " + place)
              + "\">");
      out.println(
          "      <failure type=\""
              + finding.severity().word()
              + "\" message=\""
              + Xml.escape(finding.message().text())
              + "\">"
              + Xml.escape(place)
              + "</failure>");
      out.println("    </testcase>");
    }
    out.println("  </testsuite>");
  }
}
