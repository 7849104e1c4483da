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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One self-contained page for people: what is wrong with each device, its proxy from end to end,
 * the findings of its files with excerpts, and its routes. It loads nothing and runs no script.
 */
final class HtmlReporter implements Reporter {

  /** Of more devices only those with findings are shown. */
  private static final int MOST_DEVICES = 100;

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
        background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
      h1 { font-size: 1.6rem; margin: 0; }
      h2 { font-size: 1.3rem; margin: 0; }
      h3 { font-size: 1rem; margin: 1.5rem 0 0.5rem; }
      .file { font-family: ui-monospace, monospace; }
      p { margin: 0.25rem 0; }
      nav ul, .check { margin: 0.5rem 0; padding-left: 1.2rem; }
      section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
      .counts { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1rem 0; padding: 0;
        list-style: none; }
      .counts li { border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.4rem 0.9rem; }
      .counts b { font-size: 1.3rem; }
      .scroll { overflow-x: auto; }
      .checklist { border-collapse: collapse; width: 100%; }
      .checklist tr { border-top: 1px solid var(--line); }
      .checklist th, .checklist td { padding: 0.4rem 0.75rem 0.4rem 0; text-align: left;
        vertical-align: top; }
      .checklist th { font-weight: normal; min-width: 10rem; }
      .checklist p:first-child { margin-top: 0; }
      .checklist .tag { white-space: nowrap; }
      @media (max-width: 36rem) {
        .checklist tr, .checklist th, .checklist td { display: block; padding: 0; }
        .checklist tr { padding: 0.5rem 0; }
        .checklist th { font-weight: 600; min-width: 0; }
      }
      article { border: 1px solid var(--line); border-left: 0.3rem solid var(--tone);
        border-radius: 0.4rem; margin: 0.75rem 0; padding: 0.75rem 1rem; break-inside: avoid; }
      .error { --tone: var(--error); } .warning { --tone: var(--warning); }
      .info { --tone: var(--info); } .hint { --tone: var(--hint); } .good { --tone: var(--hint); }
      .tag { color: var(--tone, var(--soft)); font-weight: 600; }
      .soft { color: var(--soft); }
      pre { background: var(--panel); border-radius: 0.3rem; padding: 0.5rem 0.75rem;
        white-space: pre-wrap; margin: 0.5rem 0; }
      pre mark { background: none; color: inherit; text-decoration: underline wavy var(--tone);
        text-decoration-skip-ink: none; text-underline-offset: 0.25em; }
      pre mark:empty { border-left: 0.15em solid var(--tone); }
      code, pre { font-family: ui-monospace, monospace; font-size: 0.95em; }
      a { color: var(--info); }
      ul.fixes { margin: 0.25rem 0; padding-left: 1.2rem; }
      """;

  /**
   * What is shown together.
   *
   * @param device whose files these are; none for files on their own
   * @param files with findings
   */
  private record Section(
      String title, Optional<Device> device, Map<DocPath, List<Finding>> files) {}

  @Override
  public void write(Report report, PrintWriter out) {
    List<Section> sections = sections(report);
    out.println("<!doctype html>");
    out.println("<html lang=\"en\">");
    out.println("<head>");
    out.println("<meta charset=\"utf-8\">");
    out.println("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.println(
        "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    out.println("<title>edgelint: " + Xml.escape(Summary.of(report)) + "</title>");
    out.println("<style>\n" + STYLE + "</style>");
    out.println("</head>");
    out.println("<body>");
    out.println("<main>");
    out.println("<h1>edgelint</h1>");
    out.println("<p class=\"soft\">" + Xml.escape(Summary.of(report)) + "</p>");
    counts(report.findings(), out);
    contents(sections, out);
    HtmlDevice devices = new HtmlDevice(report, out);
    for (int i = 0; i < sections.size(); i++) {
      section(report, sections.get(i), i, devices, out);
    }
    out.println("</main>");
    out.println("</body>");
    out.println("</html>");
  }

  private static void counts(List<Finding> findings, PrintWriter out) {
    out.println("<ul class=\"counts\">");
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(finding -> finding.severity() == severity).count();
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

  private static void contents(List<Section> sections, PrintWriter out) {
    if (sections.size() < 2) {
      return;
    }
    out.println("<nav><ul>");
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      int count = section.files().values().stream().mapToInt(List::size).sum();
      out.println(
          "<li><a href=\"#part-"
              + i
              + "\">"
              + Xml.escape(section.title())
              + "</a> <span class=\"soft\">"
              + (count == 0 ? "no findings" : count + (count == 1 ? " finding" : " findings"))
              + "</span></li>");
    }
    out.println("</ul></nav>");
  }

  /** The devices that somebody asked about, with or without findings; then files of no device. */
  private static List<Section> sections(Report report) {
    List<Section> sections = new ArrayList<>();
    Map<DocPath, Section> owners = new HashMap<>();
    for (Device device : report.snapshot().devices()) {
      Section section =
          new Section(
              "Device " + Printable.of(device.name(), 200),
              Optional.of(device),
              new LinkedHashMap<>());
      if (device.documents().stream().anyMatch(Input::isAsked)) {
        sections.add(section);
      }
      device.documents().forEach(document -> owners.putIfAbsent(document.path(), section));
    }
    Section others = new Section("Files on their own", Optional.empty(), new LinkedHashMap<>());
    for (Finding finding : report.findings()) {
      DocPath path = finding.document().path();
      owners
          .getOrDefault(path, others)
          .files()
          .computeIfAbsent(path, p -> new ArrayList<>())
          .add(finding);
    }
    if (!others.files().isEmpty()) {
      sections.add(others);
    }
    if (sections.size() > MOST_DEVICES) {
      sections.removeIf(section -> section.files().isEmpty());
    }
    return sections;
  }

  private static void section(
      Report report, Section section, int number, HtmlDevice devices, PrintWriter out) {
    out.println("<section id=\"part-" + number + "\">");
    out.println("<h2>" + Xml.escape(section.title()) + "</h2>");
    if (section.files().isEmpty()) {
      out.println("<p>No findings.</p>");
    }
    section.device().ifPresent(devices::proxy);
    section
        .files()
        .forEach(
            (path, findings) -> {
              out.println("<h3 class=\"file\">" + Xml.escape(report.shownPath(path)) + "</h3>");
              Function<TextRange, Excerpt> excerpts = Excerpt.in(findings.get(0).document());
              findings.forEach(finding -> article(report, finding, excerpts, out));
            });
    if (section.device().isPresent()) {
      section.device().get().manifest().ifPresent(devices::routes);
    } else {
      for (DocPath path : section.files().keySet()) {
        report.snapshot().document(path).ifPresent(devices::routes);
      }
    }
    out.println("</section>");
  }

  private static void article(
      Report report, Finding finding, Function<TextRange, Excerpt> excerpts, PrintWriter out) {
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
    Excerpt excerpt = excerpts.apply(finding.range());
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
              + code(Printable.of(related.message()))
              + "</p>");
    }
    List<Fix> possible = finding.fixes().stream().filter(Fix::isPossible).toList();
    if (!possible.isEmpty()) {
      out.println("<ul class=\"fixes\">");
      possible.forEach(
          fix ->
              out.println(
                  "<li>Fix: "
                      + code(Printable.of(fix.title()))
                      + Xml.escape(TextReporter.note(fix))
                      + "</li>"));
      out.println("</ul>");
    }
    out.println("</article>");
  }

  /** File and line. */
  static String place(Report report, Document document, TextRange range) {
    Position start = document.source().lines().position(range.start());
    return report.shownPath(document.path()) + ":" + (start.line() + 1);
  }

  /** Text for the page; back-quoted parts as code. */
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
