package io.github.edgelint.lsp;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.edgelint.text.PositionEncoding;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.SymbolKindCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * What the client can do, resolved once from what it said in {@code initialize}. Nothing else looks
 * at its capabilities. What is not said is not there.
 *
 * @param encoding what columns count
 * @param pushDiagnostics whether findings are published; otherwise the client pulls them
 * @param versions whether published findings may name the version of their document
 * @param documentChanges whether edits may name versions
 * @param createFiles whether edits may make files
 * @param deleteFiles whether edits may delete files
 * @param renameFiles whether edits may give files other names
 * @param applyEdit whether the server may ask for edits
 * @param literals whether code actions may be more than commands
 * @param lazyEdits whether a code action may get its edits when it is chosen
 * @param preferred whether a code action may be marked as what most people want
 * @param lazyDocumentation whether a completion item may get its documentation when it is shown
 * @param definitionLinks whether the way to a definition may tell what it starts from
 * @param preparesRename whether the client asks what would be renamed before it asks for a name
 * @param tokenTypes the types of semantic tokens that the client shows
 * @param dynamicFormatting whether formatting may be offered and taken back at any time
 * @param asksBeforeRenames whether the client asks what else a rename of files changes
 * @param ownPages whether the client shows pages of rules by itself
 * @param showReferences the command of the client that shows places, which takes a URI, a position
 *     and locations
 * @param appliesAll whether the client may apply every action it gets for one finding (Kate, which
 *     does not tell its name)
 */
