package io.github.edgelint.lsp;

import com.google.gson.JsonElement;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** The life of a session, from {@code initialize} to {@code exit}. */
final class EdgelintLanguageServer implements LanguageServer {

  private final String version;
  private final Supplier<Analyzer> analyzer;
  private final ServerLog log = new ServerLog();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final TextDocuments textDocuments = new TextDocuments(this);
  private final WorkspaceFiles workspaceFiles = new WorkspaceFiles(this);
  private EdgelintClient client;
  private volatile Services services;
  private volatile boolean shutDown;

  /** What there is once the client has said what it can do. */
  record Services(
      ClientAbilities abilities,
      Session session,
      DiskFiles files,
      Features features,
      NameAnswers names,
      FormatOffer formatting,
      Progress progress,
      FlowAnswers flow,
      TokenAnswers tokens,
      CompletionAnswers completion,
      ActionAnswers actions,
      Pull pull) {}

  /**
   * @param version of this build, as the client is told it
   */
  EdgelintLanguageServer(String version, Supplier<Analyzer> analyzer) {
    this.version = version;
    this.analyzer = analyzer;
  }

  void connect(EdgelintClient to) {
    client = to;
    log.connect(to);
  }

  /** Completed with the exit code when the client says {@code exit}, or is gone. */
  CompletableFuture<Integer> whenOver() {
    return exit;
  }

  boolean isShutDown() {
    return shutDown;
  }

  ServerLog log() {
    return log;
  }

  LanguageClient client() {
    return client;
  }

  /** Refuses what comes before {@code initialize} or after {@code shutdown}. */
  Services services() {
    Services known = services;
    if (known == null || shutDown) {
      throw new ResponseErrorException(
          new ResponseError(
              known == null
                  ? ResponseErrorCode.ServerNotInitialized
                  : ResponseErrorCode.InvalidRequest,
              known == null ? "initialize comes first" : "the server is shut down",
              null));
    }
    return known;
  }

  /** The same for a notification, which gets no answer. */
  Optional<Services> running() {
    return shutDown ? Optional.empty() : Optional.ofNullable(services);
  }

  // --- lifecycle ---------------------------------------------------------------------------

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    if (services != null) {
      throw new ResponseErrorException(
          new ResponseError(ResponseErrorCode.InvalidRequest, "initialized already", null));
    }
    log.setTrace(params.getTrace());
    ParentWatch.watch(params.getProcessId(), () -> exit.complete(shutDown ? 0 : 1), log);
    ClientAbilities abilities = ClientAbilities.of(params);
    boolean formats = ClientSettings.of(option(params, "settings").orElse(null)).format();
    services = start(abilities, formats);
    services.files.folders(folders(params), List.of());
    option(params, "settings").ifPresent(workspaceFiles::apply);
    return CompletableFuture.completedFuture(
        new InitializeResult(
            ServerAbilities.of(abilities, formats), new ServerInfo("edgelint", version)));
  }

  private Services start(ClientAbilities abilities, boolean formatsFromStart) {
    Refreshes refreshes = new Refreshes(client, abilities);
    Publisher publisher = new Publisher(client, abilities);
    ChecklistWatch checklist = new ChecklistWatch(client, abilities);
    Session session =
        new Session(
            log,
            analyzer.get(),
            abilities.cancelsStale(),
            (revision, analysis) -> {
              if (abilities.pushDiagnostics()) {
                publisher.publish(revision, analysis);
              }
              checklist.analysed(revision, analysis);
              refreshes.after(revision, analysis);
            });
    Supplier<Snapshot> known = session::latestSnapshot;
    Progress progress = new Progress(client, abilities.progress());
    DiskFiles files = new DiskFiles(session, known, progress, log);
    session.start();
    return new Services(
        abilities,
        session,
        files,
        new Features(abilities),
        new NameAnswers(abilities),
        new FormatOffer(client, abilities, formatsFromStart, log),
        progress,
        new FlowAnswers(abilities),
        new TokenAnswers(abilities),
        new CompletionAnswers(abilities),
        new ActionAnswers(abilities, session),
        new Pull(abilities));
  }

  private static List<DocPath> folders(InitializeParams params) {
    List<DocPath> folders = new ArrayList<>();
    if (params.getWorkspaceFolders() != null) {
      for (WorkspaceFolder folder : params.getWorkspaceFolders()) {
        folders.add(Uris.toPath(folder.getUri()));
      }
    } else {
      rootUri(params).ifPresent(uri -> folders.add(Uris.toPath(uri)));
    }
    return folders;
  }

  @SuppressWarnings("deprecation") // all that many clients send
  private static Optional<String> rootUri(InitializeParams params) {
    return Optional.ofNullable(params.getRootUri())
        .or(() -> Optional.ofNullable(params.getRootPath()).map(path -> "file://" + path));
  }

  private static Optional<JsonElement> option(InitializeParams params, String name) {
    return params.getInitializationOptions() instanceof JsonElement options
            && options.isJsonObject()
        ? Optional.ofNullable(options.getAsJsonObject().get(name))
        : Optional.empty();
  }

  @Override
  public void initialized(InitializedParams params) {
    running()
        .ifPresent(
            started -> {
              Registrations.register(client, started.abilities, log);
              started.files.start();
              askForSettings();
            });
  }

  /** Asks for the settings, where the client can be asked; what it answers is applied later. */
  void askForSettings() {
    if (running().filter(started -> started.abilities.configuration()).isEmpty()) {
      return;
    }
    ConfigurationItem item = new ConfigurationItem();
    item.setSection("edgelint");
    client
        .configuration(new ConfigurationParams(List.of(item)))
        .whenComplete(
            (answer, failure) -> {
              if (answer != null
                  && !answer.isEmpty()
                  && answer.get(0) instanceof JsonElement json) {
                workspaceFiles.apply(json);
              }
            });
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    shutDown = true;
    Services started = services;
    if (started != null) {
      started.session.stop();
      started.files.stop();
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    exit.complete(shutDown ? 0 : 1);
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {
    String token = params.getToken().map(text -> text, number -> number.toString());
    running().ifPresent(started -> started.progress.cancel(token));
  }

  @Override
  public void setTrace(SetTraceParams params) {
    log.setTrace(params.getValue());
  }

  @Override
  public TextDocuments getTextDocumentService() {
    return textDocuments;
  }

  @Override
  public WorkspaceFiles getWorkspaceService() {
    return workspaceFiles;
  }
}
