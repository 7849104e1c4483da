package io.github.edgelint.workspace;

import io.github.edgelint.workspace.Document.Origin;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads the files that a person names, and those that may belong to the same devices: all of the
 * project around them, which is the nearest folder upwards that has settings, else the one that
 * holds the repository. So one file gets the same findings whether it is named alone or not.
 */
public final class FileScanner {

  private static final String IMAGE_CONFIG = "/etc/aziot/config.toml";
  private static final String GONE = "it was there a moment ago and is not any more";

  // Below this number of files threads cost more than they save.
  private static final int PARALLEL_FROM = 64;

  /**
   * What was read.
   *
   * @param missing arguments that do not exist
   * @param folders the folders that were looked through
   */
  public record Scan(
      Workspace workspace, List<Document> documents, List<Path> missing, Set<DocPath> folders) {

    public Scan {
      documents = List.copyOf(documents);
      missing = List.copyOf(missing);
    }

    /** The snapshot of all that was read. */
    public Snapshot snapshot() {
      return Snapshot.of(workspace, documents);
    }
  }

  private final Map<DocPath, Path> files = new LinkedHashMap<>();
  private final Set<DocPath> named = new HashSet<>();
  private final Set<DocPath> namedFolders = new LinkedHashSet<>();
  private final Map<DocPath, Document> settingsFiles = new HashMap<>();
  private final FolderWalk walk;
  private final BooleanSupplier cancelled;

  private FileScanner(BooleanSupplier cancelled) {
    this.walk = new FolderWalk(this::settingsIn, cancelled);
    this.cancelled = cancelled;
  }

  /** Reads files and folders that were named on the command line. */
  public static Scan scan(List<Path> arguments) {
    return new FileScanner(() -> false).scanArguments(arguments);
  }

  /**
   * Reads the folders that are open in an editor, and no others around them.
   *
   * @param cancelled whether to stop; what was read until then is what there is
   */
  public static Scan scanFolders(List<Path> folders, BooleanSupplier cancelled) {
    return new FileScanner(cancelled).scanOpened(folders);
  }

  /** Reads one file. What is wrong with it is kept in the document. */
  public static Document read(Path file) {
    return read(DocPath.of(file), file);
  }

  /** Whether there is such a file, whether it was read or not. */
  public static boolean exists(DocPath path) {
    return path.toFile().filter(Files::exists).isPresent();
  }

  static Document read(DocPath path, Path file) {
    return read(path, file, new Contents());
  }

  private static Document read(DocPath path, Path file, Contents contents) {
    try {
      if (!Files.isRegularFile(file)) {
        return Document.notAnalysed(path, Files.exists(file) ? "it is no regular file" : GONE);
      }
      if (Files.size(file) > Document.MAX_LENGTH) {
        return Document.notAnalysed(path, "it is larger than 20 MB");
      }
      return Document.of(path, contents.of(Files.readAllBytes(file)));
    } catch (IOException e) {
      return unreadable(path, e);
    }
  }

  private static Document unreadable(DocPath path, IOException problem) {
    String reason = "it cannot be read";
    if (problem instanceof AccessDeniedException) {
      reason = "it cannot be read, since access is denied";
    } else if (problem instanceof NoSuchFileException) {
      reason = GONE;
    }
    return Document.notAnalysed(path, reason);
  }

  private Scan scanOpened(List<Path> folders) {
    List<DocPath> opened = new ArrayList<>();
    for (Path folder : folders) {
      DocPath path = DocPath.of(folder);
      opened.add(path);
      namedFolders.add(path);
      settingsAbove(folder).ifPresent(this::settingsIn);
      walk.walk(folder);
    }
    return finish(opened, List.of());
  }

  private Scan scanArguments(List<Path> arguments) {
    List<Path> missing = new ArrayList<>();
    Set<Path> projects = new LinkedHashSet<>();
    List<DocPath> alone = new ArrayList<>();
    for (Path argument : arguments) {
      Path absolute = argument.toAbsolutePath().normalize();
      DocPath path = DocPath.of(absolute);
      if (Files.isDirectory(absolute)) {
        namedFolders.add(path);
      } else if (Files.exists(absolute)) {
        named.add(path);
        files.put(path, absolute);
      } else {
        missing.add(argument);
        continue;
      }
      Optional<Path> project = projectOf(absolute);
      project.ifPresent(projects::add);
      if (project.isEmpty()) {
        alone.add(aloneFolder(path));
      }
    }
    Set<DocPath> roots = new LinkedHashSet<>();
    for (Path project : projects) {
      roots.add(DocPath.of(project));
      settingsAbove(project).ifPresent(this::settingsIn);
    }
    for (Path project : projects) {
      if (!liesInAnother(DocPath.of(project), roots)) {
        walk.walk(project);
      }
    }
    for (DocPath folder : namedFolders) {
      if (!walk.hasVisited(folder)) {
        folder.toFile().ifPresent(walk::walk);
      }
    }
    commonParent(alone).ifPresent(roots::add);
    return finish(List.copyOf(roots), missing);
  }

  private static boolean liesInAnother(DocPath folder, Set<DocPath> folders) {
    for (DocPath other : folders) {
      if (folder.isBelow(other)) {
        return true;
      }
    }
    return false;
  }