record ClientAbilities(
    PositionEncoding encoding,
    boolean pushDiagnostics,
    boolean versions,
    boolean relatedInformation,
    boolean codeDescriptions,
    boolean diagnosticData,
    Set<DiagnosticTag> tags,
    boolean relatedDocuments,
    boolean refreshDiagnostics,
    boolean refreshHints,
    boolean refreshLenses,
    boolean refreshTokens,
    boolean documentChanges,
    boolean createFiles,
    boolean deleteFiles,
    boolean renameFiles,
    boolean applyEdit,
    boolean literals,
    boolean lazyEdits,
    boolean preferred,
    boolean snippets,
    boolean lazyDocumentation,
    boolean markdownDocumentation,
    boolean markdownHover,
    boolean nestedSymbols,
    boolean definitionLinks,
    boolean preparesRename,
    boolean linkTooltips,
    Set<String> tokenTypes,
    boolean tokensOfWhole,
    boolean tokenDeltas,
    boolean tokensOfRange,
    Set<CompletionItemKind> itemKinds,
    Set<SymbolKind> symbolKinds,
    Set<SymbolKind> workspaceSymbolKinds,
    int mostFoldingRanges,
    boolean configuration,
    boolean dynamicConfiguration,
    boolean dynamicWatchers,
    boolean dynamicFormatting,
    boolean asksBeforeRenames,
    boolean progress,
    boolean showDocument,
    boolean cancelsStale,
    boolean ownPages,
    boolean checklist,
    Optional<String> showReferences,
    boolean appliesAll) {

  // LSP: clients that do not list kinds know those of the first version.
  private static final int FIRST_ITEM_KINDS = 18;
  private static final int FIRST_SYMBOL_KINDS = 18;

  /** What a client without any capability can do. */
  static final ClientAbilities NONE = of(new InitializeParams());

  static ClientAbilities of(InitializeParams params) {
    Optional<ClientCapabilities> all = Optional.ofNullable(params.getCapabilities());
    Said<TextDocumentClientCapabilities> text = said(all, ClientCapabilities::getTextDocument);
    Said<WorkspaceClientCapabilities> workspace = said(all, ClientCapabilities::getWorkspace);
    Said<WindowClientCapabilities> window = said(all, ClientCapabilities::getWindow);
    Said<PublishDiagnosticsCapabilities> push =
        text.to(TextDocumentClientCapabilities::getPublishDiagnostics);
    Said<CodeActionCapabilities> actions = text.to(TextDocumentClientCapabilities::getCodeAction);
    Said<CompletionCapabilities> completion =
        text.to(TextDocumentClientCapabilities::getCompletion);
    Said<CompletionItemCapabilities> item =
        completion.to(CompletionCapabilities::getCompletionItem);
    Said<SemanticTokensCapabilities> tokens =
        text.to(TextDocumentClientCapabilities::getSemanticTokens);
    boolean pullOnly =
        text.to(TextDocumentClientCapabilities::getDiagnostic).isSaid() && !push.isSaid();
    boolean checklist =
        option(params, "checklist")
            .filter(value -> value.isBoolean() && value.getAsBoolean())
            .isPresent();
    return new ClientAbilities(
        encoding(all),
        !pullOnly,
        push.is(PublishDiagnosticsCapabilities::getVersionSupport),
        push.is(PublishDiagnosticsCapabilities::getRelatedInformation)
            || (pullOnly
                && text.to(TextDocumentClientCapabilities::getDiagnostic)
                    .is(c -> c.getRelatedInformation())),
        push.is(PublishDiagnosticsCapabilities::getCodeDescriptionSupport)
            || (pullOnly
                && text.to(TextDocumentClientCapabilities::getDiagnostic)
                    .is(c -> c.getCodeDescriptionSupport())),
        push.is(PublishDiagnosticsCapabilities::getDataSupport)
            || (pullOnly
                && text.to(TextDocumentClientCapabilities::getDiagnostic)
                    .is(c -> c.getDataSupport())),
        Set.copyOf(tags(push)),
        text.to(TextDocumentClientCapabilities::getDiagnostic)
            .is(c -> c.getRelatedDocumentSupport()),
        workspace.to(w -> w.getDiagnostics()).is(d -> d.getRefreshSupport()),
        workspace.to(w -> w.getInlayHint()).is(h -> h.getRefreshSupport()),
        workspace.to(w -> w.getCodeLens()).is(l -> l.getRefreshSupport()),
        workspace.to(w -> w.getSemanticTokens()).is(t -> t.getRefreshSupport()),
        workspace.to(w -> w.getWorkspaceEdit()).is(e -> e.getDocumentChanges()),
        workspace
            .to(w -> w.getWorkspaceEdit())
            .to(e -> e.getResourceOperations())
            .is(kinds -> kinds.contains(ResourceOperationKind.Create)),
        workspace
            .to(w -> w.getWorkspaceEdit())
            .to(e -> e.getResourceOperations())
            .is(kinds -> kinds.contains(ResourceOperationKind.Delete)),
        workspace
            .to(w -> w.getWorkspaceEdit())
            .to(e -> e.getResourceOperations())
            .is(kinds -> kinds.contains(ResourceOperationKind.Rename)),
        workspace.is(w -> w.getApplyEdit()),
        actions.to(a -> a.getCodeActionLiteralSupport()).isSaid(),
        actions.is(CodeActionCapabilities::getDataSupport)
            && actions
                .to(a -> a.getResolveSupport())
                .is(r -> r.getProperties() != null && r.getProperties().contains("edit")),
        actions.is(a -> a.getIsPreferredSupport()),
        item.is(i -> i.getSnippetSupport()),
        item.to(i -> i.getResolveSupport())
            .is(r -> r.getProperties() != null && r.getProperties().contains("documentation")),
        item.is(
            i ->
                i.getDocumentationFormat() != null
                    && i.getDocumentationFormat().contains("markdown")),
        text.to(TextDocumentClientCapabilities::getHover)
            .is(h -> h.getContentFormat() != null && h.getContentFormat().contains("markdown")),
        text.to(TextDocumentClientCapabilities::getDocumentSymbol)
            .is(s -> s.getHierarchicalDocumentSymbolSupport()),
        text.to(TextDocumentClientCapabilities::getDefinition).is(d -> d.getLinkSupport()),
        text.to(TextDocumentClientCapabilities::getRename).is(r -> r.getPrepareSupport()),
        text.to(TextDocumentClientCapabilities::getDocumentLink).is(l -> l.getTooltipSupport()),
        tokens
            .to(SemanticTokensCapabilities::getTokenTypes)
            .value()
            .<Set<String>>map(Set::copyOf)
            .orElse(Set.of()),
        tokens
            .to(SemanticTokensCapabilities::getRequests)
            .to(requests -> requests.getFull())
            .is(full -> full.isRight() || full.getLeft()),
        tokens
            .to(SemanticTokensCapabilities::getRequests)
            .to(requests -> requests.getFull())
            .to(full -> full.getRight())
            .is(full -> full.getDelta()),
        tokens
            .to(SemanticTokensCapabilities::getRequests)
            .to(requests -> requests.getRange())
            .is(range -> range.isRight() || range.getLeft()),
        itemKinds(completion),
        symbolKinds(
            text.to(TextDocumentClientCapabilities::getDocumentSymbol).to(s -> s.getSymbolKind())),
        symbolKinds(workspace.to(w -> w.getSymbol()).to(s -> s.getSymbolKind())),
        text.to(TextDocumentClientCapabilities::getFoldingRange)
            .to(f -> f.getRangeLimit())
            .value()
            .orElse(Integer.MAX_VALUE),
        workspace.is(w -> w.getConfiguration()),
        workspace.to(w -> w.getDidChangeConfiguration()).is(c -> c.getDynamicRegistration()),
        workspace.to(w -> w.getDidChangeWatchedFiles()).is(c -> c.getDynamicRegistration()),
        text.to(t -> t.getFormatting()).is(f -> f.getDynamicRegistration())
            && text.to(t -> t.getRangeFormatting()).is(f -> f.getDynamicRegistration()),
        workspace.to(w -> w.getFileOperations()).is(o -> o.getWillRename()),
        window.is(w -> w.getWorkDoneProgress()),
        window.to(w -> w.getShowDocument()).is(s -> s.isSupport()),
        all.map(ClientCapabilities::getGeneral)
            .map(g -> g.getStaleRequestSupport())
            .filter(s -> s.isCancel())
            .isPresent(),
        checklist,
        checklist,
        option(params, "showReferences")
            .filter(JsonPrimitive::isString)
            .map(JsonPrimitive::getAsString)
            .filter(name -> !name.isBlank()),
        params.getClientInfo() == null);
  }

  private static PositionEncoding encoding(Optional<ClientCapabilities> all) {
    List<String> offered =
        all.map(ClientCapabilities::getGeneral)
            .map(general -> general.getPositionEncodings())
            .orElse(List.of());
    for (String name : offered) {
      switch (name) {
        case PositionEncodingKind.UTF16 -> {
          return PositionEncoding.UTF_16;
        }
        case PositionEncodingKind.UTF8 -> {
          return PositionEncoding.UTF_8;
        }
        case PositionEncodingKind.UTF32 -> {
          return PositionEncoding.UTF_32;
        }
        default -> {}
      }
    }
    return PositionEncoding.UTF_16;
  }

  /** The name of the encoding in the protocol. */
  String encodingName() {
    return switch (encoding) {
      case UTF_8 -> PositionEncodingKind.UTF8;
      case UTF_16 -> PositionEncodingKind.UTF16;
      case UTF_32 -> PositionEncodingKind.UTF32;
    };
  }

  private static Set<DiagnosticTag> tags(Said<PublishDiagnosticsCapabilities> push) {
    return push.to(PublishDiagnosticsCapabilities::getTagSupport)
        .to(either -> either.isRight() ? either.getRight().getValueSet() : null)
        .value()
        .<Set<DiagnosticTag>>map(HashSet::new)
        .orElse(Set.of());
  }

  private static Set<CompletionItemKind> itemKinds(Said<CompletionCapabilities> completion) {
    Set<CompletionItemKind> kinds = EnumSet.noneOf(CompletionItemKind.class);
    for (CompletionItemKind kind : CompletionItemKind.values()) {
      if (kind.getValue() <= FIRST_ITEM_KINDS) {
        kinds.add(kind);
      }
    }
    return completion
        .to(CompletionCapabilities::getCompletionItemKind)
        .to(k -> k.getValueSet())
        .value()
        .<Set<CompletionItemKind>>map(HashSet::new)
        .orElse(kinds);
  }

  private static Set<SymbolKind> symbolKinds(Said<SymbolKindCapabilities> said) {
    Set<SymbolKind> kinds = EnumSet.noneOf(SymbolKind.class);
    for (SymbolKind kind : SymbolKind.values()) {
      if (kind.getValue() <= FIRST_SYMBOL_KINDS) {
        kinds.add(kind);
      }
    }
    return said.to(k -> k.getValueSet()).value().<Set<SymbolKind>>map(HashSet::new).orElse(kinds);
  }

  private static Optional<JsonPrimitive> option(InitializeParams params, String name) {
    return params.getInitializationOptions() instanceof JsonObject options
            && options.get(name) instanceof JsonPrimitive value
        ? Optional.of(value)
        : Optional.empty();
  }

  private static <T> Said<T> said(
      Optional<ClientCapabilities> all, Function<ClientCapabilities, T> part) {
    return new Said<>(all.map(part));
  }

  /** A part of the capabilities, which the client may have left out at any level. */
  private record Said<T>(Optional<T> value) {
    <U> Said<U> to(Function<T, U> part) {
      return new Said<>(value.map(part));
    }

    boolean is(Function<T, Boolean> flag) {
      return value.map(flag).orElse(false);
    }

    boolean isSaid() {
      return value.isPresent();
    }
  }
}
