package io.github.edgelint.lsp;

import com.google.gson.reflect.TypeToken;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.LogTraceParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;

/** The client at the other end: all that the server says to it, and asks it. */
final class EdgelintClient {

  /** What the client answers to each request; LSP4J reads its answers by these. */
  private static final Map<String, Type> ANSWERS =
      Map.ofEntries(
          Map.entry("client/registerCapability", Void.class),
          Map.entry("client/unregisterCapability", Void.class),
          Map.entry("window/showDocument", ShowDocumentResult.class),
          Map.entry("window/workDoneProgress/create", Void.class),
          Map.entry("workspace/applyEdit", ApplyWorkspaceEditResponse.class),
          Map.entry("workspace/codeLens/refresh", Void.class),
          Map.entry("workspace/configuration", new TypeToken<List<Object>>() {}.getType()),
          Map.entry("workspace/diagnostic/refresh", Void.class),
          Map.entry("workspace/inlayHint/refresh", Void.class),
          Map.entry("workspace/semanticTokens/refresh", Void.class));

  private final Endpoint connection;

  EdgelintClient(Endpoint connection) {
    this.connection = connection;
  }

  /** The requests that the client answers. */
  static Map<String, JsonRpcMethod> methods() {
    Map<String, JsonRpcMethod> methods = new HashMap<>();
    ANSWERS.forEach((name, answer) -> methods.put(name, JsonRpcMethod.request(name, answer)));
    return methods;
  }

  @SuppressWarnings("unchecked") // LSP4J has read the answer as the table says
  private <T> CompletableFuture<T> ask(String method, Object params) {
    return (CompletableFuture<T>) connection.request(method, params);
  }

  void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    connection.notify("textDocument/publishDiagnostics", diagnostics);
  }

  void logMessage(MessageParams message) {
    connection.notify("window/logMessage", message);
  }

  void logTrace(LogTraceParams trace) {
    connection.notify("$/logTrace", trace);
  }

  void notifyProgress(ProgressParams progress) {
    connection.notify("$/progress", progress);
  }

  /** The answer to {@code edgelint/proxyChecklist} is another one than before. */
  void checklistChanged() {
    connection.notify("edgelint/checklistChanged", null);
  }

  CompletableFuture<Void> registerCapability(RegistrationParams registrations) {
    return ask("client/registerCapability", registrations);
  }

  CompletableFuture<Void> unregisterCapability(UnregistrationParams removals) {
    return ask("client/unregisterCapability", removals);
  }

  CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams document) {
    return ask("window/showDocument", document);
  }

  CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams progress) {
    return ask("window/workDoneProgress/create", progress);
  }

  CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams edit) {
    return ask("workspace/applyEdit", edit);
  }

  CompletableFuture<List<Object>> configuration(ConfigurationParams asked) {
    return ask("workspace/configuration", asked);
  }

  CompletableFuture<Void> refreshCodeLenses() {
    return ask("workspace/codeLens/refresh", null);
  }

  CompletableFuture<Void> refreshDiagnostics() {
    return ask("workspace/diagnostic/refresh", null);
  }

  CompletableFuture<Void> refreshInlayHints() {
    return ask("workspace/inlayHint/refresh", null);
  }

  CompletableFuture<Void> refreshSemanticTokens() {
    return ask("workspace/semanticTokens/refresh", null);
  }
}
