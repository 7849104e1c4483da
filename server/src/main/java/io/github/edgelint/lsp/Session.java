package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.analysis.Failures;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Document.Origin;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * The documents of a session and all its threads.
 *
 * <p>Every method only queues and returns at once. Changes are applied in the order in which they
 * came; a question sees all changes that came before it. Findings are worked out whenever no change
 * is waiting.
 */
final class Session {

  // A question about findings is asked anew this often when other documents change meanwhile.
  private static final int ATTEMPTS = 8;

  /** Threads that answer questions, and how long one without a question stays. */
  private static final int READERS = 2;

  private static final int IDLE_SECONDS = 10;

  /** How long the first look waits for the files of the workspace, most of which are few. */
  private static final int PATIENCE_MILLIS = 150;

  /** How long questions wait for the first findings, which are what people look for. */
  private static final int FINDINGS_FIRST_MILLIS = 500;

  private final ServerLog log;
  private final boolean cancelsStale;
  private final BiConsumer<Revision, Analysis> whenAnalysed;
  private final Analyzer analyzer;
  private final Worker state;
  private final Worker analysis;
  private final ThreadPoolExecutor readers;
  private final AtomicReference<Revision> waiting = new AtomicReference<>();

  private final CountDownLatch filesRead = new CountDownLatch(1);
  private final CompletableFuture<Void> firstFindings = new CompletableFuture<>();

  // Owned by the analysis thread.
  private boolean looked;

  // Owned by the state thread.
  private final Map<DocPath, OpenDocument> open = new HashMap<>();
  private final Map<DocPath, Document> changed = new LinkedHashMap<>();
  private Snapshot snapshot = Snapshot.of(Workspace.of(List.of()), List.of());
  private Revision current = new Revision(snapshot, Map.of());
  private boolean dirty;
  private CompletableFuture<Void> lastHeld = firstFindings;

  // Written by the state thread only.
  private volatile Revision latest = current;

