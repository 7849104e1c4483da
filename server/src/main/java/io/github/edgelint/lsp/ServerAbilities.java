package io.github.edgelint.lsp;

import io.github.edgelint.ide.CodeAction;
import java.util.Arrays;
import java.util.List;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server offers a client. */
final class ServerAbilities {

  // Behind these something new may be typed: texts, tables, dotted keys, values, references.
  private static final List<String> TRIGGERS =
      List.of("\"", "'", "[", ".", "=", ":", "/", "$", "{");

  private ServerAbilities() {}

  /**
   * @param formats whether the client's settings ask for formatting from the start
   */
  static ServerCapabilities of(ClientAbilities client, boolean formats) {
    ServerCapabilities server = new ServerCapabilities();
    server.setPositionEncoding(client.encodingName());
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    server.setTextDocumentSync(sync);
    server.setHoverProvider(true);
    server.setCompletionProvider(new CompletionOptions(client.lazyDocumentation(), TRIGGERS));
    server.setDocumentSymbolProvider(true);
    server.setWorkspaceSymbolProvider(true);
    server.setDefinitionProvider(true);
    server.setReferencesProvider(true);
    server.setDocumentHighlightProvider(true);
    if (client.preparesRename()) {
      server.setRenameProvider(new RenameOptions(true));
    } else {
      server.setRenameProvider(true);
    }
    server.setDocumentLinkProvider(new DocumentLinkOptions(false));
    server.setCodeLensProvider(new CodeLensOptions(false));
    server.setInlayHintProvider(true);
    server.setCallHierarchyProvider(true);
    if (formats) {
      server.setDocumentFormattingProvider(true);
      server.setDocumentRangeFormattingProvider(true);
    }
    TokenAnswers.offer(client).ifPresent(server::setSemanticTokensProvider);
    server.setFoldingRangeProvider(true);
    server.setSelectionRangeProvider(true);
    if (client.literals()) {
      CodeActionOptions actions =
          new CodeActionOptions(
              Arrays.stream(CodeAction.Kind.values())
                  .filter(kind -> kind != CodeAction.Kind.PROXY || client.checklist())
                  .map(CodeAction.Kind::id)
                  .toList());
      actions.setResolveProvider(client.lazyEdits());
      server.setCodeActionProvider(actions);
    } else if (client.applyEdit()) {
      // LSP: a client without literals does not know the options either.
      server.setCodeActionProvider(true);
    }
    server.setExecuteCommandProvider(new ExecuteCommandOptions(Commands.OF_SERVER));
    if (!client.pushDiagnostics()) {
      DiagnosticRegistrationOptions pull = new DiagnosticRegistrationOptions(true, true);
      pull.setIdentifier("edgelint");
      server.setDiagnosticProvider(pull);
    }
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities();
    workspace.setWorkspaceFolders(folders);
    if (client.asksBeforeRenames()) {
      FileOperationFilter files = new FileOperationFilter(new FileOperationPattern("**/*"), "file");
      FileOperationsServerCapabilities operations = new FileOperationsServerCapabilities();
      operations.setWillRename(new FileOperationOptions(List.of(files)));
      workspace.setFileOperations(operations);
    }
    server.setWorkspace(workspace);
    return server;
  }
}
