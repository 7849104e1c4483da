package io.github.edgelint.deployment;

import io.github.edgelint.deployment.MessageFlow.Edge;
import io.github.edgelint.deployment.MessageFlow.Node;
import java.util.HashMap;
import java.util.Map;

/**
 * A flow in the notations of Mermaid and Graphviz. Names come from files and may hold anything, so
 * that nodes get ids of their own and every label is escaped.
 */
public final class FlowText {

  private FlowText() {}

  /** A flow chart of Mermaid. */
  public static String mermaid(MessageFlow flow) {
    StringBuilder text = new StringBuilder("flowchart LR\n");
    Map<String, String> ids = ids(flow);
    for (Node node : flow.nodes()) {
      String label = "\"" + mermaid(label(node)) + "\"";
      text.append("  ")
          .append(ids.get(node.id()))
          .append(
              switch (node.kind()) {
                case UPSTREAM -> "([" + label + "])";
                case DEVICES, TWIN -> "[/" + label + "/]";
                case SYSTEM -> "[[" + label + "]]";
                case MODULE -> "[" + label + "]";
              })
          .append(node.problem().isPresent() ? ":::problem\n" : "\n");
    }
    for (Edge edge : flow.edges()) {
      text.append("  ")
          .append(ids.get(edge.from()))
          .append(edge.problem().isPresent() ? " -. \"" : " -- \"")
          .append(mermaid(label(edge)))
          .append(edge.problem().isPresent() ? "\" .-> " : "\" --> ")
          .append(ids.get(edge.to()))
          .append('\n');
    }
    return text.append("  classDef problem stroke:#b3261e,stroke-width:2px\n").toString();
  }

  /** A graph for Graphviz. */
  public static String dot(MessageFlow flow) {
    StringBuilder text =
        new StringBuilder("digraph flow {\n  rankdir=LR;\n")
            .append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n")
            .append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
    Map<String, String> ids = ids(flow);
    for (Node node : flow.nodes()) {
      text.append("  ").append(ids.get(node.id())).append(" [label=").append(dot(label(node)));
      text.append(
          switch (node.kind()) {
            case UPSTREAM -> ", shape=ellipse";
            case DEVICES, TWIN -> ", shape=parallelogram";
            case SYSTEM, MODULE -> "";
          });
      text.append(node.problem().isPresent() ? ", color=\"#b3261e\"];\n" : "];\n");
    }
    for (Edge edge : flow.edges()) {
      text.append("  ").append(ids.get(edge.from())).append(" -> ").append(ids.get(edge.to()));
      text.append(" [label=").append(dot(label(edge)));
      text.append(edge.problem().isPresent() ? ", color=\"#b3261e\", style=dashed];\n" : "];\n");
    }
    return text.append("}\n").toString();
  }

  private static Map<String, String> ids(MessageFlow flow) {
    Map<String, String> ids = new HashMap<>();
    for (Node node : flow.nodes()) {
      ids.put(node.id(), "n" + ids.size());
    }
    return ids;
  }

  private static String label(Node node) {
    return node.label() + node.proxy().map(proxy -> "\nproxy " + proxy).orElse("");
  }

  private static String label(Edge edge) {
    return edge.name() + edge.condition().map(condition -> "\n" + condition).orElse("");
  }

  // Mermaid reads Markdown and HTML inside of quotes; entities with a number pass both.
  private static String mermaid(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                escaped.append("<br>");
              } else if (Character.isLetterOrDigit(c) || " .:/-,$".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
              } else if (c > ' ') {
                escaped.append('#').append(c).append(';');
              } else {
                escaped.append(' ');
              }
            });
    return escaped.toString();
  }

  private static String dot(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> quoted.append(c < ' ' ? ' ' : c);
      }
    }
    return quoted.append('"').toString();
  }
}
