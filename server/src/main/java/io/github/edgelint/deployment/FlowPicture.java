package io.github.edgelint.deployment;

import io.github.edgelint.deployment.MessageFlow.Edge;
import io.github.edgelint.deployment.MessageFlow.Node;
import io.github.edgelint.deployment.MessageFlow.Problem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * A flow as an SVG picture: no scripts, no fonts or styles from elsewhere, light or dark as the
 * reader has it. Problems can be read as tool tips. It can stand in a page, which its styles leave
 * alone.
 */
public final class FlowPicture {

  private static final int LONGEST = 48;
  private static final double LINE = 16;
  private static final double LETTER = 7.4;
  private static final double SMALL_LETTER = 6.2;

  private static final String STYLE =
      """
      <style>
        .flow { color-scheme: light dark; --ink: #1d2430; --soft: #5b6675; --line: #8a94a3;
          --paper: #ffffff; --panel: #f5f7fa; --accent: #1f5fae; --bad: #b3261e; --warn: #8a5a00; }
        @media (prefers-color-scheme: dark) { .flow { --ink: #e6e9ee; --soft: #a3adba;
          --line: #76808e; --paper: #15191f; --panel: #1d232b; --accent: #8ab8ff; --bad: #ff8a80;
          --warn: #ffc266; } }
        .flow .paper { fill: var(--paper); }
        .flow text { font: 13px system-ui, sans-serif; fill: var(--ink); text-anchor: middle; }
        .flow .small { font-size: 11px; fill: var(--soft); }
        .flow .box { fill: var(--panel); stroke: var(--line); stroke-width: 1.2; }
        .flow .system .box { stroke-dasharray: 4 3; }
        .flow .upstream .box { stroke: var(--accent); stroke-width: 1.8; }
        .flow .line { fill: none; stroke: var(--line); stroke-width: 1.4; }
        .flow .tip { fill: var(--line); }
        .flow .error { --line: var(--bad); } .flow .warning { --line: var(--warn); }
        .flow .error .mark { fill: var(--bad); } .flow .warning .mark { fill: var(--warn); }
        .flow .name { paint-order: stroke; stroke: var(--paper); stroke-width: 4px;
          stroke-linejoin: round; }
      </style>
      """;

  private final StringBuilder svg = new StringBuilder();
  private final Map<String, ElkNode> boxes = new LinkedHashMap<>();
  private final Map<Edge, ElkEdge> lines = new LinkedHashMap<>();

  private FlowPicture() {}

  /** Draws a flow. */
  public static String svg(MessageFlow flow) {
    return new FlowPicture().draw(flow);
  }

