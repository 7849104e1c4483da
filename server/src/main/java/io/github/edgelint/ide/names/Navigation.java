package io.github.edgelint.ide.names;

import io.github.edgelint.ide.names.Mention.Role;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ways from a name to its other places. */
public final class Navigation {

  private Navigation() {}

  /** Where the name at an offset is defined: a module, or its twin where no manifest has it. */
  public static List<Location> definitions(Snapshot snapshot, Document document, int offset) {
    List<Location> definitions = find(snapshot, document, offset, Role.DEFINITION);
    return definitions.isEmpty() ? find(snapshot, document, offset, Role.TWIN) : definitions;
  }

  private static List<Location> find(Snapshot snapshot, Document document, int offset, Role role) {
    List<Location> found = new ArrayList<>();
    Optional<Mention> name = Mentions.at(document, offset);
    if (name.isPresent()) {
      for (Document each : Mentions.scope(snapshot, document)) {
        for (Mention mention : Mentions.of(each)) {
          if (mention.role() == role && mention.isSameAs(name.get())) {
            found.add(new Location(each, mention.range()));
          }
        }
      }
    }
    return found;
  }

  /**
   * Where the name at an offset stands.
   *
   * @param withDefinitions whether its definitions count
   */
  public static List<Location> references(
      Snapshot snapshot, Document document, int offset, boolean withDefinitions) {
    List<Location> found = new ArrayList<>();
    Optional<Mention> name = Mentions.at(document, offset);
    if (name.isPresent()) {
      for (Document each : Mentions.scope(snapshot, document)) {
        for (Mention mention : Mentions.of(each)) {
          boolean wanted = withDefinitions || mention.role() != Role.DEFINITION;
          if (wanted && mention.isSameAs(name.get())) {
            found.add(new Location(each, mention.range()));
          }
        }
      }
    }
    return found;
  }

  /** Where the name at an offset stands in its own document. */
  public static List<TextRange> highlights(Document document, int offset) {
    Optional<Mention> name = Mentions.at(document, offset);
    return name.isEmpty()
        ? List.of()
        : Mentions.of(document).stream()
            .filter(mention -> mention.isSameAs(name.get()))
            .map(Mention::range)
            .toList();
  }
}