  /** The project around a file or folder. */
  private static Optional<Path> projectOf(Path argument) {
    Path start = Files.isDirectory(argument) ? argument : argument.getParent();
    Optional<Path> settings = nearest(start, FolderWalk::hasSettings);
    return settings.isPresent() ? settings : nearest(start, FolderWalk::isRepository);
  }

  private Optional<Path> settingsAbove(Path folder) {
    return nearest(folder.toAbsolutePath().normalize(), FolderWalk::hasSettings);
  }

  private static Optional<Path> nearest(Path start, Predicate<Path> isRight) {
    Path folder = start;
    while (folder != null && !isRight.test(folder)) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder);
  }

  /**
   * The folder that counts for a file or folder without a project. For the configuration of a
   * device, or of the image of one, that is the root of its file system. A template has its
   * variables beside it.
   */
  private DocPath aloneFolder(DocPath path) {
    if (namedFolders.contains(path)) {
      return path;
    }
    if (!path.value().endsWith(IMAGE_CONFIG)) {
      DocPath folder = path.parent().orElse(path);
      addFile(folder.resolve(TemplateBuild.VARIABLES));
      return folder;
    }
    DocPath etc = path.resolve("../..");
    addImage(etc);
    return etc.resolve("..");
  }

  private void addImage(DocPath etc) {
    addFile(etc.resolve("docker/daemon.json"));
    for (DocPath unit : list(etc.resolve("systemd/system"))) {
      addFile(unit);
      if (unit.name().endsWith(".service.d")) {
        list(unit).forEach(this::addFile);
      }
    }
    for (DocPath daemon : list(etc.resolve("aziot"))) {
      addFile(daemon.resolve("config.d/00-super.toml"));
    }
  }

  private void addFile(DocPath path) {
    Optional<Path> file = path.toFile().filter(Files::isRegularFile);
    if (file.isPresent() && Recognition.isCandidate(path)) {
      files.put(path, file.get());
    }
  }

  private static List<DocPath> list(DocPath folder) {
    List<DocPath> entries = new ArrayList<>();
    Optional<Path> path = folder.toFile().filter(Files::isDirectory);
    if (path.isPresent()) {
      try (Stream<Path> children = Files.list(path.get())) {
        children.sorted().forEach(child -> entries.add(DocPath.of(child)));
      } catch (IOException e) {
        return List.of(); // not to be read, so unknown like all that nobody named
      }
    }
    return entries;
  }

  private static Optional<DocPath> commonParent(List<DocPath> folders) {
    if (folders.isEmpty()) {
      return Optional.empty();
    }
    Optional<DocPath> common = Optional.of(folders.get(0));
    for (DocPath folder : folders) {
      while (common.isPresent() && !folder.equals(common.get()) && !folder.isBelow(common.get())) {
        common = common.get().parent();
      }
    }
    return common;
  }

  // --- settings ----------------------------------------------------------------------------

  /** Reads the settings file of a folder and those it extends, each once. */
  private Settings settingsIn(Path folder) {
    Settings settings =
        new Settings(
            SettingsFile.chain(DocPath.of(folder.resolve(Settings.FILE_NAME)), this::settingsFile));
    for (DeviceSettings device : settings.devices()) {
      device.patterns().forEach(pattern -> addListed(pattern, DocPath.of(folder)));
    }
    return settings;
  }

  private Optional<SettingsFile> settingsFile(DocPath path) {
    return path.toFile()
        .filter(file -> Settings.isSettings(path) && Files.isRegularFile(file))
        .map(file -> settingsFiles.computeIfAbsent(path, p -> read(p, file)))
        .map(SettingsFile::of);
  }

  /** A device may have files outside of the folder that is walked. */
  private void addListed(PathPattern pattern, DocPath folder) {
    DocPath start = pattern.start();
    boolean inside = start.equals(folder) || start.isBelow(folder);
    Optional<Path> file = start.toFile().filter(Files::isRegularFile);
    if (!inside && file.isPresent()) {
      files.put(start, file.get());
    }
  }

  // --- reading -----------------------------------------------------------------------------

  private Scan finish(List<DocPath> roots, List<Path> missing) {
    files.putAll(walk.files());
    List<Map.Entry<DocPath, Path>> entries = new ArrayList<>(files.entrySet());
    entries.removeIf(entry -> settingsFiles.containsKey(entry.getKey()));
    Stream<Map.Entry<DocPath, Path>> stream =
        entries.size() < PARALLEL_FROM ? entries.stream() : entries.parallelStream();
    Contents contents = new Contents();
    List<Document> documents =
        new ArrayList<>(
            stream
                .filter(e -> !cancelled.getAsBoolean())
                .map(e -> read(e.getKey(), e.getValue(), contents).from(originOf(e.getKey())))
                .toList());
    settingsFiles.forEach((path, document) -> documents.add(document.from(originOf(path))));
    walk.failures()
        .forEach((path, problem) -> documents.add(unreadable(path, problem).from(originOf(path))));
    return new Scan(Workspace.of(roots), documents, missing, walk.folders());
  }

  private Origin originOf(DocPath path) {
    if (named.contains(path) || namedFolders.contains(path)) {
      return Origin.NAMED;
    }
    for (DocPath folder : namedFolders) {
      if (path.equals(folder) || path.isBelow(folder)) {
        return Origin.FOUND;
      }
    }
    return Origin.COMPANION;
  }
}
