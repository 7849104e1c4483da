package io.github.edgelint.cli;

import io.github.edgelint.rules.Printable;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Document.Origin;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.FileScanner;
import io.github.edgelint.workspace.Snapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command looks at: files, folders, standard input. */
final class Input {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files, folders, or - for standard input.")
  private List<String> paths;

  @Option(names = "--stdin-filename", paramLabel = "NAME", description = "Name for standard input.")
  private Path standardInputName;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      converter = Kind.class,
      completionCandidates = Kind.class,
      description = "What the named files are: ${COMPLETION-CANDIDATES}.")
  private DocumentKind as;

  @Option(names = "--final", description = "No placeholder may be left.")
  private boolean asFinal;

  Input() {
    this(List.of());
  }

  Input(List<String> paths) {
    this.paths = new ArrayList<>(paths);
  }

  /**
   * What was read.
   *
   * @param base the folder that paths are printed from
   * @param files how many files are checked
   * @param failed whether something that was named could not be read
   * @param standardInput the document that standard input is
   * @param scan where the documents come from
   */
  record Loaded(
      Snapshot snapshot,
      DocPath base,
      int files,
      boolean failed,
      Optional<DocPath> standardInput,
      FileScanner.Scan scan) {

    boolean isStandardInput() {
      return standardInput.isPresent();
    }

    /** The same with other texts. */
    Loaded with(Snapshot changed) {
      return new Loaded(changed, base, files, failed, standardInput, scan);
    }

    /** Files and folders in which a change may give other documents. */
    Set<Path> places() {
      Set<Path> places = new HashSet<>();
      for (DocPath folder : scan.folders()) {
        folder.toFile().ifPresent(places::add);
        folder.resolve(".gitignore").toFile().ifPresent(places::add);
      }
      for (Document document : scan.documents()) {
        document.path().toFile().ifPresent(places::add);
      }
      places.addAll(scan.missing());
      return places;
    }

    /** Whether every document is what it is in another one. */
    boolean hasDocumentsOf(Loaded other) {
      Iterator<Document> theirs = other.snapshot.documents().iterator();
      for (Document mine : snapshot.documents()) {
        if (!theirs.hasNext() || !isSame(mine, theirs.next())) {
          return false;
        }
      }
      return !theirs.hasNext();
    }

    private static boolean isSame(Document one, Document other) {
      return one.path().equals(other.path())
          && one.problem().equals(other.problem())
          && one.source().text().equals(other.source().text());
    }
  }

  boolean readsStandardInput() {
    return paths.contains("-");
  }

  /** The files and folders that were named: this folder where nothing was. */
  private List<Path> named() {
    List<Path> named = new ArrayList<>();
    for (String path : paths) {
      if (!path.equals("-")) {
        named.add(Path.of(path));
      }
    }
    if (paths.isEmpty()) {
      named.add(Path.of(""));
    }
    return named;
  }

  /** Whether a file was named, or a folder above it. */
  boolean covers(DocPath file) {
    for (Path path : named()) {
      DocPath named = DocPath.of(path);
      if (file.equals(named) || file.isBelow(named)) {
        return true;
      }
    }
    return false;
  }

  Loaded load(PrintWriter err) throws IOException {
    DocPath base = DocPath.of(Path.of(""));
    FileScanner.Scan scan = FileScanner.scan(named());
    for (Path missing : scan.missing()) {
      err.println("edgelint: " + Printable.of(missing.toString()) + " does not exist");
    }
    List<Document> documents = new ArrayList<>(scan.documents());
    Optional<DocPath> standardInput = Optional.empty();
    if (readsStandardInput()) {
      // Without a name the content alone tells what it is.
      DocPath name =
          standardInputName == null ? new DocPath("<stdin>") : DocPath.of(standardInputName);
      standardInput = Optional.of(name);
      documents.removeIf(document -> document.path().equals(name));
      documents.add(Document.of(name, SourceText.decode(System.in.readAllBytes())));
    }
    documents.replaceAll(this::asNamed);
    Snapshot snapshot = Snapshot.of(scan.workspace(), documents);
    snapshot.devices(); // tells what the documents are, several at a time
    int checked = 0;
    for (Document document : snapshot.documents()) {
      checked += isAsked(document) && document.kind() != DocumentKind.OTHER ? 1 : 0;
    }
    boolean failed = !scan.missing().isEmpty() || isUnreadable(snapshot);
    return new Loaded(snapshot, base, checked, failed, standardInput, scan);
  }

  /** Whether somebody named the document or a folder above it. */
  static boolean isAsked(Document document) {
    return document.origin() != Origin.COMPANION;
  }

  private static boolean isUnreadable(Snapshot snapshot) {
    for (Document document : snapshot.documents()) {
      if (document.origin() == Origin.NAMED && document.problem().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Document asNamed(Document document) {
    if (document.origin() != Origin.NAMED) {
      return document;
    }
    Document typed = as == null ? document : document.as(as);
    return asFinal ? typed.asFinal() : typed;
  }

  /** The kinds that a file may be said to have. */
  static final class Kind extends Words<DocumentKind> {
    private static final Map<String, DocumentKind> KINDS = new LinkedHashMap<>();

    static {
      for (DocumentKind kind : DocumentKind.values()) {
        if (kind.compareTo(DocumentKind.ENGINE_CONFIG) <= 0) {
          KINDS.put(kind.label(), kind);
        }
      }
    }

    Kind() {
      super(KINDS);
    }
  }
}
