package io.github.edgelint.cli;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Document.Origin;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What a command looks at: files, folders, standard input. */
final class Input {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders, this folder if there is none; - reads standard input.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--stdin-filename",
      paramLabel = "NAME",
      description = "The name that standard input is known by.")
  private Path standardInputName;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      converter = Kind.class,
      description =
          "What the named files are: device-config, manifest, template, layered, unit or"
              + " engine-config.")
  private DocumentKind as;

  @Option(
      names = "--final",
      description = "The named manifests go to devices as they are: no placeholder may be left.")
  private boolean asFinal;

  /**
   * What was read.
   *
   * @param base the folder that paths are printed from
   * @param files how many files are checked
   * @param failed whether something that was named could not be read
   * @param isStandardInput whether it is the text of standard input
   */
  record Loaded(
      Snapshot snapshot, DocPath base, int files, boolean failed, boolean isStandardInput) {}

  Loaded load(PrintWriter err) throws IOException {
    DocPath base = DocPath.of(Path.of(""));
    List<Document> documents = new ArrayList<>();
    boolean failed = false;
    boolean standardInput = false;
    for (String path : paths.isEmpty() ? List.of(".") : paths) {
      if (path.equals("-")) {
        standardInput = true;
        Path name = standardInputName == null ? Path.of("stdin") : standardInputName;
        documents.add(
            named(Document.of(DocPath.of(name), SourceText.decode(System.in.readAllBytes()))));
      } else if (Files.isDirectory(Path.of(path))) {
        try (Stream<Path> files = Files.walk(Path.of(path))) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            if (!file.toString().contains("/.git/")) {
              documents.add(read(file).from(Origin.FOUND));
            }
          }
        }
      } else {
        try {
          documents.add(named(read(Path.of(path))));
        } catch (FileSystemException e) {
          err.println("edgelint: " + Failures.describe(e));
          failed = true;
        }
      }
    }
    Snapshot snapshot = Snapshot.of(Workspace.of(List.of(base)), documents);
    int known = 0;
    for (Document document : snapshot.documents()) {
      known += document.kind() == DocumentKind.OTHER ? 0 : 1;
    }
    return new Loaded(snapshot, base, known, failed, standardInput);
  }

  private static Document read(Path file) throws IOException {
    return Document.of(DocPath.of(file), SourceText.decode(Files.readAllBytes(file)));
  }

  private Document named(Document document) {
    Document typed = as == null ? document : document.as(as);
    return asFinal ? typed.asFinal() : typed;
  }

  /** Turns the name of a kind into the kind. */
  static final class Kind implements ITypeConverter<DocumentKind> {
    @Override
    public DocumentKind convert(String value) {
      return DocumentKind.ofLabel(value)
          .filter(kind -> kind.ordinal() <= DocumentKind.ENGINE_CONFIG.ordinal())
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + value
                          + "' is no kind of file; there are device-config, manifest,"
                          + " template, layered, unit and engine-config"));
    }
  }
}
