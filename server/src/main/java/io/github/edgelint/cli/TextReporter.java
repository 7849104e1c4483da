package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.rules.Related;
import io.github.edgelint.text.Position;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * For people: each finding with an excerpt of its file, or in one line.
 *
 * @param concise whether a finding gets one line only
 * @param summary whether a last line counts the findings
 */
record TextReporter(Ansi ansi, boolean concise, boolean summary) implements Reporter {

  // Below this number of documents threads cost more than they save.
  private static final int PARALLEL_FROM = 64;

  @Override
  public void write(Report report, PrintWriter out) {
    List<List<Finding>> byDocument = byDocument(report.findings());
    if (byDocument.size() < PARALLEL_FROM) {
      byDocument.forEach(findings -> findings(report, findings, out));
    } else {
      byDocument.parallelStream()
          .map(findings -> text(report, findings))
          .forEachOrdered(out::print);
    }
    if (summary) {
      out.println(summary(report));
    }
  }

  /** The findings, which are in order of documents, for each document. */
  private static List<List<Finding>> byDocument(List<Finding> findings) {
    List<List<Finding>> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= findings.size(); i++) {
      if (i == findings.size() || findings.get(i).document() != findings.get(start).document()) {
        parts.add(findings.subList(start, i));
        start = i;
      }
    }
    return parts;
  }

  private String text(Report report, List<Finding> ofDocument) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    findings(report, ofDocument, out);
    out.flush();
    return text.toString();
  }

  private void findings(Report report, List<Finding> ofDocument, PrintWriter out) {
    if (concise) {
      ofDocument.forEach(finding -> out.println(line(report, finding)));
      return;
    }
    Function<TextRange, Excerpt> excerpts = Excerpt.in(ofDocument.get(0).document());
    ofDocument.forEach(finding -> full(report, finding, excerpts, out));
  }

  private String line(Report report, Finding finding) {
    return place(report, finding.document(), finding.range())
        + ": "
        + ansi.severity(finding.severity(), finding.severity().word())
        + " "
        + ansi.bold(finding.code())
        + " "
        + finding.message().text();
  }

  private void full(
      Report report, Finding finding, Function<TextRange, Excerpt> excerpts, PrintWriter out) {
    out.println(
        ansi.severity(finding.severity(), finding.severity().word() + "[" + finding.code() + "]")
            + ansi.faint(" " + finding.rule().slug())
            + ansi.bold(": " + finding.message().text()));
    Excerpt excerpt = excerpts.apply(finding.range());
    String margin = " ".repeat(excerpt.number().length());
    out.println(margin + ansi.cyan("--> ") + place(report, finding.document(), finding.range()));
    out.println(margin + ansi.cyan(" |"));
    out.println(ansi.cyan(excerpt.number() + " | ") + excerpt.text());
    out.println(margin + ansi.cyan(" | ") + ansi.severity(finding.severity(), excerpt.underline()));
    for (Related related : finding.related()) {
      out.println(
          margin
              + ansi.cyan(" = ")
              + place(report, related.document(), related.range())
              + ": "
              + Printable.of(related.message()));
    }
    for (Fix fix : finding.fixes()) {
      if (fix.isPossible()) {
        out.println(
            margin
                + ansi.cyan(" = ")
                + "fix: "
                + Printable.of(fix.title())
                + ansi.faint(note(fix)));
      }
    }
    out.println();
  }

  /** How a fix is applied. */
  static String note(Fix fix) {
    return switch (fix.applicability()) {
      case SAFE -> " (--fix)";
      case UNSAFE -> " (--unsafe-fixes)";
      case PLACEHOLDER -> " (needs a value; in an editor)";
    };
  }

  private static String place(Report report, Document document, TextRange range) {
    Position start = document.source().lines().position(range.start());
    return report.shownPath(document.path())
        + ":"
        + (start.line() + 1)
        + ":"
        + (start.column() + 1);
  }

  private String summary(Report report) {
    String fixed = report.fixed() == 0 ? "" : " Applied " + count(report.fixed(), "fix") + ".";
    long fixable = report.fixable();
    return Summary.of(report, ansi)
        + fixed
        + (fixable == 0 ? "" : " `--fix` mends " + fixable + ".");
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "es");
  }
}
