package io.github.edgelint.lsp;

import com.google.gson.JsonObject;
import io.github.edgelint.lsp.EdgelintRequests.AllowlistParams;
import io.github.edgelint.lsp.EdgelintRequests.ChecklistParams;
import io.github.edgelint.lsp.EdgelintRequests.CompareParams;
import io.github.edgelint.lsp.EdgelintRequests.DocumentInfoParams;
import io.github.edgelint.lsp.EdgelintRequests.ExplainParams;
import io.github.edgelint.lsp.EdgelintRequests.RouteGraphParams;
import io.github.edgelint.lsp.EdgelintRequests.SetProxyParams;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * What answers each method of the protocol, and the type of its parameters. LSP4J would collect
 * this from annotations at every start, which takes longer than all else before the first answer.
 */
final class Handlers implements Endpoint {

  private final Map<String, JsonRpcMethod> methods = new HashMap<>();
  private final Map<String, Function<Object, CompletableFuture<?>>> requests = new HashMap<>();
  private final Map<String, Consumer<Object>> notifications = new HashMap<>();
  private final ServerLog log;

  Handlers(EdgelintLanguageServer server) {
    log = server.log();
    request("initialize", JsonObject.class, server::initialize);
    notification("initialized", InitializedParams.class, server::initialized);
    request("shutdown", Object.class, server::shutdown);
    notification("exit", Object.class, server::exit);
    notification("$/setTrace", SetTraceParams.class, server::setTrace);
    notification(
        "window/workDoneProgress/cancel",
        WorkDoneProgressCancelParams.class,
        server::cancelProgress);
    texts(new TextDocuments(server));
    workspace(server.workspaceFiles());
    custom(new CustomAnswers(server));
  }

  private void texts(TextDocuments texts) {
    notification("textDocument/didOpen", DidOpenTextDocumentParams.class, texts::didOpen);
    notification("textDocument/didChange", DidChangeTextDocumentParams.class, texts::didChange);
    notification("textDocument/didClose", DidCloseTextDocumentParams.class, texts::didClose);
    notification("textDocument/didSave", DidSaveTextDocumentParams.class, texts::didSave);
    request("textDocument/completion", CompletionParams.class, texts::completion);
    request("completionItem/resolve", CompletionItem.class, texts::resolveCompletionItem);
    request("textDocument/hover", HoverParams.class, texts::hover);
    request("textDocument/documentSymbol", DocumentSymbolParams.class, texts::documentSymbol);
    request("textDocument/foldingRange", FoldingRangeRequestParams.class, texts::foldingRange);
    request("textDocument/selectionRange", SelectionRangeParams.class, texts::selectionRange);
    request("textDocument/definition", DefinitionParams.class, texts::definition);
    request("textDocument/references", ReferenceParams.class, texts::references);
    request(
        "textDocument/documentHighlight", DocumentHighlightParams.class, texts::documentHighlight);
    request("textDocument/prepareRename", PrepareRenameParams.class, texts::prepareRename);
    request("textDocument/rename", RenameParams.class, texts::rename);
    request(
        "textDocument/prepareCallHierarchy",
        CallHierarchyPrepareParams.class,
        texts::prepareCallHierarchy);
    request(
        "callHierarchy/incomingCalls",
        CallHierarchyIncomingCallsParams.class,
        texts::callHierarchyIncomingCalls);
    request(
        "callHierarchy/outgoingCalls",
        CallHierarchyOutgoingCallsParams.class,
        texts::callHierarchyOutgoingCalls);
    request("textDocument/documentLink", DocumentLinkParams.class, texts::documentLink);
    request("textDocument/codeLens", CodeLensParams.class, texts::codeLens);
    request("textDocument/inlayHint", InlayHintParams.class, texts::inlayHint);
    request(
        "textDocument/semanticTokens/full", SemanticTokensParams.class, texts::semanticTokensFull);
    request(
        "textDocument/semanticTokens/full/delta",
        SemanticTokensDeltaParams.class,
        texts::semanticTokensFullDelta);
    request(
        "textDocument/semanticTokens/range",
        SemanticTokensRangeParams.class,
        texts::semanticTokensRange);
    request("textDocument/formatting", DocumentFormattingParams.class, texts::formatting);
    request(
        "textDocument/rangeFormatting",
        DocumentRangeFormattingParams.class,
        texts::rangeFormatting);
    request("textDocument/codeAction", CodeActionParams.class, texts::codeAction);
    request("codeAction/resolve", CodeAction.class, texts::resolveCodeAction);
    request("textDocument/diagnostic", DocumentDiagnosticParams.class, texts::diagnostic);
  }

