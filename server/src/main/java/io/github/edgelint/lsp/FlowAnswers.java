package io.github.edgelint.lsp;

import com.google.gson.JsonPrimitive;
import io.github.edgelint.deployment.MessageFlow;
import io.github.edgelint.deployment.MessageFlow.Edge;
import io.github.edgelint.deployment.MessageFlow.Node;
import io.github.edgelint.ide.names.Navigation;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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

  List<CallHierarchyIncomingCall> incoming(
      Revision revision, Document document, CallHierarchyItem to) {
    return calls(
        revision, document, to, MessageFlow::into, Edge::from, CallHierarchyIncomingCall::new);
  }

  List<CallHierarchyOutgoingCall> outgoing(
      Revision revision, Document document, CallHierarchyItem from) {
    return calls(
        revision, document, from, MessageFlow::outOf, Edge::to, CallHierarchyOutgoingCall::new);
  }

  /** One call for each node at the other end of the edges of a node. */
  private <T> List<T> calls(
      Revision revision,
      Document document,
      CallHierarchyItem item,
      BiFunction<MessageFlow, String, List<Edge>> edges,
      Function<Edge, String> otherEnd,
      BiFunction<CallHierarchyItem, List<Range>, T> call) {
    MessageFlow flow = MessageFlow.of(document);
    Map<String, List<Edge>> byEnd = new LinkedHashMap<>();
    for (Edge edge : edges.apply(flow, id(item))) {
      byEnd.computeIfAbsent(otherEnd.apply(edge), end -> new ArrayList<>()).add(edge);
    }
    List<T> calls = new ArrayList<>();
    byEnd.forEach(
        (end, routes) -> {
          List<Range> places = new ArrayList<>();
          for (Edge route : routes) {
            places.add(conversion.range(document.source(), route.place()));
          }
          TextRange first = routes.get(0).place();
          flow.node(end)
              .map(node -> item(revision, document, node, first))
              .ifPresent(other -> calls.add(call.apply(other, places)));
        });
    return calls;
  }

  private static String id(CallHierarchyItem item) {
    return item.getData() instanceof JsonPrimitive id ? id.getAsString() : "";
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
