package io.github.edgelint.cli;

import io.github.edgelint.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/** One plain sentence that counts what was found. */
final class Summary {

  private Summary() {}

  static String of(Report report) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        parts.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
      }
    }
    String files = report.files() + (report.files() == 1 ? " file" : " files");
    return parts.isEmpty()
        ? "No findings in " + files + "."
        : "Found " + String.join(", ", parts) + " in " + files + ".";
  }
}