  private void workspace(WorkspaceFiles files) {
    notification(
        "workspace/didChangeConfiguration",
        DidChangeConfigurationParams.class,
        files::didChangeConfiguration);
    notification(
        "workspace/didChangeWatchedFiles",
        DidChangeWatchedFilesParams.class,
        files::didChangeWatchedFiles);
    notification(
        "workspace/didChangeWorkspaceFolders",
        DidChangeWorkspaceFoldersParams.class,
        files::didChangeWorkspaceFolders);
    request("workspace/symbol", WorkspaceSymbolParams.class, files::symbol);
    request("workspace/willRenameFiles", RenameFilesParams.class, files::willRenameFiles);
    request("workspace/diagnostic", WorkspaceDiagnosticParams.class, files::diagnostic);
    request("workspace/executeCommand", ExecuteCommandParams.class, files::executeCommand);
  }

  private void custom(CustomAnswers custom) {
    request("edgelint/documentInfo", DocumentInfoParams.class, custom::documentInfo);
    request("edgelint/explain", ExplainParams.class, custom::explain);
    request(
        "edgelint/proxyChecklist",
        ChecklistParams.class,
        () -> custom.proxyChecklist(new ChecklistParams()));
    request("edgelint/setProxy", SetProxyParams.class, custom::setProxy);
    request("edgelint/allowlist", AllowlistParams.class, custom::allowlist);
    request("edgelint/routeGraph", RouteGraphParams.class, custom::routeGraph);
    request("edgelint/compare", CompareParams.class, custom::compare);
  }

  private <P> void request(
      String method, Class<P> params, Function<P, CompletableFuture<?>> answer) {
    methods.put(method, JsonRpcMethod.request(method, Object.class, params));
    requests.put(method, given -> answer.apply(params.cast(Params.need(given, "params"))));
  }

  /** One that asks the same whatever is said. */
  private void request(String method, Class<?> params, Supplier<CompletableFuture<?>> answer) {
    methods.put(method, JsonRpcMethod.request(method, Object.class, params));
    requests.put(method, given -> answer.get());
  }

  private <P> void notification(String method, Class<P> params, Consumer<P> action) {
    methods.put(method, JsonRpcMethod.notification(method, params));
    notifications.put(method, given -> action.accept(params.cast(Params.need(given, "params"))));
  }

  /** One that means the same whatever is said. */
  private void notification(String method, Class<?> params, Runnable action) {
    methods.put(method, JsonRpcMethod.notification(method, params));
    notifications.put(method, given -> action.run());
  }

  /** By these LSP4J reads the messages of the client. */
  Map<String, JsonRpcMethod> methods() {
    return methods;
  }

  @Override
  public CompletableFuture<?> request(String method, Object params) {
    Function<Object, CompletableFuture<?>> answer = requests.get(method);
    if (answer == null) {
      throw new ResponseErrorException(
          new ResponseError(
              ResponseErrorCode.MethodNotFound, "There is no request " + method + ".", null));
    }
    return answer.apply(params);
  }

  /** Does nothing for an unknown one: nobody waits for an answer. */
  @Override
  public void notify(String method, Object params) {
    Consumer<Object> action = notifications.get(method);
    if (action == null) {
      return;
    }
    try {
      action.accept(params);
    } catch (ResponseErrorException refusal) {
      log.warn(method + ": " + refusal.getMessage());
    }
  }
}
