package io.github.edgelint.testing;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/** A folder of files that exists in memory only. */
public final class Project {

  public static final DocPath ROOT = new DocPath("/project");

  private Project() {}

  /** The snapshot of files given by their paths below {@link #ROOT}. */
  public static Snapshot of(Map<String, String> files) {
    Map<DocPath, SourceText> sources = new LinkedHashMap<>();
    files.forEach((path, text) -> sources.put(ROOT.resolve(path), SourceText.of(text)));
    return Snapshot.of(ROOT, sources);
  }
}
