package io.github.edgelint.workspace;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the files below a folder that may be of interest. Does not follow links, and passes over
 * what git ignores (but not {@code .env}), what the settings exclude, and the folders of tools.
 *
 * <p>Goes down level by level: many folders are listed at once, by several threads, and then looked
 * at one after the other.
 */
final class FolderWalk {

  // Below this number of folders threads cost more than they save.
  private static final int PARALLEL_FROM = 64;

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
   * What is in force in a folder.
   *
   * @param ignoreFiles the nearest first
   * @param hidden whether only what the settings include counts in it
   */
  private record Level(Deque<IgnoreFile> ignoreFiles, Settings settings, boolean hidden) {}

  /**
   * A folder to look through.
   *
   * @param inForce what those around it say
   */
  private record Folder(Path path, DocPath name, Level inForce) {}

  /** What lies in a folder, and what of it could not be read. */
  private record Listing(
      Folder folder,
      Set<String> names,
      List<Path> folders,
      List<Path> files,
      Map<Path, IOException> failures) {

    static Listing of(Folder folder) {
      Listing listing =
          new Listing(
              folder,
              new HashSet<>(),
              new ArrayList<>(0),
              new ArrayList<>(),
              new LinkedHashMap<>(0));
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.path)) {
        entries.forEach(listing::add);
      } catch (IOException e) {
        listing.failures.put(folder.path, e);
      } catch (DirectoryIteratorException e) {
        listing.failures.put(folder.path, e.getCause());
      }
      return listing;
    }

    private void add(Path entry) {
      names.add(entry.getFileName().toString());
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
          folders.add(entry);
        } else if (attributes.isRegularFile()) {
          files.add(entry);
        }
      } catch (IOException e) {
        failures.put(entry, e);
      }
    }
  }

  private final Function<Path, Settings> settingsIn;
  private final BooleanSupplier cancelled;
  private final Map<DocPath, Path> files = new LinkedHashMap<>();
  private final Map<DocPath, IOException> failures = new LinkedHashMap<>();
  private final Set<DocPath> folders = new HashSet<>();

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
    Path start = Files.isSymbolicLink(folder) ? folder.resolve(".") : folder;
    List<Folder> level = List.of(new Folder(start, DocPath.of(start), above(folder)));
    while (!level.isEmpty()) {
      Stream<Folder> stream =
          level.size() < PARALLEL_FROM ? level.stream() : level.parallelStream();
      List<Listing> listings =
          stream.filter(each -> !cancelled.getAsBoolean()).map(Listing::of).toList();
      level = new ArrayList<>();
      for (Listing listing : listings) {
        look(listing, level);
      }
    }
  }

  private void look(Listing listing, List<Folder> next) {
    DocPath folder = listing.folder.name;
    folders.add(folder);
    listing.failures.forEach((path, problem) -> failures.put(DocPath.of(path), problem));
    Level level = within(listing);
    for (Path inside : listing.folders) {
      DocPath path = folder.child(inside.getFileName().toString());
      if (!matchesFolder(level.settings(), path)) {
        boolean hidden =
            level.hidden() || TOOL_FOLDERS.contains(path.name()) || isIgnored(level, path, true);
        if (!hidden || mayInclude(level.settings(), path)) {
          Level inForce = new Level(level.ignoreFiles(), level.settings(), hidden);
          next.add(new Folder(inside, path, inForce));
        }
      }
    }
    for (Path file : listing.files) {
      DocPath path = folder.child(file.getFileName().toString());
      if (isWanted(path, level)) {
        files.put(path, file);
      }
    }
  }

  /** What is in force in a folder, with what it says itself. */
  private Level within(Listing listing) {
    Path folder = listing.folder.path;
    Level level = listing.folder.inForce;
    if (listing.names.contains(IgnoreFile.NAME)) {
      Optional<IgnoreFile> own = readIgnoreFile(folder);
      if (own.isPresent()) {
        Deque<IgnoreFile> ignoreFiles = new ArrayDeque<>(level.ignoreFiles());
        ignoreFiles.addFirst(own.get());
        level = new Level(ignoreFiles, level.settings(), level.hidden());
      }
    }
    return listing.names.contains(Settings.FILE_NAME) && hasSettings(folder)
        ? new Level(level.ignoreFiles(), settingsIn.apply(folder), level.hidden())
        : level;
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

  private static boolean isWanted(DocPath path, Level level) {
    Settings settings = level.settings();
    if (!settings.isCandidate(path) || settings.excludes(path)) {
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
