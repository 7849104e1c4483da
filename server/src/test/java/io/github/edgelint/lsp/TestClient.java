package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.rules.Rule;
import io.github.edgelint.rules.RuleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.LogTraceParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * An editor for tests: speaks to a server in the same process over real streams, and checks each of
 * its messages against the capabilities that it declared.
 */
final class TestClient implements LanguageClient, AutoCloseable {

  /** Long enough for a busy machine; a test that waits this long has failed. */
  private static final int SECONDS = 60;

  private final Map<String, BlockingQueue<PublishDiagnosticsParams>> published =
      new ConcurrentHashMap<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  final List<String> traces = new CopyOnWriteArrayList<>();
  final List<MessageParams> logs = new CopyOnWriteArrayList<>();
  final BlockingQueue<ApplyWorkspaceEditParams> applied = new LinkedBlockingQueue<>();
  final BlockingQueue<ShowDocumentParams> shown = new LinkedBlockingQueue<>();
  final BlockingQueue<RegistrationParams> registered = new LinkedBlockingQueue<>();
  final BlockingQueue<String> checklistChanges = new LinkedBlockingQueue<>();
  final BlockingQueue<UnregistrationParams> unregistered = new LinkedBlockingQueue<>();
  volatile JsonElement settings = JsonNull.INSTANCE;
  private final ProtocolCheck check = new ProtocolCheck();

  final InitializeParams params = new InitializeParams();
  private List<Rule> rules = rulesOf("EDGE201");
  private OutputStream toServer;
  private CompletableFuture<Integer> exitCode;
  private LanguageServer server;
  private EdgelintRequests requests;
  private RemoteEndpoint endpoint;
  private InitializeResult result;

  private static List<Rule> rulesOf(String code) {
    return RuleCatalog.rules().stream().filter(rule -> rule.info().code().equals(code)).toList();
  }

  private TestClient() {
    params.setCapabilities(new ClientCapabilities());
  }

  /** A client without any capability. */
  static TestClient plain() {
    return new TestClient();
  }

  /** A client that says what a real one says in {@code initialize}. */
  static TestClient saying(String initialize) {
    TestClient client = new TestClient();
    InitializeParams said = gson().fromJson(initialize, InitializeParams.class);
    client.params.setCapabilities(said.getCapabilities());
    client.params.setClientInfo(said.getClientInfo());
    client.params.setInitializationOptions(said.getInitializationOptions());
    return client;
  }

  static com.google.gson.Gson gson() {
    return new MessageJsonHandler(Map.of()).getGson();
  }

  /** Lets the server look for other things; before {@link #start}. */
  TestClient withRules(List<Rule> others) {
    rules = others;
    return this;
  }

  /** Says more about the client; before {@link #start}. */
  TestClient with(Consumer<ClientCapabilities> more) {
    more.accept(params.getCapabilities());
    return this;
  }

  TestClient in(Path... folders) {
    List<WorkspaceFolder> opened = new ArrayList<>();
    for (Path folder : folders) {
      opened.add(new WorkspaceFolder(folder.toUri().toString(), folder.toString()));
    }
    params.setWorkspaceFolders(opened);
    return this;
  }

  /** Lets the client talk to a server of its own process, such as the packaged one. */
  TestClient to(Process process) {
    exitCode = process.onExit().thenApply(Process::exitValue);
    return connect(process.getInputStream(), process.getOutputStream());
  }

  /** Starts a server without saying anything to it. */
  TestClient connect() throws IOException {
    Pipe there = Pipe.open();
    Pipe back = Pipe.open();
    InputStream serverIn = Channels.newInputStream(there.source());
    OutputStream serverOut = Channels.newOutputStream(back.sink());
    exitCode =
        CompletableFuture.supplyAsync(
            () ->
                LanguageServerProcess.serve(serverIn, serverOut, "test", () -> new Analyzer(rules)),
            task -> new Thread(task, "test server").start());
    return connect(Channels.newInputStream(back.source()), Channels.newOutputStream(there.sink()));
  }

  private TestClient connect(InputStream fromServer, OutputStream out) {
    toServer = out;
    Launcher<Object> launcher =
        new Launcher.Builder<Object>()
            .setLocalService(this)
            .setRemoteInterfaces(List.of(LanguageServer.class, EdgelintRequests.class))
            .setClassLoader(TestClient.class.getClassLoader())
            .setInput(fromServer)
            .setOutput(toServer)
            .wrapMessages(this::checked)
            .create();
    launcher.startListening();
    server = (LanguageServer) launcher.getRemoteProxy();
    requests = (EdgelintRequests) launcher.getRemoteProxy();
    endpoint = launcher.getRemoteEndpoint();
    return this;
  }

  private MessageConsumer checked(MessageConsumer next) {
    boolean fromServer = next instanceof RemoteEndpoint;
    return message -> {
      try {
        if (fromServer) {
          check.fromServer(message);
        } else {
          check.fromClient(message);
        }
      } catch (RuntimeException e) {
        check.violations().add("could not be checked: " + e);
      }
      next.consume(message);
    };
  }

