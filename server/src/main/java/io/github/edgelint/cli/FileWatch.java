package io.github.edgelint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Waits until files or folders change. It looks at them again and again, since events of the
 * operating system do not come from network drives and mounted folders of containers, and since an
 * editor may put another file in the place of the one it opened.
 */
final class FileWatch {

  private static final long PAUSE_MILLIS = 250;

  /** How much longer the pauses are than the time it takes to look at many files. */
  private static final long SHARE = 20;

  /**
   * What tells one state of a file from another.
   *
   * @param key which file it is, where the file system tells
   */
  private record Stamp(FileTime modified, long size, Optional<Object> key) {

    /** Of a file that is not there, and of one whose state is yet to be seen. */
    static final Stamp NONE = new Stamp(FileTime.fromMillis(0), -1, Optional.empty());

    static Stamp of(Path path) {
      try {
        BasicFileAttributes read = Files.readAttributes(path, BasicFileAttributes.class);
        // The size of a folder means nothing.
        return new Stamp(
            read.lastModifiedTime(),
            read.isDirectory() ? 0 : read.size(),
            Optional.ofNullable(read.fileKey()));
      } catch (IOException e) {
        return NONE;
      }
    }
  }

  private Map<Path, Stamp> known = Map.of();

  /**
   * Says what is watched from now on. A path that was watched before counts as changed where it
   * changed since {@link #await} returned; a new one, where it changed since {@code start}.
   *
   * @param start when somebody began to read the paths, in milliseconds of the clock
   */
  void set(Collection<Path> paths, long start) {
    Map<Path, Stamp> next = new HashMap<>();
    for (Path path : paths) {
      Stamp stamp = known.get(path);
      if (stamp == null) {
        Stamp now = Stamp.of(path);
        stamp = now.modified().toMillis() < start ? now : Stamp.NONE;
      }
      next.put(path, stamp);
    }
    known = next;
  }

  /** Returns when something changed and nothing more has since a moment; gives what changed. */
  SortedSet<Path> await() throws InterruptedException {
    SortedSet<Path> changed = new TreeSet<>();
    long pause = PAUSE_MILLIS;
    while (true) {
      Thread.sleep(pause);
      long start = System.nanoTime();
      if (!look(changed) && !changed.isEmpty()) {
        return changed;
      }
      pause = Math.max(PAUSE_MILLIS, (System.nanoTime() - start) / 1_000_000 * SHARE);
    }
  }

  private boolean look(Collection<Path> changed) {
    boolean any = false;
    for (Map.Entry<Path, Stamp> entry : known.entrySet()) {
      Stamp now = Stamp.of(entry.getKey());
      if (!Objects.equals(now, entry.getValue())) {
        entry.setValue(now);
        changed.add(entry.getKey());
        any = true;
      }
    }
    return any;
  }
}
