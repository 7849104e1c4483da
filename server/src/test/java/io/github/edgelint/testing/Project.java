package io.github.edgelint.testing;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files that exist in memory only, in a folder that looks like a work tree of git. */
public final class Project {

  public static final DocPath ROOT = DocPath.of(workTree());

  private Project() {}

  private static Path workTree() {
    Path folder = Repository.root().resolve("server/target/project");
    try {
      Files.createDirectories(folder.resolve(".git"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** The snapshot of files given by their paths below {@link #ROOT}. */
  public static Snapshot of(Map<String, String> files) {
    List<Document> documents = new ArrayList<>();
    files.forEach(
        (path, text) -> documents.add(Document.of(ROOT.resolve(path), SourceText.of(text))));
    return Snapshot.of(Workspace.of(List.of(ROOT)), documents);
  }
}
