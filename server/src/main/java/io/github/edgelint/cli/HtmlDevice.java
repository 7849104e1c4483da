package io.github.edgelint.cli;

import io.github.edgelint.deployment.FlowPicture;
import io.github.edgelint.deployment.MessageFlow;
import io.github.edgelint.proxy.ChecklistRow;
import io.github.edgelint.proxy.ProxyChecklist;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the page says about a device beside its findings: its proxy, and who sends to whom. */
record HtmlDevice(Report report, PrintWriter out) {

  /** The proxy component by component, where the device sits behind one. */
  void proxy(Device device) {
    ProxyChecklist checklist = ProxyChecklist.of(device, report.analysis());
    if (!checklist.behindProxy()) {
      return;
    }
    out.println(
        "<h3>Proxy" + checklist.reference().map(at -> " " + shown(at)).orElse("") + "</h3>");
    out.println("<div class=\"wide\"><table>");
    out.println("<tr><th>component</th><th>state</th><th>value</th><th>what follows</th></tr>");
    for (ChecklistRow row : checklist.rows()) {
      String tone =
          row.state().isBad() ? "error" : row.state() == ChecklistRow.State.OK ? "hint" : "plain";
      String place = row.place().map(at -> place(at)).orElse("");
      out.println(
          "<tr><td>"
              + shown(row.component())
              + "</td><td class=\""
              + tone
              + "\"><span class=\"tag\">"
              + row.state().label()
              + "</span></td><td>"
              + row.value().map(HtmlDevice::shown).orElse("")
              + "<div class=\"soft\">"
              + place
              + "</div></td><td>"
              + HtmlReporter.code(row.effect())
              + row.code().map(code -> " <span class=\"soft\">" + code + "</span>").orElse("")
              + "</td></tr>");
    }
    out.println("</table></div>");
    if (!checklist.check().isEmpty()) {
      out.println("<p><code>iotedge check</code> will say:</p>");
      out.println("<ul>");
      checklist.check().forEach(line -> out.println("<li>" + HtmlReporter.code(line) + "</li>"));
      out.println("</ul>");
    }
  }

  /** The routes of a manifest as a picture, where it has any. */
  void picture(Document manifest) {
    MessageFlow flow = MessageFlow.of(manifest, report.analysis());
    if (flow.edges().isEmpty()) {
      return;
    }
    // As an image, its style sheet stays its own.
    byte[] svg = FlowPicture.svg(flow).getBytes(StandardCharsets.UTF_8);
    out.println("<h3>Routes of " + Xml.escape(report.shownPath(manifest.path())) + "</h3>");
    out.println(
        "<div class=\"wide\"><img alt=\"Modules and the routes between them\""
            + " src=\"data:image/svg+xml;base64,"
            + Base64.getEncoder().encodeToString(svg)
            + "\"></div>");
  }

  private String place(ChecklistRow.Place place) {
    int line = place.document().source().lines().lineOf(place.range().start()) + 1;
    return Xml.escape(report.shownPath(place.document().path()) + ":" + line);
  }

  private static String shown(String text) {
    return Xml.escape(Printable.of(text, 500));
  }
}
