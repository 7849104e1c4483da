package io.github.edgelint.ide.names;

import io.github.edgelint.ide.names.Mention.Kind;
import io.github.edgelint.iotedge.value.ModuleName;
import io.github.edgelint.iotedge.value.TwinRules;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The renaming of a module, route, output or input wherever its name stands: as a module, as a
 * twin, in routes, in layers and in the other manifests of the folder.
 */
public final class Rename {

  private final Snapshot snapshot;
  private final Document document;
  private final Mention name;

  private Rename(Snapshot snapshot, Document document, Mention name) {
    this.snapshot = snapshot;
    this.document = document;
    this.name = name;
  }

  /** The renaming of what is at an offset; empty where no name is, or one that the runtime sets. */
  public static Optional<Rename> at(Snapshot snapshot, Document document, int offset) {
    return Mentions.at(document, offset)
        .filter(mention -> mention.kind() != Kind.SYSTEM_MODULE && !isRuntime(mention))
        .map(mention -> new Rename(snapshot, document, mention));
  }

  private static boolean isRuntime(Mention mention) {
    return mention.kind() == Kind.MODULE
        && (mention.name().equalsIgnoreCase("edgeAgent")
            || mention.name().equalsIgnoreCase("edgeHub"));
  }

  /** The name at the cursor, without quotes. */
  public TextRange range() {
    return name.range();
  }

  /** The name as it is. */
  public String oldName() {
    return name.name();
  }

  /** Why something cannot get this name, in one sentence; empty where it can. */
  public Optional<String> problem(String newName) {
    return switch (name.kind()) {
      case MODULE, SYSTEM_MODULE -> ofModule(newName);
      case ROUTE -> ofRoute(newName);
      case OUTPUT, INPUT -> ofEndpoint(newName);
    };
  }

  private Optional<String> ofModule(String newName) {
    if (newName.isEmpty() || ModuleName.problem(newName).isPresent()) {
      return Optional.of(
          "A module needs a name of 2 to 128 letters, digits, hyphens and underscores that is no"
              + " number and no word of the route language.");
    }
    boolean same = newName.equalsIgnoreCase(name.name());
    for (Document each : Mentions.scope(snapshot, document)) {
      for (Mention mention : Mentions.of(each)) {
        if (!same
            && (mention.kind() == Kind.MODULE || mention.kind() == Kind.SYSTEM_MODULE)
            && mention.name().equalsIgnoreCase(newName)) {
          return Optional.of("There is already a module " + newName + ".");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofRoute(String newName) {
    boolean plain = newName.chars().allMatch(c -> c > ' ' && c != '"' && c != '\\' && c != '\'');
    if (newName.isEmpty() || !plain || TwinRules.keyProblem(newName).isPresent()) {
      return Optional.of(
          "The name of a route has no blanks, dots, dollar signs, quotes or backslashes.");
    }
    boolean taken =
        !newName.equals(name.name())
            && Mentions.of(document).stream()
                .anyMatch(each -> each.kind() == Kind.ROUTE && each.name().equals(newName));
    return taken ? Optional.of("There is already a route " + newName + ".") : Optional.empty();
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

  /** What changes in which file; nothing where the name has a {@link #problem}. */
  public List<DocumentEdit> edits(String newName) {
    List<DocumentEdit> edits = new ArrayList<>();
    if (problem(newName).isPresent()) {
      return edits;
    }
    for (Document each : Mentions.scope(snapshot, document)) {
      List<TextEdit> changes = new ArrayList<>();
      for (Mention mention : Mentions.of(each)) {
        if (mention.isSameAs(name)) {
          changes.add(new TextEdit(mention.range(), newName));
        }
      }
      if (!changes.isEmpty()) {
        edits.add(new DocumentEdit(each.path(), changes, false));
      }
    }
    return edits;
  }
}
