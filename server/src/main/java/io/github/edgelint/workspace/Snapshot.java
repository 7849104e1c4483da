package io.github.edgelint.workspace;

import io.github.edgelint.text.Lazy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All documents of a workspace at one moment, what each is, and which make up a device. Immutable:
 * an edit gives a new snapshot, which shares what did not change.
 *
 * <p>A document that is not here is unknown, not missing.
 */
public final class Snapshot {

  // Below this number of files threads cost more than they save.
  private static final int PARALLEL_FROM = 64;

  private final Workspace workspace;
  private final NavigableMap<DocPath, Document> documents;
  private final SettingsTree settings;
  private final Lazy<Groups> groups;

  private Snapshot(
      Workspace workspace, NavigableMap<DocPath, Document> documents, SettingsTree settings) {
    this.workspace = workspace;
    this.documents = Collections.unmodifiableNavigableMap(documents);
    this.settings = settings;
    this.groups = new Lazy<>(this::group);
  }

  private Groups group() {
    List<Document> unknown = new ArrayList<>();
    for (Document document : documents.values()) {
      if (!document.isRecognised()) {
        unknown.add(document);
      }
    }
    if (unknown.size() >= PARALLEL_FROM) {
      unknown.parallelStream().forEach(Document::kind);
    }
    return new Grouping(workspace, documents, settings).groups();
  }

  /** A snapshot of these documents; of two with one path the later counts. */
  public static Snapshot of(Workspace workspace, Collection<Document> documents) {
    return new Snapshot(workspace, new TreeMap<>(), SettingsTree.NONE).with(documents);
  }

  /** This with a document added, or in place of the one of the same path. */
  public Snapshot with(Document document) {
    return with(List.of(document));
  }

  /** This with documents added, or in place of those of the same path. */
  public Snapshot with(Collection<Document> changed) {
    NavigableMap<DocPath, Document> next = new TreeMap<>(documents);
    boolean settingsChanged = false;
    for (Document document : changed) {
      next.put(document.path(), document.under(settings.at(document.path())));
      settingsChanged |= Settings.isSettings(document.path());
    }
    return settingsChanged ? underNewSettings(next) : new Snapshot(workspace, next, settings);
  }

  /** This without the document of that path. */
  public Snapshot without(DocPath path) {
    if (!documents.containsKey(path)) {
      return this;
    }
    NavigableMap<DocPath, Document> next = new TreeMap<>(documents);
    next.remove(path);
    return Settings.isSettings(path)
        ? underNewSettings(next)
        : new Snapshot(workspace, next, settings);
  }

  /** The same documents in another workspace. */
  public Snapshot in(Workspace newWorkspace) {
    return new Snapshot(newWorkspace, documents, settings);
  }

  private Snapshot underNewSettings(NavigableMap<DocPath, Document> next) {
    List<Document> files = new ArrayList<>();
    for (Document document : next.values()) {
      if (Settings.isSettings(document.path()) && document.problem().isEmpty()) {
        files.add(document);
      }
    }
    SettingsTree newSettings = SettingsTree.of(files, settings);
    next.replaceAll((path, document) -> document.under(newSettings.at(path)));
    return new Snapshot(workspace, next, newSettings);
  }

  public Workspace workspace() {
    return workspace;
  }

  /** All documents in order of their paths, also those that are none of ours. */
  public Collection<Document> documents() {
    return documents.values();
  }

  public Optional<Document> document(DocPath path) {
    return Optional.ofNullable(documents.get(path));
  }

  /** The documents in a folder and in all folders below it. */
  public Collection<Document> documentsBelow(DocPath folder) {
    // A zero follows the slash.
    return documents
        .subMap(new DocPath(folder.value() + "/"), true, new DocPath(folder.value() + "0"), false)
        .values();
  }

  /** The documents that a pattern of the settings matches. */
  public List<Document> matching(PathPattern pattern) {
    return pattern.matchesIn(documents);
  }

  /**
   * The devices that consist of several documents, or of what the settings list, or of a {@code
   * config.toml}.
   */
  public List<Device> devices() {
    return groups.get().devices();
  }

  /** The devices a document belongs to; a document on its own is a device of one document. */
  public List<Device> devicesOf(Document document) {
    List<Device> known = groups.get().devicesOf(document);
    return known.isEmpty() ? List.of(deviceOfOne(document)) : known;
  }

  /** Why a document belongs to no device, in one sentence; empty where it belongs to one. */
  public Optional<String> aloneReason(Document document) {
    return groups.get().aloneReason(document);
  }

  /** A device that consists of this document only. */
  public Device deviceOfOne(Document document) {
    return new Grouping(workspace, documents, settings).deviceOfOne(document);
  }

  /** The settings in force for a file. */
  public Settings settingsOf(DocPath path) {
    return settings.at(path);
  }

  /**
   * The folder within which files belong together: the nearest one upwards that has settings, else
   * the folder of the workspace.
   */
  public Optional<DocPath> rootOf(DocPath path) {
    return settings.rootOf(path).or(() -> workspace.folderOf(path));
  }

  /** Whether a folder above a document holds a repository; asks the file system. */
  public boolean isUnderVersionControl(Document document) {
    Optional<Path> folder = document.path().toFile().map(Path::getParent);
    while (folder.isPresent() && !FolderWalk.isRepository(folder.get())) {
      folder = folder.map(Path::getParent);
    }
    return folder.isPresent();
  }
}
