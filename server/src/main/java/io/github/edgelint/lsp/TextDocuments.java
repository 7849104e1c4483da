package io.github.edgelint.lsp;

import io.github.edgelint.lsp.EdgelintLanguageServer.Services;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;

/** What a client says and asks about single documents. */
final class TextDocuments implements TextDocumentService {

  private final EdgelintLanguageServer server;

  TextDocuments(EdgelintLanguageServer server) {
    this.server = server;
  }

  private static DocPath path(TextDocumentIdentifier document) {
    return Uris.toPath(document.getUri());
  }

  // --- changes -----------------------------------------------------------------------------

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    TextDocumentItem item = params.getTextDocument();
    DocPath path = Uris.toPath(item.getUri());
    server
        .running()
        .ifPresent(
            started -> {
              started
                  .session()
                  .open(
                      path,
                      new OpenDocument(
                          item.getUri(), item.getVersion(), SourceText.of(item.getText())));
              started.files().opened(path);
            });
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    server
        .running()
        .ifPresent(
            started ->
                started
                    .session()
                    .change(
                        path(params.getTextDocument()),
                        before ->
                            before.changed(
                                params.getTextDocument().getVersion(),
                                params.getContentChanges(),
                                started.abilities().encoding())));
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    server
        .running()
        .ifPresent(
            started -> {
              DocPath path = path(params.getTextDocument());
              started.session().close(path);
              started.tokens().forget(path);
              started.files().closed(path);
            });
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    server
        .running()
        .filter(started -> !started.abilities().dynamicWatchers())
        .ifPresent(started -> started.files().refresh());
  }

  // --- questions ---------------------------------------------------------------------------

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "completion",
            path(params.getTextDocument()),
            Either.forRight(new CompletionList(List.of())),
            (revision, document) ->
                Either.forRight(
                    started.completion().complete(revision, document, params.getPosition())));
  }

  @Override
  public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
    return CompletableFuture.completedFuture(server.services().completion().resolve(item));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "hover",
            path(params.getTextDocument()),
            null,
            (revision, document) ->
                started.features().hover(revision, document, params.getPosition()));
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "documentSymbol",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) -> started.features().symbols(revision, document));
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "foldingRange",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) -> started.features().folding(document));
  }

  @Override
  public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "selectionRange",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) -> started.features().selections(document, params.getPositions()));
  }

  // --- names -------------------------------------------------------------------------------

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "definition",
            path(params.getTextDocument()),
            Either.forLeft(List.of()),
            (revision, document) ->
                started.names().definition(revision, document, params.getPosition()));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "references",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) ->
                started
                    .names()
                    .references(
                        revision,
                        document,
                        params.getPosition(),
                        params.getContext().isIncludeDeclaration()));
  }

  @Override
  public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "documentHighlight",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) ->
                started.names().highlights(revision, document, params.getPosition()));
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "prepareRename",
            path(params.getTextDocument()),
            null,
            (revision, document) ->
                started.names().prepareRename(revision, document, params.getPosition()));
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "rename",
            path(params.getTextDocument()),
            null,
            (revision, document) ->
                started
                    .names()
                    .rename(revision, document, params.getPosition(), params.getNewName()));
  }

  @Override
  public CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(
      CallHierarchyPrepareParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "prepareCallHierarchy",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) ->
                started.flow().prepare(revision, document, params.getPosition()));
  }

  @Override
  public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
      CallHierarchyIncomingCallsParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "incomingCalls",
            Uris.toPath(params.getItem().getUri()),
            List.of(),
            (revision, document) -> started.flow().incoming(revision, document, params.getItem()));
  }

  @Override
  public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
      CallHierarchyOutgoingCallsParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "outgoingCalls",
            Uris.toPath(params.getItem().getUri()),
            List.of(),
            (revision, document) -> started.flow().outgoing(revision, document, params.getItem()));
  }

  // --- remarks in the text -----------------------------------------------------------------

  @Override
  public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "documentLink",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) -> started.features().links(revision, document));
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "codeLens",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) -> started.features().lenses(document));
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "inlayHint",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) ->
                started.features().hints(revision, document, params.getRange()));
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "semanticTokens",
            path(params.getTextDocument()),
            new SemanticTokens(List.of()),
            (revision, document) -> started.tokens().whole(document));
  }

  @Override
  public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
      SemanticTokensDeltaParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "semanticTokens/delta",
            path(params.getTextDocument()),
            Either.forLeft(new SemanticTokens(List.of())),
            (revision, document) -> started.tokens().delta(document, params.getPreviousResultId()));
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "semanticTokens/range",
            path(params.getTextDocument()),
            new SemanticTokens(List.of()),
            (revision, document) -> started.tokens().part(document, params.getRange()));
  }

  // --- formatting --------------------------------------------------------------------------

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "formatting",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) ->
                started.formatting().edits(document, params.getOptions(), Optional.empty()));
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> rangeFormatting(
      DocumentRangeFormattingParams params) {
    Services started = server.services();
    return started
        .session()
        .read(
            "rangeFormatting",
            path(params.getTextDocument()),
            List.of(),
            (revision, document) ->
                started
                    .formatting()
                    .edits(document, params.getOptions(), Optional.of(params.getRange())));
  }

  // --- code actions ------------------------------------------------------------------------

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    Services started = server.services();
    return started
        .session()
        .readFindings(
            "codeAction",
            path(params.getTextDocument()),
            List.of(),
            (revision, document, analysis) ->
                started.actions().of(revision, document, analysis, params));
  }

  @Override
  public CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
    return server.services().actions().resolve(action);
  }

  // --- findings for clients that ask ---------------------------------------------------------

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    Services started = server.services();
    return started
        .session()
        .readFindings(
            "diagnostic",
            path(params.getTextDocument()),
            Pull.nothing(),
            (revision, document, analysis) ->
                started.pull().of(revision, document, analysis, params.getPreviousResultId()));
  }
}
