package io.github.edgelint.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * A pattern for files in the settings, together with the folder it starts from.
 *
 * @param written the pattern as it stands in the settings file
 */
public record PathPattern(DocPath folder, Glob glob, Setting<String> written) {

  /** Reads a pattern that {@code .gitignore} could have: without a slash it matches anywhere. */
  static PathPattern of(Setting<String> written) {
    return of(written, written.value());
  }

  /** Reads the path of a file, or of several by wildcards, as seen from the settings file. */
  static PathPattern ofPath(Setting<String> written) {
    String value = written.value();
    boolean anchored = value.startsWith("/") || value.startsWith("./") || value.startsWith("../");
    return of(written, anchored ? value : "/" + value);
  }

  private static PathPattern of(Setting<String> written, String value) {
    DocPath folder = written.file().parent().orElse(written.file());
    String rest = value;
    while (rest.startsWith("./") || rest.startsWith("../")) {
      if (rest.startsWith("../")) {
        folder = folder.parent().orElse(folder);
      }
      rest = rest.substring(rest.indexOf('/'));
      rest = rest.startsWith("/./") || rest.startsWith("/../") ? rest.substring(1) : rest;
    }
    return new PathPattern(folder, Glob.of(rest), written);
  }

  /** Whether the pattern matches the file, or a folder it lies in. */
  public boolean matches(DocPath path) {
    return path.isBelow(folder) && glob.matches(path.relativeTo(folder));
  }

  /** Whether the pattern matches the file itself. */
  boolean matchesFile(DocPath path) {
    return path.isBelow(folder) && glob.matchesItself(path.relativeTo(folder), false);
  }

  /** Whether the pattern matches the folder itself. */
  boolean matchesFolder(DocPath path) {
    return path.isBelow(folder) && glob.matchesItself(path.relativeTo(folder), true);
  }

  /** Whether something in the folder or below it may match. */
  boolean mayMatchIn(DocPath path) {
    return path.isBelow(folder) && glob.mayMatchIn(path.relativeTo(folder));
  }

  /** The one file or folder that can match, where there are no wildcards. */
  public Optional<DocPath> literal() {
    return glob.literal().map(folder::resolve);
  }

  /** The file or folder above everything that can match. */
  DocPath start() {
    return literal().orElse(folder);
  }

  /** The documents that the pattern matches. */
  List<Document> matchesIn(NavigableMap<DocPath, Document> documents) {
    List<Document> found = new ArrayList<>();
    for (Document document : candidates(documents).values()) {
      if (document.kind() != DocumentKind.SETTINGS && matches(document.path())) {
        found.add(document);
      }
    }
    return found;
  }

  private NavigableMap<DocPath, Document> candidates(NavigableMap<DocPath, Document> documents) {
    // A path, and all paths below it when it is a folder, sort between it and the last character.
    return documents.subMap(start(), true, new DocPath(start().value() + '\uFFFF'), true);
  }
}
