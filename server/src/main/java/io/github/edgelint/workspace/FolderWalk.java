package io.github.edgelint.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Finds the files below a folder that may be of interest. Does not follow links, and passes over
 * what git ignores (but not {@code .env}), what the settings exclude, and the folders of tools.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private static final Set<String> TOOL_FOLDERS =
      Set.of(
          ".git",
          ".gradle",
          ".hg",
          ".idea",
          ".svn",
          ".terraform",
          ".tox",
          ".venv",
          ".vs",
          "__pycache__",
          "bin",
          "node_modules",
          "obj",
          "target",
          "venv");

  /**
   * A folder on the way down.
   *
   * @param ignoreFiles the nearest first
   * @param hidden whether only what the settings include counts in it
   */
  private record Level(Deque<IgnoreFile> ignoreFiles, Settings settings, boolean hidden) {}

  private final Function<Path, Settings> settingsIn;
  private final BooleanSupplier cancelled;
  private final Map<DocPath, Path> files = new LinkedHashMap<>();
  private final Map<DocPath, IOException> failures = new LinkedHashMap<>();
  private final Set<DocPath> folders = new HashSet<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private Path start;

  /**
   * @param settingsIn the settings in force in a folder that has a settings file
   * @param cancelled whether to stop
   */
  FolderWalk(Function<Path, Settings> settingsIn, BooleanSupplier cancelled) {
    this.settingsIn = settingsIn;
    this.cancelled = cancelled;
  }

  /** The files that were found. */
  Map<DocPath, Path> files() {
    return files;
  }

  /** What could not be read. */
  Map<DocPath, IOException> failures() {
    return failures;
  }

  /** The folders that a walk came through. */
  Set<DocPath> folders() {
    return folders;
  }

  /** Whether a walk came through this folder. */
  boolean hasVisited(DocPath folder) {
    return folders.contains(folder);
  }

  /** Walks through a folder, whatever its own name is. */
  void walk(Path folder) {
    // A link that somebody names is followed; the dot makes it the folder it leads to.
    start = Files.isSymbolicLink(folder) ? folder.resolve(".") : folder;
    levels.clear();
    levels.push(above(folder));
    try {
      Files.walkFileTree(start, this);
    } catch (IOException e) {
      failures.put(DocPath.of(folder), e);
    }
  }

  /** What the folders above say, up to the one that holds the repository. */
  private Level above(Path folder) {
    Deque<IgnoreFile> ignoreFiles = new ArrayDeque<>();
    Settings settings = Settings.DEFAULT;
    boolean inRepository = !isRepository(folder);
    Path above = folder.toAbsolutePath().normalize().getParent();
    while (above != null) {
      if (inRepository) {
        readIgnoreFile(above).ifPresent(ignoreFiles::addLast);
        inRepository = !isRepository(above);
      }
      if (settings.file().isEmpty() && hasSettings(above)) {
        settings = settingsIn.apply(above);
      }
      above = above.getParent();
    }
    return new Level(inRepository ? new ArrayDeque<>() : ignoreFiles, settings, false);
  }

  static boolean isRepository(Path folder) {
    return Files.exists(folder.resolve(".git"));
  }

  static boolean hasSettings(Path folder) {
    return Files.isRegularFile(folder.resolve(Settings.FILE_NAME));
  }

  private static Optional<IgnoreFile> readIgnoreFile(Path folder) {
    Path file = folder.resolve(IgnoreFile.NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Document document = FileScanner.read(DocPath.of(file), file);
    return Optional.of(IgnoreFile.of(DocPath.of(folder), document.source().text()));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (cancelled.getAsBoolean()) {
      return FileVisitResult.TERMINATE;
    }
    DocPath path = DocPath.of(folder);
    Level level = levels.element();
    boolean hidden = level.hidden();
    if (!folder.equals(start)) {
      if (matchesFolder(level.settings(), path)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      hidden |= TOOL_FOLDERS.contains(path.name()) || isIgnored(level, path, true);
      if (hidden && !mayInclude(level.settings(), path)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
    }
    folders.add(path);
    Deque<IgnoreFile> ignoreFiles = level.ignoreFiles();
    Optional<IgnoreFile> own = readIgnoreFile(folder);
    if (own.isPresent()) {
      ignoreFiles = new ArrayDeque<>(ignoreFiles);
      ignoreFiles.addFirst(own.get());
    }
    Settings settings = hasSettings(folder) ? settingsIn.apply(folder) : level.settings();
    levels.push(new Level(ignoreFiles, settings, hidden));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException problem) {
    if (problem != null) {
      failures.put(DocPath.of(folder), problem);
    }
    levels.pop();
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    DocPath path = DocPath.of(file);
    if (attributes.isRegularFile() && isWanted(path)) {
      files.put(path, file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) {
    failures.put(DocPath.of(file), problem);
    return FileVisitResult.CONTINUE;
  }

  private boolean isWanted(DocPath path) {
    Level level = levels.element();
    Settings settings = level.settings();
    if (!Recognition.isCandidate(path) && settings.roleOf(path).kind().isEmpty()) {
      return false;
    }
    if (settings.excludes(path)) {
      return false;
    }
    // Variables stay out of repositories, and belong to the templates beside them all the same.
    boolean variables = path.name().equals(TemplateBuild.VARIABLES);
    boolean hidden = level.hidden() || (!variables && isIgnored(level, path, false));
    return !hidden || settings.includes(path);
  }

  private static boolean isIgnored(Level level, DocPath path, boolean isFolder) {
    for (IgnoreFile file : level.ignoreFiles()) {
      Optional<Boolean> ignored = file.ignores(path, isFolder);
      if (ignored.isPresent()) {
        return ignored.get();
      }
    }
    return false;
  }

  private static boolean matchesFolder(Settings settings, DocPath folder) {
    for (PathPattern pattern : settings.exclude()) {
      if (pattern.matchesFolder(folder)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayInclude(Settings settings, DocPath folder) {
    for (PathPattern pattern : settings.include()) {
      if (pattern.mayMatchIn(folder)) {
        return true;
      }
    }
    return false;
  }
}
