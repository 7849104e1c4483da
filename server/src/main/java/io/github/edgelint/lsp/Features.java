package io.github.edgelint.lsp;

import io.github.edgelint.ide.CodeLenses;
import io.github.edgelint.ide.DocumentLink.Address;
import io.github.edgelint.ide.DocumentLink.File;
import io.github.edgelint.ide.DocumentLinks;
import io.github.edgelint.ide.Folding;
import io.github.edgelint.ide.Hover;
import io.github.edgelint.ide.InlayHints;
import io.github.edgelint.ide.SelectionRanges;
import io.github.edgelint.ide.Symbols;
import io.github.edgelint.ide.names.WorkspaceSymbols;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Asks {@code ide} and puts its answers into the words of the protocol. */
final class Features {

  private final ClientAbilities client;
  private final Conversion conversion;

  Features(ClientAbilities client) {
    this.client = client;
    this.conversion = new Conversion(client.encoding());
  }

  org.eclipse.lsp4j.Hover hover(Revision revision, Document document, Position position) {
    int offset = conversion.offset(document.source(), position);
    return Hover.at(revision.snapshot(), document, offset)
        .map(
            text ->
                new org.eclipse.lsp4j.Hover(
                    markup(text.markdown(), client.markdownHover()),
                    conversion.range(document.source(), text.range())))
        .orElse(null);
  }

  static MarkupContent markup(String markdown, boolean asMarkdown) {
    return asMarkdown
        ? new MarkupContent(MarkupKind.MARKDOWN, markdown)
        : new MarkupContent(MarkupKind.PLAINTEXT, PlainText.of(markdown));
  }

  List<FoldingRange> folding(Document document) {
    List<FoldingRange> ranges = new ArrayList<>();
    for (io.github.edgelint.ide.FoldingRange range : Folding.of(document)) {
      if (ranges.size() < client.mostFoldingRanges()) {
        FoldingRange folding = new FoldingRange(range.startLine(), range.endLine());
        if (range.kind() == io.github.edgelint.ide.FoldingRange.Kind.COMMENT) {
          folding.setKind(FoldingRangeKind.Comment);
        }
        ranges.add(folding);
      }
    }
    return ranges;
  }

  List<SelectionRange> selections(Document document, List<Position> positions) {
    List<SelectionRange> selections = new ArrayList<>();
    for (Position position : positions) {
      SelectionRange inner = null;
      List<TextRange> growing =
          new ArrayList<>(
              SelectionRanges.at(document, conversion.offset(document.source(), position)));
      Collections.reverse(growing);
      for (TextRange range : growing) {
        inner = new SelectionRange(conversion.range(document.source(), range), inner);
      }
      selections.add(inner);
    }
    return selections;
  }

  // --- remarks in the text -----------------------------------------------------------------

  List<DocumentLink> links(Revision revision, Document document) {
    List<DocumentLink> links = new ArrayList<>();
    for (io.github.edgelint.ide.DocumentLink link :
        DocumentLinks.of(revision.snapshot(), document)) {
      DocumentLink converted =
          new DocumentLink(
              conversion.range(document.source(), link.range()), target(revision, link.target()));
      if (client.linkTooltips()) {
        converted.setTooltip(link.tooltip());
      }
      links.add(converted);
    }
    return links;
  }

  private static String target(Revision revision, io.github.edgelint.ide.DocumentLink.Target to) {
    return to instanceof Address address ? address.url() : revision.uri(((File) to).path());
  }

  List<CodeLens> lenses(Revision revision, Document document) {
    String uri = revision.uri(document.path());
    List<CodeLens> lenses = new ArrayList<>();
    for (io.github.edgelint.ide.CodeLens lens : CodeLenses.of(revision.snapshot(), document)) {
      Range range = conversion.range(document.source(), lens.range());
      lenses.add(new CodeLens(range, command(revision, uri, lens, range.getStart()), null));
    }
    return lenses;
  }

  /** Shows what a lens counts, where the client has a command for that. */
  private Command command(
      Revision revision, String uri, io.github.edgelint.ide.CodeLens lens, Position start) {
    if (lens.places().isEmpty() || client.showReferences().isEmpty()) {
      // A lens without a command is not shown; one with an empty name is shown and does nothing.
      return new Command(lens.title(), "");
    }
    List<Location> places =
        lens.places().stream()
            .map(
                place ->
                    new Location(
                        revision.uri(place.document().path()),
                        conversion.range(place.document().source(), place.range())))
            .toList();
    return new Command(lens.title(), client.showReferences().get(), List.of(uri, start, places));
  }

