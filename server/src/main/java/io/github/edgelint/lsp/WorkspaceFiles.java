package io.github.edgelint.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.edgelint.ide.FileMoves;
import io.github.edgelint.lsp.EdgelintLanguageServer.Services;
import io.github.edgelint.lsp.EdgelintRequests.AllowlistParams;
import io.github.edgelint.lsp.EdgelintRequests.ChecklistParams;
import io.github.edgelint.lsp.EdgelintRequests.SetProxyParams;
import io.github.edgelint.rules.RulePage;
import io.github.edgelint.workspace.DocPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What a client says and asks about the workspace. */
final class WorkspaceFiles implements WorkspaceService {

  private final EdgelintLanguageServer server;
  private final CustomAnswers custom;

  WorkspaceFiles(EdgelintLanguageServer server) {
    this.server = server;
    this.custom = new CustomAnswers(server);
  }

  // --- changes -----------------------------------------------------------------------------

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    boolean pushed =
        params.getSettings() instanceof JsonObject settings && settings.has("edgelint");
    if (pushed) {
      apply(((JsonObject) params.getSettings()).get("edgelint"));
    } else {
      server.askForSettings();
    }
  }

  /** Puts settings of the client in force; what cannot be understood counts as not said. */
  void apply(JsonElement settings) {
    ClientSettings understood = ClientSettings.of(settings);
    server
        .running()
        .ifPresent(
            started -> {
              started.session().settings(understood::applyTo);
              started.formatting().set(understood.format());
            });
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    List<DocPath> paths = new ArrayList<>();
    for (FileEvent event : params.getChanges()) {
      paths.add(Uris.toPath(event.getUri()));
    }
    server.running().ifPresent(started -> started.files().changed(paths));
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    server
        .running()
        .ifPresent(
            started ->
                started
                    .files()
                    .folders(
                        paths(params.getEvent().getAdded()),
                        paths(params.getEvent().getRemoved())));
  }

  private static List<DocPath> paths(List<WorkspaceFolder> folders) {
    List<DocPath> paths = new ArrayList<>();
    for (WorkspaceFolder folder : folders) {
      paths.add(Uris.toPath(folder.getUri()));
    }
    return paths;
  }

  // --- questions ---------------------------------------------------------------------------

  @Override
  public CompletableFuture<
          Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
      symbol(WorkspaceSymbolParams params) {
    Services started = server.services();
    return started
        .session()
        .readAll(
            "workspace/symbol",
            revision ->
                Either.forRight(
                    started
                        .features()
                        .workspaceSymbols(revision, Params.need(params.getQuery(), "query"))));
  }

  @Override
  public CompletableFuture<WorkspaceEdit> willRenameFiles(RenameFilesParams params) {
    Services started = server.services();
    List<FileMoves.Move> moves = new ArrayList<>();
    for (FileRename rename : Params.need(params.getFiles(), "files")) {
      moves.add(
          new FileMoves.Move(Uris.toPath(rename.getOldUri()), Uris.toPath(rename.getNewUri())));
    }
    return started
        .session()
        .readAll(
            "willRenameFiles",
            revision ->
                new Edits(started.abilities())
                    .of(revision, FileMoves.edits(revision.snapshot(), moves))
                    .orElse(null));
  }

  @Override
  public CompletableFuture<WorkspaceDiagnosticReport> diagnostic(WorkspaceDiagnosticParams params) {
    Services started = server.services();
    return started
        .session()
        .readAllFindings(
            "workspace/diagnostic",
            (revision, analysis) ->
                started.pull().ofAll(revision, analysis, params.getPreviousResultIds()));
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    server.services();
    Object argument =
        params.getArguments() == null || params.getArguments().isEmpty()
            ? null
            : params.getArguments().get(0);
    switch (Params.need(params.getCommand(), "command")) {
      case Commands.APPLY_FIX -> applyFix(argument);
      case Commands.EXPLAIN -> explain(argument);
      case Commands.SET_PROXY -> {
        return setProxy(argument(argument, SetProxyParams.class, params.getCommand()));
      }
      case Commands.CHECKLIST -> {
        return custom.proxyChecklist(new ChecklistParams()).thenApply(answer -> answer);
      }
      case Commands.ALLOWLIST -> {
        return custom
            .allowlist(argument(argument, AllowlistParams.class, params.getCommand()))
            .thenApply(answer -> answer);
      }
      default -> throw Params.refusal("There is no command " + params.getCommand() + ".");
    }
    return CompletableFuture.completedFuture(null);
  }

  private static <T> T argument(Object argument, Class<T> type, String command) {
    if (!(argument instanceof JsonObject json)) {
      throw Params.refusal(command + " takes an object.");
    }
    try {
      return new MessageJsonHandler(Map.of()).getGson().fromJson(json, type);
    } catch (JsonParseException e) {
      throw Params.refusal(command + " takes another object; see docs/protocol.md.");
    }
  }

  /** Sets the proxy by asking the client to edit; the answer says what is left to do. */
  private CompletableFuture<Object> setProxy(SetProxyParams params) {
    if (!server.services().abilities().applyEdit()) {
      throw Params.refusal("This editor takes no edits; run `edgelint proxy set` instead.");
    }
    return custom
        .setProxy(params)
        .thenApply(
            answer -> {
              if (answer.edit() != null) {
                server.client().applyEdit(new ApplyWorkspaceEditParams(answer.edit(), "Proxy"));
              }
              return answer;
            });
  }

  private void applyFix(Object argument) {
    WorkspaceEdit edit = argument(argument, WorkspaceEdit.class, Commands.APPLY_FIX);
    server.client().applyEdit(new ApplyWorkspaceEditParams(edit, "edgelint"));
  }

  private void explain(Object argument) {
    if (!(argument instanceof JsonElement code) || !code.isJsonPrimitive()) {
      throw Params.refusal(Commands.EXPLAIN + " takes the code of a rule.");
    }
    ShowDocumentParams page = new ShowDocumentParams(RulePage.address(code.getAsString()));
    page.setExternal(true);
    server.client().showDocument(page);
  }
}
