package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** The documents at one moment, and what is found in them once somebody looked. Immutable. */
final class Revision {

  private final Snapshot snapshot;
  private final Map<DocPath, OpenDocument> open;
  private final CompletableFuture<Analysis> analysis = new CompletableFuture<>();
  private volatile boolean superseded;

  Revision(Snapshot snapshot, Map<DocPath, OpenDocument> open) {
    this.snapshot = snapshot;
    this.open = Map.copyOf(open);
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /** The documents that the client has open. */
  Map<DocPath, OpenDocument> open() {
    return open;
  }

  Optional<Document> document(DocPath path) {
    return snapshot.document(path);
  }

  /** The findings; fails where a newer revision came before anybody had looked. */
  CompletableFuture<Analysis> analysis() {
    return analysis;
  }

  boolean isSuperseded() {
    return superseded;
  }

  void supersede() {
    superseded = true;
    analysis.completeExceptionally(new CancellationException("superseded"));
  }

  /** The URI of a document as the client spells it. */
  String uri(DocPath path) {
    OpenDocument document = open.get(path);
    return document == null ? Uris.of(path) : document.uri();
  }

  /** The version of a document; empty where it is not open. */
  Optional<Integer> version(DocPath path) {
    return Optional.ofNullable(open.get(path)).map(OpenDocument::version);
  }

  /** Whether a document is the same text in both revisions. */
  boolean hasSame(DocPath path, Revision other) {
    Optional<SourceText> mine = document(path).map(Document::source);
    return mine.isPresent() && mine.equals(other.document(path).map(Document::source));
  }
}
