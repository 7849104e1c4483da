package io.github.edgelint.lsp;

import io.github.edgelint.deployment.DeploymentDiff;
import io.github.edgelint.deployment.DiffText;
import io.github.edgelint.deployment.FlowPicture;
import io.github.edgelint.deployment.MessageFlow;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.lsp.EdgelintRequests.Comparison;
import io.github.edgelint.lsp.EdgelintRequests.GraphEdge;
import io.github.edgelint.lsp.EdgelintRequests.GraphNode;
import io.github.edgelint.lsp.EdgelintRequests.NamedText;
import io.github.edgelint.lsp.EdgelintRequests.RouteGraph;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Location;

/** Deployments as a whole, in the words of the protocol. */
final class DeploymentAnswers {

  static final Comparison NOT_COMPARED =
      new Comparison("Only deployment manifests can be compared.", false);

  private DeploymentAnswers() {}

  static RouteGraph routeGraph(
      String uri, Document document, MessageFlow flow, Conversion conversion) {
    List<GraphNode> nodes = new ArrayList<>();
    for (MessageFlow.Node node : flow.nodes()) {
      nodes.add(
          new GraphNode(
              node.id(),
              node.label(),
              node.kind().label(),
              problem(node.problem()),
              node.place().map(place -> location(uri, document, place, conversion)).orElse(null)));
    }
    List<GraphEdge> edges = new ArrayList<>();
    for (MessageFlow.Edge edge : flow.edges()) {
      edges.add(
          new GraphEdge(
              edge.from(),
              edge.to(),
              edge.name(),
              edge.condition().orElse(null),
              problem(edge.problem()),
              location(uri, document, edge.place(), conversion)));
    }
    return new RouteGraph(nodes, edges, FlowPicture.svg(flow));
  }

  static Comparison compare(NamedText other, Document document) {
    // Of the same kind as the document, whatever its name: an earlier revision has none.
    Document before = Document.of(document.path(), SourceText.of(other.text())).as(document.kind());
    Optional<DeploymentManifest> old = before.manifest();
    Optional<DeploymentManifest> changed = document.manifest();
    if (old.isEmpty() || changed.isEmpty()) {
      return NOT_COMPARED;
    }
    Optional<String> refusal = DeploymentDiff.refusal(old.get(), changed.get());
    if (refusal.isPresent()) {
      return new Comparison("Cannot compare: " + refusal.get() + ".", false);
    }
    DeploymentDiff diff = DeploymentDiff.of(old.get(), changed.get());
    return new Comparison(
        DiffText.markdown(diff, other.name(), document.path().name()), diff.isDangerous());
  }

  private static String problem(Optional<MessageFlow.Problem> problem) {
    return problem.map(MessageFlow.Problem::text).orElse(null);
  }

  private static Location location(
      String uri, Document document, TextRange range, Conversion conversion) {
    return new Location(uri, conversion.range(document.source(), range));
  }
}