  /**
   * @param cancelsStale whether questions about a text that has changed are answered with an error
   * @param whenAnalysed gets the findings of each revision that is still current
   */
  Session(
      ServerLog log,
      Analyzer analyzer,
      boolean cancelsStale,
      BiConsumer<Revision, Analysis> whenAnalysed) {
    this.log = log;
    this.analyzer = analyzer;
    this.cancelsStale = cancelsStale;
    this.whenAnalysed = whenAnalysed;
    this.state = new Worker("edgelint state", this::analyseCurrent, log);
    this.analysis = new Worker("edgelint analysis", () -> {}, log);
    this.readers =
        new ThreadPoolExecutor(
            READERS,
            READERS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "edgelint reader");
              thread.setDaemon(true);
              return thread;
            });
    readers.allowCoreThreadTimeOut(true);
  }

  void start() {
    state.start();
    analysis.start();
  }

  /** Ends after what came before, whose answers the readers still give: they leave when idle. */
  void stop() {
    state.stop();
    analysis.stop();
  }

  // --- changes -----------------------------------------------------------------------------

  /** A document is open from now on; what is on disk no longer counts. */
  void open(DocPath path, OpenDocument document) {
    state.submit(() -> put(path, document));
  }

  /** An open document changes; one that nobody opened is left alone. */
  void change(DocPath path, UnaryOperator<OpenDocument> change) {
    state.submit(
        () -> {
          OpenDocument before = open.get(path);
          if (before == null) {
            log.warn("A document changed that is not open: " + path.name());
          } else {
            put(path, change.apply(before));
          }
        });
  }

  private void put(DocPath path, OpenDocument document) {
    open.put(path, document);
    // Most files are opened as they lie on the disk, and have been read.
    Document known =
        snapshot
            .document(path)
            .filter(before -> before.source().equals(document.source()))
            .filter(before -> before.problem().isEmpty())
            .orElseGet(() -> Document.of(path, document.source()));
    changed.put(path, known.from(Origin.OPENED));
    dirty = true;
  }

  /** A document is no longer open. Its text stays until it is known what is on disk. */
  void close(DocPath path) {
    state.submit(
        () -> {
          OpenDocument closed = open.remove(path);
          if (closed != null) {
            changed.put(path, Document.of(path, closed.source()).from(Origin.COMPANION));
            dirty = true;
          }
        });
  }

  /** A file changed or went; where it is open, that does not count. */
  void file(DocPath path, Optional<Document> onDisk) {
    state.submit(
        () -> {
          if (!open.containsKey(path)) {
            replace(path, onDisk);
          }
        });
  }

  private void replace(DocPath path, Optional<Document> document) {
    if (document.isPresent()) {
      changed.put(path, document.get());
    } else {
      apply();
      snapshot = snapshot.without(path);
    }
    dirty = true;
  }

  /**
   * What is on disk in the whole workspace. Documents that are no longer there go; open ones stay.
   * A file whose text is as before stays the same document, so that nothing is worked out twice.
   */
  void workspace(Workspace workspace, List<Document> documents) {
    state.submit(
        () -> {
          apply();
          Map<DocPath, Document> next = new LinkedHashMap<>();
          for (Document document : documents) {
            next.put(document.path(), asBefore(document));
          }
          for (DocPath path : open.keySet()) {
            snapshot.document(path).ifPresent(document -> next.put(path, document));
          }
          snapshot
              .document(Settings.OF_EDITOR)
              .ifPresent(settings -> next.put(Settings.OF_EDITOR, settings));
          snapshot = Snapshot.of(workspace, next.values());
          analyzer.forget();
          dirty = true;
        });
  }

  /** The files of the workspace are here, or there is none. */
  void filesAreRead() {
    state.submit(
        () -> {
          current();
          filesRead.countDown();
        });
  }

  private Document asBefore(Document document) {
    return snapshot
        .document(document.path())
        .filter(before -> before.source().equals(document.source()))
        .filter(before -> before.problem().equals(document.problem()))
        .filter(before -> before.origin() == document.origin())
        .orElse(document);
  }

  /** Files beside an open one that lies in no folder of the workspace. */
  void companions(Workspace around, List<Document> documents) {
    state.submit(
        () -> {
          apply();
          Set<DocPath> folders = new LinkedHashSet<>(snapshot.workspace().folders());
          folders.addAll(around.folders());
          List<Document> fresh = new ArrayList<>();
          for (Document document : documents) {
            if (snapshot.document(document.path()).isEmpty()) {
              fresh.add(document);
            }
          }
          Workspace wider = new Workspace(List.copyOf(folders), snapshot.workspace().target());
          snapshot = snapshot.in(wider).with(fresh);
          dirty = true;
        });
  }

  /** The client's settings change. */
  void settings(UnaryOperator<Snapshot> change) {
    state.submit(
        () -> {
          apply();
          Snapshot next = change.apply(snapshot);
          dirty |= next != snapshot;
          snapshot = next;
        });
  }

  private void apply() {
    if (!changed.isEmpty()) {
      snapshot = snapshot.with(changed.values());
      changed.clear();
    }
  }

  private Revision current() {
    if (dirty) {
      dirty = false;
      apply();
      Revision before = current;
      current = new Revision(snapshot, open);
      latest = current;
      before.supersede();
      waiting.set(current);
    }
    return current;
  }

  private void analyseCurrent() {
    current();
    if (waiting.get() != null) {
      analysis.submit(this::analyse);
    }
  }

  private void analyse() {
    if (!looked) {
      looked = true;
      awaitFiles();
    }
    Revision revision = waiting.getAndSet(null);
    if (revision == null || revision.isSuperseded()) {
      return;
    }
    long start = System.nanoTime();
    Analysis found;
    try {
      found = analyzer.analyze(revision.snapshot());
    } catch (RuntimeException | Error e) {
      revision.analysis().completeExceptionally(e);
      throw e;
    }
    revision.analysis().complete(found);
    log.trace("analysed in " + (System.nanoTime() - start) / 1000 + " µs");
    if (!revision.isSuperseded()) {
      whenAnalysed.accept(revision, found);
      if (!revision.open().isEmpty()) {
        firstFindings.complete(null);
      }
    }
  }

  /** Without them, the look that is the slowest of all would be in vain a moment later. */
  private void awaitFiles() {
    try {
      if (!filesRead.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        log.trace("the workspace is large: looks at what is open first");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // --- questions ---------------------------------------------------------------------------

  /**
   * Answers a question about a document.
   *
   * @param feature its name, for the log
   * @param unknown the answer where there is no such document
   */
  <T> CompletableFuture<T> read(
      String feature, DocPath path, T unknown, BiFunction<Revision, Document, T> answer) {
    CompletableFuture<T> result = new CompletableFuture<>();
    ask(
        revision ->
            afterFindings(
                () -> {
                  if (cancelsStale && isStale(revision, path)) {
                    result.completeExceptionally(contentModified());
                  } else {
                    Optional<Document> document = revision.document(path);
                    complete(
                        feature,
                        result,
                        () ->
                            document.isPresent()
                                ? answer.apply(revision, document.get())
                                : unknown);
                  }
                }));
    return result;
  }

  /** Answers a question about all documents. */
  <T> CompletableFuture<T> readAll(String feature, Function<Revision, T> answer) {
    CompletableFuture<T> result = new CompletableFuture<>();
    ask(revision -> afterFindings(() -> complete(feature, result, () -> answer.apply(revision))));
    return result;
  }

  /** Answers on a thread for that; while an editor starts, after the findings, in their order. */
  private void afterFindings(Runnable answer) {
    firstFindings.completeOnTimeout(null, FINDINGS_FIRST_MILLIS, TimeUnit.MILLISECONDS);
    lastHeld = lastHeld.thenRun(() -> readers.execute(answer));
  }

  /** Answers a question about the findings in a document, as soon as somebody looked. */
  <T> CompletableFuture<T> readFindings(String feature, DocPath path, T unknown, Finder<T> answer) {
    CompletableFuture<T> result = new CompletableFuture<>();
    ask(
        revision -> {
          Optional<Document> document = revision.document(path);
          if (document.isEmpty()) {
            result.complete(unknown);
            return;
          }
          whenAnalysed(
              new Question<>(
                  feature,
                  result,
                  next -> revision.hasSame(path, next),
                  (now, found) -> answer.find(now, now.document(path).orElseThrow(), found)),
              revision,
              ATTEMPTS);
        });
    return result;
  }

  /** Answers a question about the findings in all documents. */
  <T> CompletableFuture<T> readAllFindings(
      String feature, BiFunction<Revision, Analysis, T> answer) {
    CompletableFuture<T> result = new CompletableFuture<>();
    ask(
        revision ->
            whenAnalysed(
                new Question<>(feature, result, next -> true, answer), revision, ATTEMPTS));
    return result;
  }

  /** Answers a question about a document and its findings. */
  @FunctionalInterface
  interface Finder<T> {
    T find(Revision revision, Document document, Analysis analysis);
  }

  /**
   * @param holdsIn whether it may be asked again of a newer revision
   */
  private record Question<T>(
      String feature,
      CompletableFuture<T> result,
      Predicate<Revision> holdsIn,
      BiFunction<Revision, Analysis, T> answer) {}

  private <T> void whenAnalysed(Question<T> question, Revision revision, int attempts) {
    revision
        .analysis()
        .whenCompleteAsync(
            (found, failure) -> {
              if (found != null) {
                complete(
                    question.feature,
                    question.result,
                    () -> question.answer.apply(revision, found));
              } else if (!revision.isSuperseded()) {
                question.result.completeExceptionally(failed(question.feature, failure));
              } else if (attempts > 0 && !question.result.isDone()) {
                ask(next -> askAgain(question, next, attempts - 1));
              } else {
                question.result.completeExceptionally(contentModified());
              }
            },
            readers);
  }

  private <T> void askAgain(Question<T> question, Revision next, int attempts) {
    if (question.holdsIn.test(next)) {
      whenAnalysed(question, next, attempts);
    } else {
      question.result.completeExceptionally(contentModified());
    }
  }

  /** The documents as they were when somebody last looked. */
  Snapshot latestSnapshot() {
    return latest.snapshot();
  }

  private void ask(Consumer<Revision> question) {
    state.submit(() -> question.accept(current()));
  }

  private boolean isStale(Revision revision, DocPath path) {
    return revision.isSuperseded() && !revision.hasSame(path, latest);
  }

  private <T> void complete(String feature, CompletableFuture<T> result, Supplier<T> answer) {
    if (result.isDone()) {
      return; // the client no longer wants to know
    }
    try {
      result.complete(answer.get());
    } catch (ResponseErrorException refusal) {
      result.completeExceptionally(refusal);
    } catch (RuntimeException | Error failure) {
      log.failure(feature, failure);
      result.completeExceptionally(failed(feature, failure));
    }
  }

  private static ResponseErrorException failed(String feature, Throwable failure) {
    return new ResponseErrorException(
        new ResponseError(
            ResponseErrorCode.InternalError,
            "edgelint failed in " + feature + ": " + Failures.id(failure),
            null));
  }

  private static ResponseErrorException contentModified() {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.ContentModified, "the document changed", null));
  }
}
