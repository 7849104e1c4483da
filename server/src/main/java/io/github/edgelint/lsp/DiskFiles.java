package io.github.edgelint.lsp;

import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Document.Origin;
import io.github.edgelint.workspace.FileScanner;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads what is on disk, on a thread of its own, and tells the session. */
final class DiskFiles {

  private final Session session;
  private final Supplier<Snapshot> known;
  private final Progress progress;
  private final ServerLog log;
  private final Worker reader;

  // Owned by the reading thread.
  private final Set<DocPath> folders = new LinkedHashSet<>();
  private final Set<DocPath> visited = new HashSet<>();
  private Set<DocPath> walked = Set.of();
  private boolean stale;

  /**
   * @param known the documents that the session has now
   */
  DiskFiles(Session session, Supplier<Snapshot> known, Progress progress, ServerLog log) {
    this.session = session;
    this.known = known;
    this.progress = progress;
    this.log = log;
    this.reader = new Worker("edgelint files", this::catchUp, log);
  }

  void start() {
    reader.start();
  }

  void stop() {
    reader.stop();
  }

  /** The folders of the workspace change. */
  void folders(List<DocPath> added, List<DocPath> removed) {
    reader.submit(
        () -> {
          boolean changes = folders.addAll(added);
          changes |= folders.removeAll(removed);
          stale |= changes;
        });
  }

  /** A document was opened: where it lies in no folder of the workspace, its neighbours count. */
  void opened(DocPath path) {
    reader.submit(
        () -> {
          Optional<Path> file = path.toFile().filter(Files::isRegularFile);
          if (file.isEmpty() || isInWorkspace(path) || !visited.add(path.parent().orElse(path))) {
            return;
          }
          FileScanner.Scan scan = FileScanner.scan(List.of(file.get()));
          session.companions(scan.workspace(), without(path, scan.documents()));
        });
  }

  private static List<Document> without(DocPath path, List<Document> documents) {
    List<Document> others = new ArrayList<>(documents);
    others.removeIf(document -> document.path().equals(path));
    return others;
  }

  /** A document was closed: the file counts again. */
  void closed(DocPath path) {
    reader.submit(() -> session.file(path, onDisk(path)));
  }

  /** Files changed, appeared or went. */
  void changed(List<DocPath> paths) {
    reader.submit(
        () -> {
          for (DocPath path : paths) {
            changed(path);
          }
        });
  }

  private void changed(DocPath path) {
    Snapshot snapshot = known.get();
    boolean isKnown = snapshot.document(path).isPresent();
    // What is new may be left out by settings or by git; only a walk knows.
    boolean decidesOnOthers =
        path.value().endsWith(Settings.FILE_NAME)
            || (!isKnown && isFolderOrCandidate(path, snapshot));
    if (decidesOnOthers && isInWorkspace(path)) {
      stale = true;
    } else if (isKnown) {
      session.file(path, onDisk(path));
    } else {
      stale |= !snapshot.documentsBelow(path).isEmpty();
    }
  }

  private boolean isFolderOrCandidate(DocPath path, Snapshot snapshot) {
    Optional<Path> there = path.toFile().filter(Files::exists);
    return there.filter(Files::isDirectory).isPresent()
        ? !isPassedOver(path)
        : there.isPresent() && snapshot.settingsOf(path).isCandidate(path);
  }

  /** Whether no walk comes to a folder: builds make and remove them by heaps where none does. */
  private boolean isPassedOver(DocPath folder) {
    return !walked.isEmpty() && folder.parent().filter(walked::contains).isEmpty();
  }

  private boolean isInWorkspace(DocPath path) {
    for (DocPath folder : folders) {
      if (path.isBelow(folder)) {
        return true;
      }
    }
    return false;
  }

  private Optional<Document> onDisk(DocPath path) {
    Optional<Path> file = path.toFile().filter(Files::isRegularFile);
    boolean counts = isInWorkspace(path) || visited.contains(path.parent().orElse(path));
    return file.filter(f -> counts)
        .map(FileScanner::read)
        .map(read -> read.from(isInWorkspace(path) ? Origin.FOUND : Origin.COMPANION));
  }

  /** Something may have changed on disk; for clients that cannot tell what. */
  void refresh() {
    reader.submit(() -> stale |= !folders.isEmpty());
  }

  private void catchUp() {
    try {
      if (stale) {
        stale = false;
        scan();
      }
    } finally {
      session.filesAreRead();
    }
  }

  private void scan() {
    List<Path> paths = new ArrayList<>();
    for (DocPath folder : folders) {
      folder.toFile().filter(Files::isDirectory).ifPresent(paths::add);
    }
    progress.run(
        "edgelint reads the workspace",
        cancelled -> {
          FileScanner.Scan scan = FileScanner.scanFolders(paths, cancelled);
          boolean complete = !cancelled.getAsBoolean();
          walked = complete ? scan.folders() : Set.of();
          if (!complete) {
            log.info(
                "Reading the workspace was cancelled: findings about files that belong together"
                    + " may be missing until something changes on disk.");
          }
          log.trace("read " + scan.documents().size() + " files");
          session.workspace(scan.workspace(), scan.documents());
        });
    visited.clear();
  }
}
