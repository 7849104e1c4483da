package io.github.edgelint.rules.schema;

import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.schema.Schema;
import io.github.edgelint.schema.Schema.KeyPlace;
import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a key that is unknown in its object would be read.
 *
 * @param path the names that lead to the object that should have the key, those of the document
 *     where the schema leaves them open
 * @param spread whether the members of the value belong there rather than the key itself
 */
record BetterPlace(List<String> path, boolean spread) {

  BetterPlace {
    path = List.copyOf(path);
  }

  // A key may stand one level too high or too low, or beside its table.
  private static final int NEAR = 2;

  // Names that mean something else in every table, so that only a near place tells anything.
  private static final Set<String> COMMON =
      Set.of(
          "name",
          "value",
          "username",
          "password",
          "type",
          "uri",
          "url",
          "id",
          "method",
          "auth",
          "cert",
          "pk",
          "status",
          "version",
          "settings");

  /** The only place that comes into question, if there is one. */
  static Optional<BetterPlace> of(SchemaProblem.UnknownKey unknown, Document document) {
    String key = unknown.member().name();
    Schema schema = document.schema().orElseThrow().schema();
    if (isProxySetting(key)
        || RootKeys.isOne(document, key)
        || Misspelling.isOfNeededKey(unknown, document)) {
      return Optional.empty();
    }
    List<String> here = document.tree().pathOf(unknown.object()).steps();
    if (holdsKeysOf(unknown)) {
      return Optional.of(new BetterPlace(here, true));
    }
    if (isModuleInModule(unknown, here)) {
      return Optional.of(new BetterPlace(here.subList(0, here.size() - 1), false));
    }
    Search search = new Search(key, here, document);
    schema.placesOf(key).forEach(search::look);
    return COMMON.contains(key) ? search.next() : search.near().or(search::far);
  }

  private static boolean isProxySetting(String key) {
    return ProxyVariable.ofAnyCase(key).isPresent() || key.equalsIgnoreCase("UpstreamProtocol");
  }

  // [edge_ca.auth]: the keys of this table are flat where others have a table of their own.
  private static boolean holdsKeysOf(SchemaProblem.UnknownKey unknown) {
    List<Member> members = unknown.member().value().members();
    return !members.isEmpty()
        && members.stream()
            .allMatch(
                member ->
                    unknown.place().property(member.name()).isPresent()
                        && unknown.object().member(member.name()).isEmpty());
  }

  // A brace too few behind the module above.
  private static boolean isModuleInModule(SchemaProblem.UnknownKey unknown, List<String> here) {
    return here.size() > 1
        && here.get(here.size() - 2).equals("modules")
        && Module.isOne(unknown.member().value());
  }

  /** The object that should have the key, where the document has it. */
  Optional<ObjectNode> target(Document document) {
    return at(document, path);
  }

  private static Optional<ObjectNode> at(Document document, List<String> path) {
    return document.tree().root().at(path.toArray(String[]::new)).asObject();
  }

  private static final class Search {
    private final String key;
    private final List<String> here;
    private final Document document;
    private final List<List<String>> nearest = new ArrayList<>();
    private final List<List<String>> distant = new ArrayList<>();
    private int shortest = NEAR + 1;

    Search(String key, List<String> here, Document document) {
      this.key = key;
      this.here = here;
      this.document = document;
    }

    void look(KeyPlace candidate) {
      List<String> there = candidate.path();
      int common = commonSteps(there);
      int distance = here.size() - common + there.size() - common;
      boolean open = there.subList(common, there.size()).contains(Schema.ANY);
      boolean options = there.contains("createOptions") || here.contains("createOptions");
      // A variant that was not chosen knows the key right here.
      boolean outdated = candidate.key().documentation().isDeprecated();
      if (open || options || outdated || distance == 0) {
        return;
      }
      List<String> path = new ArrayList<>(here.subList(0, common));
      path.addAll(there.subList(common, there.size()));
      boolean above = common == there.size();
      if (isUnread(path)) {
        return;
      }
      if (common > twin() || above) {
        if (distance < shortest) {
          shortest = distance;
          nearest.clear();
        }
        if (distance == shortest) {
          nearest.add(path);
        }
      }
      if (common >= twin()) {
        distant.add(path);
      }
    }

    // The values of the document select a variant that does without the key.
    private boolean isUnread(List<String> path) {
      return document.schema().orElseThrow().lookup().isUnread(new NodePath(path).child(key));
    }

    /** Where the way leads into a twin or a table of the root; at the root, before all steps. */
    private int twin() {
      for (int i = 0; i < here.size(); i++) {
        if (isTwin(here.get(i))) {
          return i;
        }
      }
      return here.isEmpty() ? -1 : 0;
    }

    private int commonSteps(List<String> there) {
      int common = 0;
      while (common < here.size()
          && common < there.size()
          && isSame(there, common, here.get(common))) {
        common++;
      }
      return common;
    }

    // Right below a twin, a name that is chosen is a dotted key of a layer.
    private static boolean isSame(List<String> pattern, int index, String step) {
      if (!pattern.get(index).equals(Schema.ANY)) {
        return pattern.get(index).equals(step);
      }
      boolean dotted = index > 0 && isTwin(pattern.get(index - 1));
      return !dotted || step.startsWith("properties.desired.");
    }

    private static boolean isTwin(String step) {
      return step.startsWith("$edge");
    }

    /** One step away. */
    Optional<BetterPlace> next() {
      return shortest == 1 ? near() : Optional.empty();
    }

    Optional<BetterPlace> near() {
      return only(nearest);
    }

    Optional<BetterPlace> far() {
      return only(distant);
    }

    // Of several, one that the document has.
    private Optional<BetterPlace> only(List<List<String>> paths) {
      List<List<String>> real =
          paths.size() < 2
              ? paths
              : paths.stream().filter(path -> at(document, path).isPresent()).toList();
      return real.size() == 1 ? Optional.of(new BetterPlace(real.get(0), false)) : Optional.empty();
    }
  }
}
