package io.github.edgelint.testing;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A folder of files that exists in memory only. */
public final class Project {

  public static final DocPath ROOT = new DocPath("/project");

  private Project() {}

  /** The snapshot of files given by their paths below {@link #ROOT}. */
  public static Snapshot of(Map<String, String> files) {
    List<Document> documents = new ArrayList<>();
    files.forEach(
        (path, text) -> documents.add(Document.of(ROOT.resolve(path), SourceText.of(text))));
    return Snapshot.of(Workspace.of(List.of(ROOT)), documents);
  }
}
