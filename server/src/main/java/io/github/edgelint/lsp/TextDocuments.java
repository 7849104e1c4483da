package io.github.edgelint.lsp;

import io.github.edgelint.lsp.EdgelintLanguageServer.Services;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
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

  // --- changes -----------------------------------------------------------------------------

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    TextDocumentItem item = Params.need(params.getTextDocument(), "textDocument");
    SourceText text = SourceText.of(Params.need(item.getText(), "text"));
    DocPath path = Uris.toPath(item.getUri());
    server
        .running()
        .ifPresent(
            started -> {
              started
                  .session()
                  .open(path, new OpenDocument(item.getUri(), item.getVersion(), text));
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
                        Params.path(params.getTextDocument()),
                        before ->
                            before.changed(
                                params.getTextDocument().getVersion(),
                                Params.need(params.getContentChanges(), "contentChanges"),
                                started.abilities().encoding())));
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    server
        .running()
        .ifPresent(
            started -> {
              DocPath path = Params.path(params.getTextDocument());
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

  /** Answers a question from a document as it is now. */
  @FunctionalInterface
  private interface Answer<T> {
    T of(Services started, Revision revision, Document document);
  }

  /**
   * @param unknown the answer where there is no such document
   */
  private <T> CompletableFuture<T> read(String feature, DocPath path, T unknown, Answer<T> answer) {
    Services started = server.services();
    return started
        .session()
        .read(
            feature, path, unknown, (revision, document) -> answer.of(started, revision, document));
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return read(
        "completion",
        Params.path(params.getTextDocument()),
        Either.forRight(new CompletionList(List.of())),
        (started, revision, document) ->
            Either.forRight(
                started.completion().complete(revision, document, params.getPosition())));
  }

  @Override
  public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
    return CompletableFuture.completedFuture(server.services().completion().resolve(item));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return read(
        "hover",
        Params.path(params.getTextDocument()),
        null,
        (started, revision, document) ->
            started.features().hover(revision, document, params.getPosition()));
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return read(
        "documentSymbol",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) -> started.features().symbols(revision, document));
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return read(
        "foldingRange",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) -> started.features().folding(document));
  }

  @Override
  public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
    return read(
        "selectionRange",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) ->
            started
                .features()
                .selections(document, Params.need(params.getPositions(), "positions")));
  }

  // --- names -------------------------------------------------------------------------------

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return read(
        "definition",
        Params.path(params.getTextDocument()),
        Either.forLeft(List.of()),
        (started, revision, document) ->
            started.names().definition(revision, document, params.getPosition()));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    return read(
        "references",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) ->
            started
                .names()
                .references(
                    revision,
                    document,
                    params.getPosition(),
                    Params.need(params.getContext(), "context").isIncludeDeclaration()));
  }

  @Override
  public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    return read(
        "documentHighlight",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) ->
            started.names().highlights(revision, document, params.getPosition()));
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return read(
        "prepareRename",
        Params.path(params.getTextDocument()),
        null,
        (started, revision, document) ->
            started.names().prepareRename(revision, document, params.getPosition()));
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    return read(
        "rename",
        Params.path(params.getTextDocument()),
        null,
        (started, revision, document) ->
            started
                .names()
                .rename(
                    revision,
                    document,
                    params.getPosition(),
                    Params.need(params.getNewName(), "newName")));
  }

  @Override
  public CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(
      CallHierarchyPrepareParams params) {
    return read(
        "prepareCallHierarchy",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) ->
            started.flow().prepare(revision, document, params.getPosition()));
  }

  @Override
  public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
      CallHierarchyIncomingCallsParams params) {
    return read(
        "incomingCalls",
        Uris.toPath(Params.need(params.getItem(), "item").getUri()),
        List.of(),
        (started, revision, document) ->
            started.flow().incoming(revision, document, params.getItem()));
  }

  @Override
  public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
      CallHierarchyOutgoingCallsParams params) {
    return read(
        "outgoingCalls",
        Uris.toPath(Params.need(params.getItem(), "item").getUri()),
        List.of(),
        (started, revision, document) ->
            started.flow().outgoing(revision, document, params.getItem()));
  }

  // --- remarks in the text -----------------------------------------------------------------

  @Override
  public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    return read(
        "documentLink",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) -> started.features().links(revision, document));
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return read(
        "codeLens",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) -> started.features().lenses(revision, document));
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return read(
        "inlayHint",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) ->
            started.features().hints(revision, document, params.getRange()));
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    return read(
        "semanticTokens",
        Params.path(params.getTextDocument()),
        new SemanticTokens(List.of()),
        (started, revision, document) -> started.tokens().whole(document));
  }

  @Override
  public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
      SemanticTokensDeltaParams params) {
    return read(
        "semanticTokens/delta",
        Params.path(params.getTextDocument()),
        Either.forLeft(new SemanticTokens(List.of())),
        (started, revision, document) ->
            started.tokens().delta(document, params.getPreviousResultId()));
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
    return read(
        "semanticTokens/range",
        Params.path(params.getTextDocument()),
        new SemanticTokens(List.of()),
        (started, revision, document) -> started.tokens().part(document, params.getRange()));
  }

  // --- formatting --------------------------------------------------------------------------

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    return read(
        "formatting",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) ->
            started.formatting().edits(document, params.getOptions(), Optional.empty()));
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> rangeFormatting(
      DocumentRangeFormattingParams params) {
    return read(
        "rangeFormatting",
        Params.path(params.getTextDocument()),
        List.of(),
        (started, revision, document) ->
            started
                .formatting()
                .edits(
                    document,
                    params.getOptions(),
                    Optional.of(Params.need(params.getRange(), "range"))));
  }

  // --- code actions ------------------------------------------------------------------------

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    Services started = server.services();
    return started
        .session()
        .readFindings(
            "codeAction",
            Params.path(params.getTextDocument()),
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
            Params.path(params.getTextDocument()),
            Pull.nothing(),
            (revision, document, analysis) ->
                started.pull().of(revision, document, analysis, params.getPreviousResultId()));
  }
}