  List<InlayHint> hints(Revision revision, Document document, Range visible) {
    List<InlayHint> hints = new ArrayList<>();
    for (io.github.edgelint.ide.InlayHint hint :
        InlayHints.of(
            revision.snapshot(), document, conversion.range(document.source(), visible))) {
      InlayHint converted =
          new InlayHint(
              conversion.position(document.source(), hint.offset()), Either.forLeft(hint.label()));
      converted.setPaddingLeft(true);
      hints.add(converted);
    }
    return hints;
  }

  // --- symbols -----------------------------------------------------------------------------

  List<Either<SymbolInformation, DocumentSymbol>> symbols(Revision revision, Document document) {
    List<Either<SymbolInformation, DocumentSymbol>> symbols = new ArrayList<>();
    if (client.nestedSymbols()) {
      for (io.github.edgelint.ide.DocumentSymbol symbol : Symbols.of(document)) {
        symbols.add(Either.forRight(symbol(document.source(), symbol)));
      }
    } else {
      List<SymbolInformation> flat = new ArrayList<>();
      String uri = revision.uri(document.path());
      for (io.github.edgelint.ide.DocumentSymbol symbol : Symbols.of(document)) {
        flatten(document.source(), uri, symbol, null, flat);
      }
      flat.forEach(symbol -> symbols.add(Either.forLeft(symbol)));
    }
    return symbols;
  }

  private DocumentSymbol symbol(SourceText source, io.github.edgelint.ide.DocumentSymbol symbol) {
    List<DocumentSymbol> children = new ArrayList<>(symbol.children().size());
    for (io.github.edgelint.ide.DocumentSymbol child : symbol.children()) {
      children.add(symbol(source, child));
    }
    return new DocumentSymbol(
        symbol.name(),
        kind(symbol.kind()),
        conversion.range(source, symbol.range()),
        conversion.range(source, symbol.selection()),
        symbol.detail().isEmpty() ? null : symbol.detail(),
        children.isEmpty() ? null : children);
  }

  @SuppressWarnings("deprecation") // what clients without nested symbols take
  private void flatten(
      SourceText source,
      String uri,
      io.github.edgelint.ide.DocumentSymbol symbol,
      String container,
      List<SymbolInformation> flat) {
    flat.add(
        new SymbolInformation(
            symbol.name(),
            kind(symbol.kind()),
            new Location(uri, conversion.range(source, symbol.range())),
            container));
    for (io.github.edgelint.ide.DocumentSymbol child : symbol.children()) {
      flatten(source, uri, child, symbol.name(), flat);
    }
  }

  /** In JSON they look like the symbols of older protocols, too. */
  List<WorkspaceSymbol> workspaceSymbols(Revision revision, String query) {
    List<WorkspaceSymbol> symbols = new ArrayList<>();
    for (io.github.edgelint.ide.names.WorkspaceSymbol symbol :
        WorkspaceSymbols.of(revision.snapshot(), query)) {
      Location place =
          new Location(
              revision.uri(symbol.document().path()),
              conversion.range(symbol.document().source(), symbol.range()));
      symbols.add(
          new WorkspaceSymbol(
              symbol.name(),
              kind(symbol.kind()),
              Either.forLeft(place),
              symbol.document().path().name()));
    }
    return symbols;
  }

  private SymbolKind kind(io.github.edgelint.ide.names.WorkspaceSymbol.Kind kind) {
    SymbolKind best =
        switch (kind) {
          case MODULE -> SymbolKind.Module;
          case ROUTE -> SymbolKind.Event;
          case TABLE -> SymbolKind.Namespace;
        };
    return client.workspaceSymbolKinds().contains(best) ? best : SymbolKind.Property;
  }

  private SymbolKind kind(io.github.edgelint.ide.DocumentSymbol.Kind kind) {
    SymbolKind best =
        switch (kind) {
          case SECTION -> SymbolKind.Namespace;
          case OBJECT -> SymbolKind.Object;
          case ARRAY -> SymbolKind.Array;
          case TEXT -> SymbolKind.String;
          case NUMBER -> SymbolKind.Number;
          case BOOLEAN -> SymbolKind.Boolean;
          case NULL -> SymbolKind.Null;
          case KEY -> SymbolKind.Key;
        };
    return client.symbolKinds().contains(best) ? best : SymbolKind.Property;
  }
}
