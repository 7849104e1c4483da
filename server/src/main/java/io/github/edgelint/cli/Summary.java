package io.github.edgelint.cli;

import io.github.edgelint.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/** One sentence that counts what was found. */
final class Summary {

  private Summary() {}

  static String of(Report report) {
    return of(report, new Ansi(false));
  }

  static String of(Report report, Ansi ansi) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        parts.add(ansi.severity(severity, count + " " + severity.word() + (count == 1 ? "" : "s")));
      }
    }
    if (!parts.isEmpty()) {
      long files =
          report.findings().stream().map(found -> found.document().path()).distinct().count();
      return "Found " + String.join(", ", parts) + " in " + files(files) + ".";
    }
    return report.files() == 0
        ? "No files of IoT Edge here; `edgelint devices` says what the others are."
        : ansi.green("No findings in " + files(report.files()) + ".");
  }

  private static String files(long count) {
    return count + (count == 1 ? " file" : " files");
  }
}
