package io.github.edgelint.cli;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.rules.Related;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.Position;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One self-contained page for people: findings by device and file with excerpts, the proxy of each
 * device, and its routes as a picture. It loads nothing and runs no script.
 */
final class HtmlReporter implements Reporter {

  /** So many devices get a checklist and a picture; of more, those with findings come first. */
  private static final int MOST_DEVICES = 20;

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1d2430; --soft: #5b6675; --line: #d9dee6;
        --paper: #ffffff; --panel: #f5f7fa; --error: #b3261e; --warning: #8a5a00;
        --info: #1f5fae; --hint: #4b6b57; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --soft: #a3adba;
        --line: #39424f; --paper: #15191f; --panel: #1d232b; --error: #ff8a80;
        --warning: #ffc266; --info: #8ab8ff; --hint: #9fcfb0; } }
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem 4rem; color: var(--ink);
        background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.6rem; margin: 0; }
      h2 { font-size: 1.2rem; margin: 2.5rem 0 0.5rem; }
      h3 { font-size: 1rem; margin: 1.5rem 0 0.5rem; font-family: ui-monospace, monospace;
        overflow-wrap: anywhere; }
      .counts { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1rem 0; padding: 0;
        list-style: none; }
      .counts li { border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.4rem 0.9rem; }
      .counts b { font-size: 1.3rem; }
      article { border: 1px solid var(--line); border-left: 0.3rem solid var(--tone);
        border-radius: 0.4rem; margin: 0.75rem 0; padding: 0.75rem 1rem; }
      .error { --tone: var(--error); } .warning { --tone: var(--warning); }
      .info { --tone: var(--info); } .hint { --tone: var(--hint); } .plain { --tone: var(--soft); }
      article p { margin: 0.25rem 0; overflow-wrap: anywhere; }
      .tag { color: var(--tone); font-weight: 600; }
      .soft { color: var(--soft); }
      pre { background: var(--panel); border-radius: 0.3rem; padding: 0.5rem 0.75rem;
        overflow-x: auto; margin: 0.5rem 0; }
      pre mark { background: none; color: inherit; text-decoration: underline wavy var(--tone);
        text-underline-offset: 0.25em; }
      code { font-family: ui-monospace, monospace; font-size: 0.95em; }
      a { color: var(--info); }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.6rem 0.35rem 0;
        text-align: left; vertical-align: top; overflow-wrap: anywhere; }
      td .tag, td:first-child { white-space: nowrap; }
      td:nth-child(3) { min-width: 17rem; } td:nth-child(4) { min-width: 16rem; }
      img { max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 0.4rem; }
      ul.fixes { margin: 0.25rem 0; padding-left: 1.2rem; }
      """;

  @Override
  public void write(Report report, PrintWriter out) {
    out.println("<!doctype html>");
    out.println("<html lang=\"en\">");
    out.println("<head>");
    out.println("<meta charset=\"utf-8\">");
    out.println("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.println(
        "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">");
    out.println("<title>edgelint: " + Xml.escape(Summary.of(report)) + "</title>");
    out.println("<style>\n" + STYLE + "</style>");
    out.println("</head>");
    out.println("<body>");
    out.println("<h1>edgelint</h1>");
    out.println("<p class=\"soft\">" + Xml.escape(Summary.of(report)) + "</p>");
    counts(report, out);
    sections(report, out);
    out.println("</body>");
    out.println("</html>");
  }

  private static void counts(Report report, PrintWriter out) {
    out.println("<ul class=\"counts\">");
    for (Severity severity : Severity.values()) {
      long count = report.count(severity);
      if (count > 0) {
        out.println(
            "<li class=\""
                + severity.word()
                + "\"><b class=\"tag\">"
                + count
                + "</b> "
                + severity.word()
                + (count == 1 ? "" : "s")
                + "</li>");
      }
    }
    out.println("</ul>");
  }

  /** Device by device, then the files of none; what belongs to several stands with the first. */
  private static void sections(Report report, PrintWriter out) {
    Map<DocPath, List<Finding>> byFile = new LinkedHashMap<>();
    for (Finding finding : report.findings()) {
      byFile.computeIfAbsent(finding.document().path(), path -> new ArrayList<>()).add(finding);
    }
    HtmlDevice about = new HtmlDevice(report, out);
    List<Device> devices = new ArrayList<>(report.snapshot().devices());
    devices.removeIf(device -> device.documents().stream().noneMatch(Input::isAsked));
    int most = MOST_DEVICES;
    for (Device device : devices) {
      Map<DocPath, List<Finding>> files = new LinkedHashMap<>();
      for (Document document : device.documents()) {
        Optional.ofNullable(byFile.remove(document.path()))
            .ifPresent(findings -> files.put(document.path(), findings));
      }
      if (devices.size() > MOST_DEVICES && (files.isEmpty() || most == 0)) {
        files(report, device.name(), files, out);
        continue;
      }
      most--;
      out.println("<section>");
      out.println("<h2>Device " + Xml.escape(Printable.of(device.name(), 200)) + "</h2>");
      if (files.isEmpty()) {
        out.println("<p>No findings.</p>");
      }
      files(report, files, out);
      about.proxy(device);
      device.manifest().ifPresent(about::picture);
      out.println("</section>");
    }
    files(report, "Files on their own", byFile, out);
  }

  private static void files(
      Report report, String title, Map<DocPath, List<Finding>> files, PrintWriter out) {
    if (!files.isEmpty()) {
      out.println("<section>");
      out.println("<h2>" + Xml.escape(Printable.of(title, 200)) + "</h2>");
      files(report, files, out);
      out.println("</section>");
    }
  }

  private static void files(Report report, Map<DocPath, List<Finding>> files, PrintWriter out) {
    files.forEach(
        (path, findings) -> {
          out.println("<h3>" + Xml.escape(report.shownPath(path)) + "</h3>");
          findings.forEach(finding -> article(report, finding, out));
        });
  }

  private static void article(Report report, Finding finding, PrintWriter out) {
    out.println("<article class=\"" + finding.severity().word() + "\">");
    out.println(
        "<p><span class=\"tag\">"
            + finding.severity().word()
            + "</span> <a href=\""
            + Links.rule(finding.rule())
            + "\">"
            + finding.code()
            + "</a> <span class=\"soft\">"
            + finding.rule().slug()
            + "</span></p>");
    out.println("<p>" + code(finding.message().text()) + "</p>");
    Excerpt excerpt = Excerpt.of(finding.document(), finding.range());
    out.println(
        "<pre><span class=\"soft\">"
            + excerpt.number()
            + "</span>  "
            + Xml.escape(excerpt.before())
            + "<mark>"
            + Xml.escape(excerpt.marked())
            + "</mark>"
            + Xml.escape(excerpt.after())
            + "</pre>");
    for (Related related : finding.related()) {
      out.println(
          "<p class=\"soft\">"
              + Xml.escape(place(report, related.document(), related.range()))
              + ": "
              + code(related.message())
              + "</p>");
    }
    List<Fix> possible = finding.fixes().stream().filter(Fix::isPossible).toList();
    if (!possible.isEmpty()) {
      out.println("<ul class=\"fixes\">");
      possible.forEach(fix -> out.println("<li>" + code(fix.title()) + "</li>"));
      out.println("</ul>");
    }
    out.println("</article>");
  }

  private static String place(Report report, Document document, TextRange range) {
    Position start = document.source().lines().position(range.start());
    return report.shownPath(document.path()) + ":" + (start.line() + 1);
  }

  /** Back-quoted parts as code. */
  static String code(String text) {
    StringBuilder html = new StringBuilder();
    boolean open = false;
    for (String part : text.split("`", -1)) {
      html.append(open ? "<code>" : "").append(Xml.escape(part)).append(open ? "</code>" : "");
      open = !open;
    }
    return html.toString();
  }
}
