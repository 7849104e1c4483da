package io.github.edgelint.ide.names;

import io.github.edgelint.ide.names.Mention.Role;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A name at a cursor with everything that is named where it counts: in the folder of the project,
 * or in the document alone where that belongs to none.
 *
 * @param mention the name at the cursor
 * @param document where the cursor is
 * @param scope all names of each document, that of the cursor first
 */
record Name(Mention mention, Document document, Map<Document, List<Mention>> scope) {

  /** The name at an offset. */
  static Optional<Name> at(Snapshot snapshot, Document document, int offset) {
    List<Mention> own = Mentions.of(document);
    for (Mention mention : own) {
      if (mention.range().touches(offset)) {
        Name name = new Name(mention, document, scope(snapshot, document, own));
        if (mention.role() != Role.HOST || name.isModule()) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  private static Map<Document, List<Mention>> scope(
      Snapshot snapshot, Document document, List<Mention> own) {
    Map<Document, List<Mention>> scope = new LinkedHashMap<>();
    scope.put(document, own);
    Optional<DocPath> root = snapshot.rootOf(document.path());
    Collection<Document> others =
        root.isPresent() ? snapshot.documentsBelow(root.get()) : List.<Document>of();
    for (Document other : others) {
      if (!other.path().equals(document.path()) && Mentions.mayHoldNames(other)) {
        scope.put(other, Mentions.of(other));
      }
    }
    return scope;
  }

  private boolean isModule() {
    return !places(List.of(Role.DEFINITION)).isEmpty();
  }

  /** Where the name stands in these roles, the document of the cursor first. */
  List<Location> places(Collection<Role> roles) {
    List<Location> places = new ArrayList<>();
    for (Document each : scope.keySet()) {
      places.addAll(placesIn(each, roles));
    }
    return places;
  }

  /** The same in one document. */
  List<Location> placesIn(Document each, Collection<Role> roles) {
    List<Location> places = new ArrayList<>();
    for (Mention other : scope.get(each)) {
      if (roles.contains(other.role()) && other.isSameAs(mention)) {
        places.add(new Location(each, other.range()));
      }
    }
    return places;
  }
}
