package io.github.edgelint.workspace;

import io.github.edgelint.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Documents as a scan gives them that meets files of equal text. */
public final class CopiedDocuments {

  private CopiedDocuments() {}

  /** A document for each file, equal texts read once; the files are given by path. */
  public static List<Document> of(Map<DocPath, String> files) {
    Contents contents = new Contents();
    List<Document> documents = new ArrayList<>();
    files.forEach(
        (path, text) ->
            documents.add(Document.of(path, contents.of(text.getBytes(StandardCharsets.UTF_8)))));
    return documents;
  }

  /** The same documents, each read by itself. */
  public static List<Document> apart(Map<DocPath, String> files) {
    List<Document> documents = new ArrayList<>();
    files.forEach(
        (path, text) ->
            documents.add(
                Document.of(path, SourceText.decode(text.getBytes(StandardCharsets.UTF_8)))));
    return documents;
  }
}
