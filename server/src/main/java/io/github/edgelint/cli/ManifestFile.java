package io.github.edgelint.cli;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that has to be a deployment manifest. */
final class ManifestFile {

  private ManifestFile() {}

  /** Reads it, whatever its name; refuses what holds no modules. */
  static Document read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new Failures.Refusal(file + " is a folder; name the manifest itself");
    }
    SourceText source = SourceText.decode(Files.readAllBytes(file));
    Document named = Document.of(DocPath.of(file), source);
    Document document = named.kind().isManifest() ? named : named.as(DocumentKind.MANIFEST);
    if (document.manifest().isEmpty()) {
      throw new Failures.Refusal(file + " is no deployment manifest");
    }
    return document;
  }
}
