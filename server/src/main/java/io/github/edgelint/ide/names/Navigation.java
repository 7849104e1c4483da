package io.github.edgelint.ide.names;

import io.github.edgelint.ide.names.Mention.Role;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Layers;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ways from a name to its other places. */
public final class Navigation {

  private static final Set<Role> ALL = EnumSet.allOf(Role.class);
  private static final Set<Role> BESIDE_DEFINITIONS =
      EnumSet.complementOf(EnumSet.of(Role.DEFINITION));

  private Navigation() {}

  /**
   * Ways to the definitions of a name.
   *
   * @param name the name they start from
   */
  public record Definitions(TextRange name, List<Location> places) {}

  /**
   * Where the name at an offset is defined: a module, or its twin where no manifest has it; the
   * line of a variable; the {@code module.json} of a folder. A manifest that is complete has its
   * own modules and routes; those of a layer are sought in its base, then in the others. Of another
   * property that a layer changes the base has the definition.
   */
  public static Optional<Definitions> definitions(
      Snapshot snapshot, Document document, int offset) {
    return Name.at(snapshot, document, offset)
        .map(name -> new Definitions(name.mention().range(), definitions(snapshot, name)))
        .or(() -> property(snapshot, document, offset));
  }

  /** The property of the base that a step of a key such as properties.desired.limits.high names. */
  private static Optional<Definitions> property(Snapshot snapshot, Document layer, int offset) {
    if (layer.kind() != DocumentKind.LAYERED) {
      return Optional.empty();
    }
    for (TwinSection section :
        layer.manifest().map(DeploymentManifest::sections).orElse(List.of())) {
      for (TwinSection.DottedKey key : section.dottedKeys()) {
        for (int step = 0; step < key.path().size(); step++) {
          if (key.stepRange(step).touches(offset)) {
            String[] path = key.path().subList(0, step + 1).toArray(String[]::new);
            return Optional.of(
                new Definitions(key.stepRange(step), inBases(snapshot, layer, section.id(), path)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Location> inBases(
      Snapshot snapshot, Document layer, String section, String... path) {
    List<Location> places = new ArrayList<>();
    for (Document base : Layers.bases(snapshot, layer)) {
      base.manifest()
          .flatMap(manifest -> manifest.section(section))
          .flatMap(below -> below.entry(path))
          .map(entry -> entry.dotted() ? entry.nameRange() : Mentions.content(entry.member().key()))
          .ifPresent(range -> places.add(new Location(base, range)));
    }
    return places;
  }

  /** The module that a manifest names at an offset. */
  public static Optional<String> moduleAt(Document document, int offset) {
    return Mentions.of(document).stream()
        .filter(mention -> mention.kind() == Mention.Kind.MODULE)
        .filter(mention -> mention.range().touches(offset))
        .map(Mention::name)
        .findFirst();
  }

  private static List<Location> definitions(Snapshot snapshot, Name name) {
    Document own = name.document();
    if (own.manifest().filter(manifest -> !manifest.isLayered()).isPresent()) {
      List<Location> here = name.placesIn(own, EnumSet.of(Role.DEFINITION));
      if (!here.isEmpty()) {
        return here;
      }
    }
    List<Location> all = name.places(EnumSet.of(Role.DEFINITION));
    if (all.isEmpty()) {
      return name.places(EnumSet.of(Role.TWIN));
    }
    // What a layer gets together with its base is meant first.
    Set<Document> together = Layers.together(snapshot, own);
    List<Location> near =
        all.stream().filter(place -> together.contains(place.document())).toList();
    return near.isEmpty() ? all : near;
  }

  /**
   * Where the name at an offset stands.
   *
   * @param withDefinitions whether its definitions count
   */
  public static List<Location> references(
      Snapshot snapshot, Document document, int offset, boolean withDefinitions) {
    return Name.at(snapshot, document, offset)
        .map(name -> name.places(withDefinitions ? ALL : BESIDE_DEFINITIONS))
        .orElse(List.of());
  }

  /** Where the name at an offset stands in its own document. */
  public static List<TextRange> highlights(Snapshot snapshot, Document document, int offset) {
    return Name.at(snapshot, document, offset)
        .map(name -> name.placesIn(document, ALL).stream().map(Location::range).toList())
        .orElse(List.of());
  }
}
