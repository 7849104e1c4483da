package io.github.edgelint.lsp;

import com.google.gson.JsonObject;
import io.github.edgelint.text.PositionEncoding;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.SymbolKind;

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

  // LSP: clients that do not list kinds know those of the first version, of either list.
  private static final List<Integer> FIRST_KINDS = IntStream.rangeClosed(1, 18).boxed().toList();

  /** What a client without any capability can do. */
  static final ClientAbilities NONE = of(Said.in(new JsonObject()));

  /**
   * @param said all that the client says in {@code initialize}
   */
  static ClientAbilities of(Said said) {
    Said text = said.in("capabilities.textDocument");
    Said workspace = said.in("capabilities.workspace");
    boolean pullOnly = text.has("diagnostic") && !text.has("publishDiagnostics");
    Said diagnostics = text.in(pullOnly ? "diagnostic" : "publishDiagnostics");
    Said item = text.in("completion.completionItem");
    Said tokens = text.in("semanticTokens");
    List<String> fileEdits = workspace.texts("workspaceEdit.resourceOperations");
    boolean checklist = said.is("initializationOptions.checklist");
    return new ClientAbilities(
        encoding(said),
        !pullOnly,
        text.is("publishDiagnostics.versionSupport"),
        diagnostics.is("relatedInformation"),
        diagnostics.is("codeDescriptionSupport"),
        diagnostics.is("dataSupport"),
        kinds(
            DiagnosticTag.class,
            DiagnosticTag::getValue,
            text.numbers("publishDiagnostics.tagSupport.valueSet")),
        workspace.is("diagnostics.refreshSupport"),
        workspace.is("inlayHint.refreshSupport"),
        workspace.is("codeLens.refreshSupport"),
        workspace.is("semanticTokens.refreshSupport"),
        workspace.is("workspaceEdit.documentChanges"),
        fileEdits.contains(ResourceOperationKind.Create),
        fileEdits.contains(ResourceOperationKind.Delete),
        fileEdits.contains(ResourceOperationKind.Rename),
        workspace.is("applyEdit"),
        text.has("codeAction.codeActionLiteralSupport"),
        text.is("codeAction.dataSupport")
            && text.texts("codeAction.resolveSupport.properties").contains("edit"),
        text.is("codeAction.isPreferredSupport"),
        item.is("snippetSupport"),
        item.texts("resolveSupport.properties").contains("documentation"),
        item.texts("documentationFormat").contains(MarkupKind.MARKDOWN),
        text.texts("hover.contentFormat").contains(MarkupKind.MARKDOWN),
        text.is("documentSymbol.hierarchicalDocumentSymbolSupport"),
        text.is("definition.linkSupport"),
        text.is("rename.prepareSupport"),
        text.is("documentLink.tooltipSupport"),
        Set.copyOf(tokens.texts("tokenTypes")),
        tokens.isOrSaysMore("requests.full"),
        tokens.is("requests.full.delta"),
        tokens.isOrSaysMore("requests.range"),
        kinds(
            CompletionItemKind.class,
            CompletionItemKind::getValue,
            listed(text, "completion.completionItemKind.valueSet")),
        symbolKinds(text, "documentSymbol"),
        symbolKinds(workspace, "symbol"),
        text.number("foldingRange.rangeLimit").orElse(Integer.MAX_VALUE),
        workspace.is("configuration"),
        workspace.is("didChangeConfiguration.dynamicRegistration"),
        workspace.is("didChangeWatchedFiles.dynamicRegistration"),
        text.is("formatting.dynamicRegistration") && text.is("rangeFormatting.dynamicRegistration"),
        workspace.is("fileOperations.willRename"),
        said.is("capabilities.window.workDoneProgress"),
        said.is("capabilities.window.showDocument.support"),
        said.is("capabilities.general.staleRequestSupport.cancel"),
        checklist,
        checklist,
        said.text("initializationOptions.showReferences").filter(name -> !name.isBlank()),
        !said.has("clientInfo"));
  }

  private static PositionEncoding encoding(Said said) {
    for (String name : said.texts("capabilities.general.positionEncodings")) {
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

  private static Set<SymbolKind> symbolKinds(Said said, String request) {
    return kinds(
        SymbolKind.class, SymbolKind::getValue, listed(said, request + ".symbolKind.valueSet"));
  }

  private static List<Integer> listed(Said said, String path) {
    return said.has(path) ? said.numbers(path) : FIRST_KINDS;
  }

  /** The kinds that have these numbers; the client may know more than we do. */
  private static <K extends Enum<K>> Set<K> kinds(
      Class<K> type, ToIntFunction<K> number, List<Integer> known) {
    Set<K> kinds = EnumSet.allOf(type);
    kinds.removeIf(kind -> !known.contains(number.applyAsInt(kind)));
    return kinds;
  }
}
