package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.deployment.MessageFlow;
import io.github.edgelint.lsp.EdgelintRequests.Comparison;
import io.github.edgelint.lsp.EdgelintRequests.NamedText;
import io.github.edgelint.lsp.EdgelintRequests.RouteGraph;
import io.github.edgelint.text.PositionEncoding;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentAnswersTest {

  private static final String PROXY = "\"https_proxy\":{\"value\":\"http://proxy:3128\"}";

  @Test
  void a_route_knows_its_ends_and_its_place() {
    Document document = manifest("");
    Snapshot snapshot = Snapshot.of(Workspace.of(List.of()), List.of(document));
    RouteGraph graph =
        DeploymentAnswers.routeGraph(
            "file:///site/deployment.json",
            document,
            MessageFlow.of(document, new Analyzer().analyze(snapshot)),
            new Conversion(PositionEncoding.UTF_16));
    assertThat(graph.svg()).startsWith("<svg");
    assertThat(graph.edges())
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.from()).isEqualTo("senders");
              assertThat(edge.to()).isEqualTo("upstream");
              assertThat(edge.condition()).isNull();
              assertThat(edge.location().getRange().getStart().getLine()).isEqualTo(1);
            });
  }

  @Test
  void a_proxy_that_the_earlier_text_had_makes_the_document_dangerous() {
    Comparison comparison =
        DeploymentAnswers.compare(
            new NamedText(manifest(PROXY).source().text(), "HEAD"), manifest(""));
    assertThat(comparison.dangerous()).isTrue();
    assertThat(comparison.markdown())
        .startsWith("# `HEAD` → `deployment.json`")
        .contains("edgeAgent loses its proxy");
  }

  @Test
  void a_text_that_is_no_manifest_is_not_compared() {
    assertThat(DeploymentAnswers.compare(new NamedText("{", "x"), manifest("")))
        .isEqualTo(DeploymentAnswers.NOT_COMPARED);
  }

  private static Document manifest(String env) {
    return Document.of(
        new DocPath("/site/deployment.json"),
        SourceText.of(
            "{\"modulesContent\":{\"$edgeAgent\":{\"properties.desired\":{\"systemModules\":"
                + "{\"edgeAgent\":{\"type\":\"docker\",\"settings\":{\"image\":\"a:1\"},\"env\":{"
                + env
                + "}}}}},\"$edgeHub\":{\"properties.desired\":{\"routes\":{\n"
                + "\"up\":\"FROM /messages/* INTO $upstream\"}}}}}"));
  }
}
