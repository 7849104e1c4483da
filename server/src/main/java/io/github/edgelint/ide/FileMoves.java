package io.github.edgelint.ide;

import io.github.edgelint.embedded.EmbeddedText;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.TemplateBuild;
import io.github.edgelint.workspace.TemplateBuild.ModuleFolder;
import io.github.edgelint.workspace.TemplateBuild.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the move of a file or folder changes in others: <code>${MODULES.name}</code> in templates,
 * and the files that the settings name.
 */
public final class FileMoves {

  /** A file or folder gets another path. */
  public record Move(DocPath from, DocPath to) {

    /** Where a path is found after the move; empty where it is none of what moves. */
    private Optional<DocPath> of(DocPath path) {
      if (path.equals(from)) {
        return Optional.of(to);
      }
      return path.isBelow(from) ? Optional.of(to.resolve(path.relativeTo(from))) : Optional.empty();
    }
  }

  private final Snapshot snapshot;
  private final List<Move> moves;

  private FileMoves(Snapshot snapshot, List<Move> moves) {
    this.snapshot = snapshot;
    this.moves = moves;
  }

  /** The edits of the documents as they are before the moves. */
  public static List<DocumentEdit> edits(Snapshot snapshot, List<Move> moves) {
    FileMoves all = new FileMoves(snapshot, moves);
    List<DocumentEdit> edits = new ArrayList<>();
    for (Document document : snapshot.documents()) {
      List<TextEdit> changes =
          document.kind() == DocumentKind.SETTINGS
              ? all.inSettings(document)
              : all.inTemplate(document);
      if (!changes.isEmpty()) {
        edits.add(new DocumentEdit(document.path(), changes, false));
      }
    }
    return edits;
  }

  private Optional<DocPath> moved(DocPath path) {
    return moves.stream().flatMap(move -> move.of(path).stream()).findFirst();
  }

  // --- templates ---------------------------------------------------------------------------

  private List<TextEdit> inTemplate(Document template) {
    List<TextEdit> edits = new ArrayList<>();
    for (Reference reference : TemplateBuild.references(template)) {
      Optional<String> name =
          switch (reference.kind()) {
            case VARIABLE -> Optional.empty();
            case MODULE -> newName(template, reference.name());
            case MODULE_ELSEWHERE -> newPath(template, reference);
          };
      name.ifPresent(written -> edits.add(new TextEdit(reference.nameRange(), written)));
    }
    return edits;
  }

  /** The new name of the folder of a module that stays beside its template. */
  private Optional<String> newName(Document template, String module) {
    Optional<Document> file =
        Optional.ofNullable(TemplateBuild.of(snapshot, template).modules().get(module));
    return file.flatMap(known -> moved(known.path()))
        .flatMap(TemplateBuild::moduleFolder)
        .filter(folder -> Optional.of(folder.project()).equals(template.path().parent()))
        .map(ModuleFolder::name)
        // A dot would read as the start of a platform.
        .filter(name -> name.matches("[A-Za-z0-9_-]+") && !name.equals(module));
  }

  /** The new path to the folder of a module; a template that moves itself is left alone. */
  private Optional<String> newPath(Document template, Reference reference) {
    Optional<DocPath> from = template.path().parent().filter(p -> moved(template.path()).isEmpty());
    return TemplateBuild.of(snapshot, template)
        .module(reference)
        .flatMap(file -> moved(file.path()))
        .flatMap(DocPath::parent)
        .flatMap(to -> from.map(folder -> relative(folder, to, reference.name())))
        // These would end the placeholder, or the text.
        .filter(path -> path.matches("[^<>{}\"\\\\]+"));
  }

  // --- settings ----------------------------------------------------------------------------

  private List<TextEdit> inSettings(Document settings) {
    List<TextEdit> edits = new ArrayList<>();
    Optional<DocPath> folder = settings.path().parent();
    // Settings that move themselves would need other paths altogether.
    if (folder.isPresent() && moved(settings.path()).isEmpty()) {
      for (ScalarNode path : paths(settings)) {
        moved(folder.get().resolve(path.text()))
            .map(to -> relative(folder.get(), to, path.text()))
            .flatMap(
                text ->
                    EmbeddedText.of(settings.tree(), path)
                        .encode(new TextEdit(new TextRange(0, path.text().length()), text)))
            .ifPresent(edits::add);
      }
    }
    return edits;
  }

  /** The places of a settings file that name one file each. */
  static List<ScalarNode> paths(Document settings) {
    ConfigNode root = settings.tree().root();
    List<ScalarNode> paths = new ArrayList<>();
    add(root.get("extend"), paths);
    for (ConfigNode device : root.get("device").items()) {
      for (String key : List.of("config", "manifest", "daemon-json", "layers", "units")) {
        add(device.get(key), paths);
      }
    }
    return paths;
  }

  private static void add(ConfigNode value, List<ScalarNode> paths) {
    value.items().forEach(item -> add(item, paths));
    if (value.asText().isPresent()) {
      value.asScalar().ifPresent(paths::add);
    }
  }

  /** A path as seen from a folder, written in the way of the old one. */
  private static String relative(DocPath folder, DocPath to, String old) {
    StringBuilder up = new StringBuilder();
    DocPath above = folder;
    while (!to.isBelow(above) && above.parent().isPresent()) {
      up.append("../");
      above = above.parent().get();
    }
    if (old.startsWith("/") || !to.isBelow(above)) {
      return to.value();
    }
    String dot = old.startsWith("./") && up.isEmpty() ? "./" : "";
    return dot + up + to.relativeTo(above);
  }
}
