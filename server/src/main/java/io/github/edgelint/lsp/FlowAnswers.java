package io.github.edgelint.lsp;

import com.google.gson.JsonPrimitive;
import io.github.edgelint.deployment.MessageFlow;
import io.github.edgelint.deployment.MessageFlow.Edge;
import io.github.edgelint.deployment.MessageFlow.Node;
import io.github.edgelint.ide.names.Navigation;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Layers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/** Who sends messages to whom, as a hierarchy of calls: a module calls those it sends to. */
final class FlowAnswers {

  private final Conversion conversion;

  FlowAnswers(ClientAbilities client) {
    this.conversion = new Conversion(client.encoding());
  }

  /** The module that is named at a position; nothing where none is. */
  List<CallHierarchyItem> prepare(Revision revision, Document document, Position position) {
    int offset = conversion.offset(document.source(), position);
    List<CallHierarchyItem> items = new ArrayList<>();
    Navigation.moduleAt(document, offset)
        .flatMap(name -> MessageFlow.of(document).module(name))
        .ifPresent(node -> items.add(item(revision, document, node, TextRange.at(offset))));
    return items;
  }

  /**
   * Who sends to a module, by routes of its deployment and of those that a device gets with it. A
   * sender is named where the route stands, for that is where its places are.
   */
  List<CallHierarchyIncomingCall> incoming(
      Revision revision, Document document, CallHierarchyItem to) {
    List<CallHierarchyIncomingCall> calls = new ArrayList<>();
    for (Document deployment : Layers.together(revision.snapshot(), document)) {
      MessageFlow flow = MessageFlow.of(deployment);
      byEnd(inForce(revision, document, deployment, flow.into(idIn(flow, to))), Edge::from)
          .forEach(
              (end, routes) ->
                  calls.add(
                      new CallHierarchyIncomingCall(
                          item(revision, deployment, flow.node(end).orElseThrow(), routes.get(0)),
                          places(deployment, routes))));
    }
    return calls;
  }

  /**
   * Whom a module sends to, by routes of its deployment and of those that a device gets with it.
   * Places are in the file of the module, so a route of another file is at the name of the module.
   */
  List<CallHierarchyOutgoingCall> outgoing(
      Revision revision, Document document, CallHierarchyItem from) {
    Set<Document> deployments = Layers.together(revision.snapshot(), document);
    Map<String, CallHierarchyOutgoingCall> calls = new LinkedHashMap<>();
    for (Document deployment : deployments) {
      MessageFlow flow = MessageFlow.of(deployment);
      byEnd(inForce(revision, document, deployment, flow.outOf(idIn(flow, from))), Edge::to)
          .forEach(
              (end, routes) -> {
                Node node = flow.node(end).orElseThrow();
                CallHierarchyOutgoingCall call =
                    calls.computeIfAbsent(
                        end.toLowerCase(Locale.ROOT),
                        key ->
                            new CallHierarchyOutgoingCall(
                                defined(revision, deployments, node)
                                    .orElseGet(
                                        () -> item(revision, deployment, node, routes.get(0))),
                                new ArrayList<>()));
                call.getFromRanges()
                    .addAll(
                        deployment == document
                            ? places(deployment, routes)
                            : List.of(from.getSelectionRange()));
              });
    }
    return List.copyOf(calls.values());
  }

  /** A module where one of the deployments has it. */
  private Optional<CallHierarchyItem> defined(
      Revision revision, Set<Document> deployments, Node node) {
    for (Document deployment : deployments) {
      Optional<Node> own =
          MessageFlow.of(deployment).node(node.id()).filter(each -> each.place().isPresent());
      if (own.isPresent()) {
        return own.map(each -> item(revision, deployment, each, TextRange.at(0)));
      }
    }
    return Optional.empty();
  }

  private static List<Edge> inForce(
      Revision revision, Document asked, Document deployment, List<Edge> routes) {
    return routes.stream()
        .filter(route -> Layers.isInForce(revision.snapshot(), asked, deployment, route.name()))
        .toList();
  }

  private static Map<String, List<Edge>> byEnd(List<Edge> edges, Function<Edge, String> end) {
    Map<String, List<Edge>> byEnd = new LinkedHashMap<>();
    for (Edge edge : edges) {
      byEnd.computeIfAbsent(end.apply(edge), id -> new ArrayList<>()).add(edge);
    }
    return byEnd;
  }

  private List<Range> places(Document document, List<Edge> routes) {
    return routes.stream()
        .map(route -> conversion.range(document.source(), route.place()))
        .toList();
  }

  /** The id that a flow has for what may be in another letter case elsewhere. */
  private static String idIn(MessageFlow flow, CallHierarchyItem item) {
    String id = item.getData() instanceof JsonPrimitive data ? data.getAsString() : "";
    return flow.nodes().stream().map(Node::id).filter(id::equalsIgnoreCase).findFirst().orElse(id);
  }

  private CallHierarchyItem item(
      Revision revision, Document document, Node node, Edge mentionedBy) {
    return item(revision, document, node, mentionedBy.place());
  }

  /**
   * @param elsewhere the place of a node that the document does not define
   */
  private CallHierarchyItem item(
      Revision revision, Document document, Node node, TextRange elsewhere) {
    Range range = conversion.range(document.source(), node.place().orElse(elsewhere));
    boolean module =
        node.kind() == MessageFlow.Kind.MODULE || node.kind() == MessageFlow.Kind.SYSTEM;
    CallHierarchyItem item =
        new CallHierarchyItem(
            node.label(),
            module ? SymbolKind.Module : SymbolKind.Interface,
            revision.uri(document.path()),
            range,
            range);
    item.setDetail(document.path().name());
    item.setData(new JsonPrimitive(node.id()));
    return item;
  }
}
