package io.github.edgelint.lsp;

import io.github.edgelint.ide.names.Navigation;
import io.github.edgelint.ide.names.Navigation.Definitions;
import io.github.edgelint.ide.names.Rename;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** Where names stand, and what renaming them changes, in the words of the protocol. */
final class NameAnswers {

  private final ClientAbilities client;
  private final Conversion conversion;
  private final Edits edits;

  NameAnswers(ClientAbilities client) {
    this.client = client;
    this.conversion = new Conversion(client.encoding());
    this.edits = new Edits(client);
  }

  Either<List<? extends Location>, List<? extends LocationLink>> definition(
      Revision revision, Document document, Position position) {
    int offset = conversion.offset(document.source(), position);
    Optional<Definitions> found = Navigation.definitions(revision.snapshot(), document, offset);
    if (found.isEmpty()) {
      return Either.forLeft(List.of());
    }
    List<Location> places = locations(revision, found.get().places());
    if (!client.definitionLinks()) {
      return Either.forLeft(places);
    }
    Range name = conversion.range(document.source(), found.get().name());
    List<LocationLink> links = new ArrayList<>(places.size());
    for (Location place : places) {
      links.add(new LocationLink(place.getUri(), place.getRange(), place.getRange(), name));
    }
    return Either.forRight(links);
  }

  List<Location> references(
      Revision revision, Document document, Position position, boolean withDefinitions) {
    int offset = conversion.offset(document.source(), position);
    return locations(
        revision, Navigation.references(revision.snapshot(), document, offset, withDefinitions));
  }

  private List<Location> locations(
      Revision revision, List<io.github.edgelint.ide.names.Location> places) {
    List<Location> locations = new ArrayList<>(places.size());
    for (io.github.edgelint.ide.names.Location place : places) {
      SourceText source = place.document().source();
      locations.add(
          new Location(
              revision.uri(place.document().path()), conversion.range(source, place.range())));
    }
    return locations;
  }

  List<DocumentHighlight> highlights(Revision revision, Document document, Position position) {
    List<DocumentHighlight> highlights = new ArrayList<>();
    int offset = conversion.offset(document.source(), position);
    for (TextRange range : Navigation.highlights(revision.snapshot(), document, offset)) {
      highlights.add(
          new DocumentHighlight(
              conversion.range(document.source(), range), DocumentHighlightKind.Text));
    }
    return highlights;
  }

  // --- renaming ----------------------------------------------------------------------------

  /**
   * What would be renamed, with its name.
   *
   * @return null where there is no name
   * @throws ResponseErrorException where the name cannot be changed
   */
  Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> prepareRename(
      Revision revision, Document document, Position position) {
    Optional<Rename> rename = renameAt(revision, document, position);
    if (rename.isEmpty()) {
      return null;
    }
    Range range = conversion.range(document.source(), rename.get().range());
    return Either3.forSecond(new PrepareRenameResult(range, rename.get().oldName()));
  }

  /**
   * The edits that give what is at a position a new name.
   *
   * @throws ResponseErrorException where that cannot be, with the reason
   */
  WorkspaceEdit rename(Revision revision, Document document, Position position, String newName) {
    Rename rename =
        renameAt(revision, document, position)
            .orElseThrow(() -> refusal("There is no name here that can be changed."));
    rename
        .problem(newName)
        .ifPresent(
            reason -> {
              throw refusal(reason);
            });
    return edits.of(revision, rename.edits(newName)).orElse(null);
  }

  private Optional<Rename> renameAt(Revision revision, Document document, Position position) {
    int offset = conversion.offset(document.source(), position);
    Optional<Rename> rename = Rename.at(revision.snapshot(), document, offset);
    rename
        .flatMap(Rename::refusal)
        .ifPresent(
            reason -> {
              throw refusal(reason);
            });
    return rename;
  }

  private static ResponseErrorException refusal(String reason) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.RequestFailed, reason, null));
  }
}
