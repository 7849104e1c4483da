package io.github.edgelint.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** The life of a session, from {@code initialize} to {@code exit}. */
final class EdgelintLanguageServer {

  private final String version;
  private final Supplier<Analyzer> analyzer;
  private final ServerLog log = new ServerLog();
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
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

  ServerLog log() {
    return log;
  }

  EdgelintClient client() {
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

  CompletableFuture<InitializeResult> initialize(JsonObject params) {
    if (services != null) {
      throw new ResponseErrorException(
          new ResponseError(ResponseErrorCode.InvalidRequest, "initialized already", null));
    }
    Said said = Said.in(params);
    log.setTrace(said.text("trace").orElse(null));
    OptionalInt editor = said.number("processId");
    if (editor.isPresent()) {
      ParentWatch.watch(editor.getAsInt(), () -> exit.complete(shutDown ? 0 : 1), log);
    }
    ClientAbilities abilities = ClientAbilities.of(said);
    JsonElement settings = said.in("initializationOptions.settings").value();
    boolean formats = ClientSettings.of(settings).format();
    services = start(abilities, formats);
    services.files.folders(folders(said), List.of());
    if (!settings.isJsonNull()) {
      workspaceFiles.apply(settings);
    }
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

  /** The folders of the window; many clients say only one, in one of two older ways. */
  private static List<DocPath> folders(Said said) {
    List<String> uris =
        said.has("workspaceFolders")
            ? said.list("workspaceFolders").stream()
                .flatMap(folder -> folder.text("uri").stream())
                .toList()
            : said
                .text("rootUri")
                .or(() -> said.text("rootPath").map(path -> "file://" + path))
                .stream()
                .toList();
    return uris.stream().map(Uris::toPath).toList();
  }

  void initialized() {
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

  CompletableFuture<Object> shutdown() {
    shutDown = true;
    Services started = services;
    if (started != null) {
      started.session.stop();
      started.files.stop();
    }
    return CompletableFuture.completedFuture(null);
  }

  void exit() {
    exit.complete(shutDown ? 0 : 1);
  }

  void cancelProgress(WorkDoneProgressCancelParams params) {
    String token = params.getToken().map(text -> text, number -> number.toString());
    running().ifPresent(started -> started.progress.cancel(token));
  }

  void setTrace(SetTraceParams params) {
    log.setTrace(params.getValue());
  }

  WorkspaceFiles workspaceFiles() {
    return workspaceFiles;
  }
}
