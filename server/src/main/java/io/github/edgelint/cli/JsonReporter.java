package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.text.Position;
import java.io.PrintWriter;

/** One JSON object; its form is {@code schemas/report.schema.json}. */
final class JsonReporter implements Reporter {

  /** Changes when a reader of the old form would stumble over the new one. */
  private static final int VERSION = 1;

  @Override
  public void write(Report report, PrintWriter out) {
    out.print("{\n  \"version\": " + VERSION + ",\n  \"findings\": [");
    String separator = "\n";
    for (Finding finding : report.findings()) {
      out.print(separator);
      write(report, finding, out);
      separator = ",\n";
    }
    out.print(report.findings().isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
  }

  private static void write(Report report, Finding finding, PrintWriter out) {
    out.print("    {\n");
    member(out, "code", finding.code());
    member(out, "slug", finding.rule().slug());
    member(out, "severity", finding.severity().word());
    member(out, "path", report.path(finding.document().path()));
    Position start = Report.start(finding);
    Position end = Report.end(finding);
    out.print("      \"range\": { \"start\": " + position(start));
    out.print(", \"end\": " + position(end) + " },\n");
    member(out, "message", finding.message().text());
    out.print("      \"fixes\": [");
    String separator = "";
    for (Fix fix : finding.fixes()) {
      if (fix.isPossible()) {
        out.print(separator + "{ \"title\": " + Json.quote(fix.title()));
        out.print(", \"applicability\": " + Json.quote(fix.applicability().word()) + " }");
        separator = ", ";
      }
    }
    out.print("]\n    }");
  }

  private static void member(PrintWriter out, String name, String value) {
    out.print("      \"" + name + "\": " + Json.quote(value) + ",\n");
  }

  private static String position(Position position) {
    return "{ \"line\": "
        + (position.line() + 1)
        + ", \"column\": "
        + (position.column() + 1)
        + " }";
  }
}