  private String draw(MessageFlow flow) {
    ElkNode graph = layout(flow);
    double width = Math.max(graph.getWidth(), 120);
    double height = Math.max(graph.getHeight(), 60);
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flow\" role=\"img\" viewBox=\"0 0 ");
    svg.append(number(width)).append(' ').append(number(height)).append("\" width=\"");
    svg.append(number(width)).append("\" height=\"").append(number(height)).append("\">\n");
    svg.append("<title>Message flow of a deployment</title>\n").append(STYLE);
    svg.append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
    lines.forEach(this::line);
    for (Node node : flow.nodes()) {
      box(node, boxes.get(node.id()));
    }
    lines.forEach(this::name);
    return svg.append("</svg>\n").toString();
  }

  private ElkNode layout(MessageFlow flow) {
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.PADDING, new ElkPadding(24));
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 28.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 40.0);
    graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 28.0);
    for (Node node : flow.nodes()) {
      ElkNode box = ElkGraphUtil.createNode(graph);
      double small = node.proxy().map(FlowPicture::proxy).orElse("").length() * SMALL_LETTER;
      double mark = node.problem().isPresent() ? 3 * LETTER : 0;
      box.setWidth(Math.max(96, Math.max(cut(node.label()).length() * LETTER + mark, small) + 28));
      box.setHeight(node.proxy().isPresent() ? 52 : 38);
      boxes.put(node.id(), box);
    }
    for (Edge edge : flow.edges()) {
      ElkEdge line = ElkGraphUtil.createSimpleEdge(boxes.get(edge.from()), boxes.get(edge.to()));
      ElkLabel label = ElkGraphUtil.createLabel(cut(edge.name()), line);
      String condition = edge.condition().map(FlowPicture::cut).orElse("");
      int longest = Math.max(cut(edge.name()).length() + 2, condition.length());
      label.setDimensions(longest * SMALL_LETTER + 8, condition.isEmpty() ? LINE : 2 * LINE);
      label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
      lines.put(edge, line);
    }
    // ELK learns here how to copy its own settings.
    LayoutMetaDataService.getInstance();
    new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
    return graph;
  }

  private void box(Node node, ElkNode box) {
    open(node.kind().label(), node.problem());
    double radius = node.kind() == MessageFlow.Kind.UPSTREAM ? box.getHeight() / 2 : 6;
    svg.append("<rect class=\"box\" x=\"").append(number(box.getX())).append("\" y=\"");
    svg.append(number(box.getY())).append("\" width=\"").append(number(box.getWidth()));
    svg.append("\" height=\"").append(number(box.getHeight())).append("\" rx=\"");
    svg.append(number(radius)).append("\"/>");
    double middle = box.getX() + box.getWidth() / 2;
    double base = box.getY() + 24;
    text(
        node.problem().isPresent() ? "mark" : "",
        middle,
        base,
        marked(node.label(), node.problem()));
    node.proxy().ifPresent(proxy -> text("small", middle, base + LINE, proxy(proxy)));
    svg.append("</g>\n");
  }

  private void line(Edge edge, ElkEdge line) {
    open("route", edge.problem());
    for (ElkEdgeSection section : line.getSections()) {
      StringBuilder path = new StringBuilder();
      path.append('M').append(number(section.getStartX())).append(' ');
      path.append(number(section.getStartY()));
      double fromX = section.getStartX();
      for (ElkBendPoint bend : section.getBendPoints()) {
        path.append('L').append(number(bend.getX())).append(' ').append(number(bend.getY()));
        fromX = bend.getX();
      }
      double x = section.getEndX();
      double y = section.getEndY();
      path.append('L').append(number(x)).append(' ').append(number(y));
      svg.append("<path class=\"line\" d=\"").append(path).append("\"/>");
      double back = fromX <= x ? -8 : 8;
      svg.append("<path class=\"tip\" d=\"M").append(number(x)).append(' ').append(number(y));
      svg.append('L').append(number(x + back)).append(' ').append(number(y - 4.5));
      svg.append('L').append(number(x + back)).append(' ').append(number(y + 4.5));
      svg.append("Z\"/>");
    }
    svg.append("</g>\n");
  }

  private void name(Edge edge, ElkEdge line) {
    ElkLabel label = line.getLabels().get(0);
    double middle = label.getX() + label.getWidth() / 2;
    open("route", edge.problem());
    String mark = edge.problem().isPresent() ? "name mark" : "name";
    text(mark + " small", middle, label.getY() + 12, marked(edge.name(), edge.problem()));
    edge.condition()
        .ifPresent(
            condition -> text("name small", middle, label.getY() + 12 + LINE, cut(condition)));
    svg.append("</g>\n");
  }

  private void open(String kind, Optional<Problem> problem) {
    svg.append("<g class=\"").append(kind);
    problem.ifPresent(found -> svg.append(' ').append(found.severity().word()));
    svg.append("\">");
    problem.ifPresent(
        found -> svg.append("<title>").append(escaped(found.text())).append("</title>"));
  }

  private void text(String style, double x, double y, String content) {
    svg.append("<text class=\"").append(style).append("\" x=\"").append(number(x));
    svg.append("\" y=\"").append(number(y)).append("\">").append(escaped(content));
    svg.append("</text>");
  }

  private static String marked(String label, Optional<Problem> problem) {
    return problem.isPresent() ? "⚠ " + cut(label) : cut(label);
  }

  private static String proxy(String address) {
    return "proxy " + cut(address);
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** Text for an element; what XML cannot hold becomes the replacement character. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                  boolean held =
                      c >= ' ' && !(c >= 0xD800 && c <= 0xDFFF) && (c & 0xFFFE) != 0xFFFE;
                  escaped.appendCodePoint(held ? c : 0xFFFD);
                }
              }
            });
    return escaped.toString();
  }
}
