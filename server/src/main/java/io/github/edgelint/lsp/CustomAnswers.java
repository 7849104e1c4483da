package io.github.edgelint.lsp;

import io.github.edgelint.deployment.MessageFlow;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RulePage;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DocumentKind;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers what the server speaks beside the Language Server Protocol. */
final class CustomAnswers implements EdgelintRequests {

  private static final DocumentInfo UNKNOWN =
      new DocumentInfo(
          DocumentKind.OTHER.label(), "The server does not know it.", null, null, null, 0);

  private final EdgelintLanguageServer server;

  CustomAnswers(EdgelintLanguageServer server) {
    this.server = server;
  }

  @Override
  public CompletableFuture<DocumentInfo> documentInfo(DocumentInfoParams params) {
    return server
        .services()
        .session()
        .readFindings(
            "documentInfo",
            Params.path(params.textDocument()),
            UNKNOWN,
            (revision, document, analysis) -> {
              int findings = analysis.of(document.path()).size();
              String kind = document.kind().label();
              if (document.kind() == DocumentKind.OTHER
                  || document.kind() == DocumentKind.SETTINGS) {
                return new DocumentInfo(kind, document.reason(), null, null, null, findings);
              }
              Device device = revision.snapshot().devicesOf(document).get(0);
              boolean alone = revision.snapshot().aloneReason(document).isPresent();
              return new DocumentInfo(
                  kind,
                  document.reason(),
                  alone ? null : device.name(),
                  device.targetVersion().train().map(RuntimeTrain::toString).orElse(null),
                  device.proxyIntent().isYes() ? "yes" : "no",
                  findings);
            });
  }

  @Override
  public CompletableFuture<Page> explain(ExplainParams params) {
    return CompletableFuture.completedFuture(
        RuleCatalog.find(Params.need(params.code(), "code"))
            .flatMap(RulePage::of)
            .map(page -> new Page(page.title(), page.markdown()))
            .orElse(null));
  }

  @Override
  public CompletableFuture<Checklist> proxyChecklist(ChecklistParams params) {
    EdgelintLanguageServer.Services services = server.services();
    return services
        .session()
        .readAllFindings(
            "proxyChecklist",
            (revision, analysis) ->
                new ProxyAnswers(services.abilities(), revision).checklist(analysis));
  }

  @Override
  public CompletableFuture<SetProxyAnswer> setProxy(SetProxyParams params) {
    EdgelintLanguageServer.Services services = server.services();
    return services
        .session()
        .readAllFindings(
            "setProxy",
            (revision, analysis) -> new ProxyAnswers(services.abilities(), revision).set(params));
  }

  @Override
  public CompletableFuture<AllowlistText> allowlist(AllowlistParams params) {
    EdgelintLanguageServer.Services services = server.services();
    return services
        .session()
        .readAllFindings(
            "allowlist",
            (revision, analysis) ->
                new ProxyAnswers(services.abilities(), revision).allowlist(params));
  }

  @Override
  public CompletableFuture<RouteGraph> routeGraph(RouteGraphParams params) {
    return server
        .services()
        .session()
        .readFindings(
            "routeGraph",
            Params.path(params.textDocument()),
            new RouteGraph(List.of(), List.of(), ""),
            (revision, document, analysis) ->
                DeploymentAnswers.routeGraph(
                    params.textDocument().getUri(),
                    document,
                    MessageFlow.of(document, analysis),
                    new Conversion(server.services().abilities().encoding())));
  }

  @Override
  public CompletableFuture<Comparison> compare(CompareParams params) {
    EdgelintRequests.NamedText other = Params.need(params.other(), "other");
    Params.need(other.text(), "other.text");
    Params.need(other.name(), "other.name");
    return server
        .services()
        .session()
        .readFindings(
            "compare",
            Params.path(params.textDocument()),
            DeploymentAnswers.NOT_COMPARED,
            (revision, document, analysis) -> DeploymentAnswers.compare(other, document));
  }
}
