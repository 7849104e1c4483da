package io.github.edgelint.ide.names;

import io.github.edgelint.ide.names.Mention.Kind;
import io.github.edgelint.ide.names.Mention.Role;
import io.github.edgelint.iotedge.value.ModuleName;
import io.github.edgelint.iotedge.value.TwinRules;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The renaming of a module, route, output, input or variable wherever its name stands: as a module,
 * as a twin, in routes and environments, in layers and in the other manifests of the folder.
 */
public final class Rename {

  private final Name name;

  private Rename(Name name) {
    this.name = name;
  }

  /** The renaming of what is at an offset; empty where no name is. */
  public static Optional<Rename> at(Snapshot snapshot, Document document, int offset) {
    return Name.at(snapshot, document, offset).map(Rename::new);
  }

  /** The name at the cursor, without quotes. */
  public TextRange range() {
    return name.mention().range();
  }

  /** The name as it is. */
  public String oldName() {
    return name.mention().name();
  }

  /** Why the name has to stay, in one sentence; empty where it can change. */
  public Optional<String> refusal() {
    if (name.mention().isRuntime()) {
      return Optional.of(oldName() + " is part of the runtime and keeps its name.");
    }
    return switch (name.mention().kind()) {
      case MODULE, ROUTE, OUTPUT, INPUT -> Optional.empty();
      case FOLDER ->
          Optional.of(oldName() + " is the folder of a module; rename the folder instead.");
      case VARIABLE ->
          name.places(EnumSet.of(Role.DEFINITION)).isEmpty()
              ? Optional.of(
                  "No .env beside the template sets "
                      + oldName()
                      + "; it comes from elsewhere, where it would keep its name.")
              : Optional.empty();
    };
  }

  /** Why something cannot get this name, in one sentence; empty where it can. */
  public Optional<String> problem(String newName) {
    return switch (name.mention().kind()) {
      case MODULE -> ofModule(newName);
      case ROUTE -> ofRoute(newName);
      case OUTPUT, INPUT -> ofEndpoint(newName);
      case VARIABLE, FOLDER -> ofVariable(newName);
    };
  }

  private Optional<String> ofModule(String newName) {
    if (newName.isEmpty() || ModuleName.problem(newName).isPresent()) {
      return Optional.of(
          "A module needs a name of 2 to 128 letters, digits, hyphens and underscores that is no"
              + " number and no word of the route language.");
    }
    boolean taken =
        !newName.equalsIgnoreCase(oldName())
            && isTaken(
                name.scope().values(),
                other ->
                    other.kind() == Kind.MODULE
                        && other.role() != Role.HOST
                        && other.name().equalsIgnoreCase(newName));
    return taken ? Optional.of("There is already a module " + newName + ".") : Optional.empty();
  }

  private static boolean isTaken(Collection<List<Mention>> where, Predicate<Mention> isThatName) {
    return where.stream().anyMatch(mentions -> mentions.stream().anyMatch(isThatName));
  }

  private Optional<String> ofRoute(String newName) {
    boolean plain = newName.chars().allMatch(c -> c > ' ' && c != '"' && c != '\\' && c != '\'');
    if (newName.isEmpty() || !plain || TwinRules.keyProblem(newName).isPresent()) {
      return Optional.of(
          "The name of a route has no blanks, dots, dollar signs, quotes or backslashes.");
    }
    boolean taken =
        !newName.equals(oldName())
            && isTaken(
                List.of(name.scope().get(name.document())),
                other -> other.kind() == Kind.ROUTE && other.name().equals(newName));
    return taken ? Optional.of("There is already a route " + newName + ".") : Optional.empty();
  }

  private Optional<String> ofVariable(String newName) {
    if (!newName.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      return Optional.of(
          "The name of a variable has letters, digits and underscores, and starts with no digit.");
    }
    String owner = name.mention().owner();
    boolean taken =
        !newName.equals(oldName())
            && isTaken(
                name.scope().values(),
                other ->
                    other.kind() == Kind.VARIABLE
                        && other.owner().equals(owner)
                        && other.name().equals(newName));
    return taken ? Optional.of("There is already a variable " + newName + ".") : Optional.empty();
  }

  private static Optional<String> ofEndpoint(String newName) {
    boolean word =
        !newName.isEmpty()
            && Character.isLetter(newName.charAt(0))
            && newName.chars().allMatch(Rename::isWord);
    return word
        ? Optional.empty()
        : Optional.of(
            "The name of an output or input starts with a letter and has only letters, digits,"
                + " hyphens and underscores.");
  }

  private static boolean isWord(int c) {
    return c == '_'
        || c == '-'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9');
  }

  /** What changes in which file; nothing where the name cannot change, or not to this one. */
  public List<DocumentEdit> edits(String newName) {
    List<DocumentEdit> edits = new ArrayList<>();
    if (refusal().isPresent() || problem(newName).isPresent()) {
      return edits;
    }
    for (Document each : name.scope().keySet()) {
      List<TextEdit> changes = new ArrayList<>();
      for (Location place : name.placesIn(each, EnumSet.allOf(Role.class))) {
        changes.add(new TextEdit(place.range(), newName));
      }
      if (!changes.isEmpty()) {
        edits.add(new DocumentEdit(each.path(), changes, false));
      }
    }
    return edits;
  }
}
