package io.github.edgelint.cli;

import io.github.edgelint.deployment.FlowPicture;
import io.github.edgelint.deployment.MessageFlow;
import io.github.edgelint.proxy.ChecklistRow;
import io.github.edgelint.proxy.ProxyChecklist;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.io.PrintWriter;

/** What the page shows of a device beside findings: its proxy from end to end, and its routes. */
final class HtmlDevice {

  /** Enough for people; a run over thousands of manifests would draw for minutes. */
  private static final int MOST_PICTURES = 100;

  private final Report report;
  private final PrintWriter out;
  private int pictures;

  HtmlDevice(Report report, PrintWriter out) {
    this.report = report;
    this.out = out;
  }

  /** One row for each component that needs the proxy. */
  void proxy(Device device) {
    ProxyChecklist checklist = ProxyChecklist.of(device, report.analysis());
    if (!checklist.behindProxy()) {
      out.println("<p class=\"soft\">No proxy is in use.</p>");
      return;
    }
    String address = checklist.reference().map(proxy -> "`" + proxy + "`").orElse("a proxy");
    out.println("<p class=\"soft\">Behind " + HtmlReporter.code(Printable.of(address)) + "</p>");
    out.println("<table class=\"checklist\">");
    checklist.rows().forEach(this::row);
    out.println("</table>");
    out.println("<p><code>iotedge check</code> will say:</p>");
    out.println("<ul class=\"check\">");
    checklist
        .check()
        .forEach(line -> out.println("<li>" + Xml.escape(Printable.of(line)) + "</li>"));
    out.println("</ul>");
  }

  private void row(ChecklistRow row) {
    String tone =
        row.state().isBad() ? "error" : row.state() == ChecklistRow.State.OK ? "good" : "";
    out.println(
        "<tr class=\""
            + tone
            + "\"><th scope=\"row\">"
            + Xml.escape(Printable.of(row.component(), 200))
            + "</th>");
    out.println("<td class=\"tag\">" + row.state().label() + "</td><td>");
    row.value()
        .ifPresent(
            value -> out.println("<code>" + Xml.escape(Printable.of(value, 200)) + "</code>"));
    row.place()
        .map(place -> HtmlReporter.place(report, place.document(), place.range()))
        .ifPresent(place -> out.println("<span class=\"soft\">" + Xml.escape(place) + "</span>"));
    out.println("<p>" + HtmlReporter.code(Printable.of(row.effect())));
    row.code()
        .flatMap(RuleCatalog::find)
        .ifPresent(
            rule -> out.println("<a href=\"" + Links.rule(rule) + "\">" + rule.code() + "</a>"));
    out.println("</p></td></tr>");
  }

  /** The routes of a manifest as a picture. */
  void routes(Document document) {
    MessageFlow flow = MessageFlow.of(document, report.analysis());
    if (flow.edges().isEmpty()) {
      return;
    }
    pictures++;
    if (pictures <= MOST_PICTURES) {
      String path = Xml.escape(report.shownPath(document.path()));
      out.println("<h3>Routes of <span class=\"file\">" + path + "</span></h3>");
      out.println("<div class=\"scroll\" tabindex=\"0\">");
      out.print(FlowPicture.svg(flow));
      out.println("</div>");
    } else if (pictures == MOST_PICTURES + 1) {
      out.println("<p class=\"soft\">Further routes are drawn by <code>edgelint graph</code>.</p>");
    }
  }
}