  TestClient start() throws Exception {
    if (server == null) {
      connect();
    }
    result = get(server.initialize(params));
    server.initialized(new InitializedParams());
    return this;
  }

  InitializeResult result() {
    return result;
  }

  LanguageServer server() {
    return server;
  }

  EdgelintRequests requests() {
    return requests;
  }

  /** Takes any message, right or wrong. */
  RemoteEndpoint endpoint() {
    return endpoint;
  }

  // --- what an editor does -------------------------------------------------------------------

  void open(String uri, String text) {
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "toml", 1, text)));
  }

  void change(String uri, int version, TextDocumentContentChangeEvent... changes) {
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version), List.of(changes)));
  }

  void close(String uri) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  static Range range(int line, int start, int end) {
    return new Range(new Position(line, start), new Position(line, end));
  }

  static final Range WHOLE = new Range(new Position(0, 0), new Position(9999, 0));

  List<Either<Command, CodeAction>> actions(
      String uri, Range range, List<Diagnostic> mentioned, String... only) throws Exception {
    CodeActionContext context = new CodeActionContext(mentioned);
    if (only.length > 0) {
      context.setOnly(List.of(only));
    }
    return get(
        server
            .getTextDocumentService()
            .codeAction(new CodeActionParams(new TextDocumentIdentifier(uri), range, context)));
  }

  /** The next findings that the server sends about a document. */
  PublishDiagnosticsParams next(String uri) throws InterruptedException {
    PublishDiagnosticsParams next = of(uri).poll(SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was published about " + uri + "; log: " + logs);
    }
    return next;
  }

  /** The next findings about a document that satisfy a condition; what comes before is dropped. */
  PublishDiagnosticsParams until(
      String uri, java.util.function.Predicate<PublishDiagnosticsParams> condition)
      throws InterruptedException {
    while (true) {
      PublishDiagnosticsParams next = next(uri);
      if (condition.test(next)) {
        return next;
      }
    }
  }

  boolean hasPublished() {
    return !published.isEmpty();
  }

  private BlockingQueue<PublishDiagnosticsParams> of(String uri) {
    return published.computeIfAbsent(uri, u -> new LinkedBlockingQueue<>());
  }

  static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(each -> each.getCode().getLeft()).toList();
  }

  static <T> T get(CompletableFuture<T> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(SECONDS, TimeUnit.SECONDS);
  }

  // --- the end -------------------------------------------------------------------------------

  /** Closes the stream to the server as an editor does that dies. */
  void hangUp() throws IOException {
    check.stop();
    toServer.close();
  }

  OutputStream rawStream() {
    return toServer;
  }

  int exitCode() throws Exception {
    return get(exitCode);
  }

  /** Fails when the server sent anything that this client did not say it could take. */
  @Override
  public void close() throws IOException {
    hangUp();
    exitCode.join();
    assertThat(check.violations()).isEmpty();
  }

  // --- what the server says ------------------------------------------------------------------

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    calls.add("publishDiagnostics");
    of(diagnostics.getUri()).add(diagnostics);
  }

  /** What only a client takes that knows the server; see {@code docs/protocol.md}. */
  @JsonNotification("edgelint/checklistChanged")
  public void checklistChanged() {
    calls.add("edgelint/checklistChanged");
    checklistChanges.add("changed");
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams asked) {
    calls.add("configuration");
    return CompletableFuture.completedFuture(
        java.util.Collections.singletonList(settings.isJsonNull() ? null : settings));
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams registrations) {
    calls.add("registerCapability");
    registered.add(registrations);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams edit) {
    calls.add("applyEdit");
    applied.add(edit);
    return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(true));
  }

  @Override
  public CompletableFuture<ShowDocumentResult> showDocument(ShowDocumentParams document) {
    calls.add("showDocument");
    shown.add(document);
    return CompletableFuture.completedFuture(new ShowDocumentResult(true));
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams progress) {
    calls.add("createProgress");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void notifyProgress(ProgressParams progress) {
    calls.add("notifyProgress");
  }

  @Override
  public CompletableFuture<Void> unregisterCapability(UnregistrationParams removals) {
    calls.add("unregisterCapability");
    unregistered.add(removals);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshInlayHints() {
    calls.add("refreshInlayHints");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    calls.add("refreshCodeLenses");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshSemanticTokens() {
    calls.add("refreshSemanticTokens");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshDiagnostics() {
    calls.add("refreshDiagnostics");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void logTrace(LogTraceParams trace) {
    calls.add("logTrace");
    traces.add(trace.getMessage());
  }

  @Override
  public void logMessage(MessageParams message) {
    logs.add(message);
  }

  @Override
  public void telemetryEvent(Object event) {
    calls.add("telemetryEvent");
  }

  @Override
  public void showMessage(MessageParams message) {
    calls.add("showMessage");
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    calls.add("showMessageRequest");
    return CompletableFuture.completedFuture(null);
  }
}
