package io.github.edgelint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.stream.Stream;

/** Writes files so that a reader sees the old text or the new one, and nothing is ever lost. */
final class SafeFile {

  private SafeFile() {}

  /**
   * Replaces the text of a file. Its mode, group and owner stay as far as this user may set them.
   *
   * @param before the text it was read with
   * @param after the new text
   * @throws Failures.Refusal when the file no longer holds {@code before}, or is a link
   */
  static void replace(Path file, String before, String after) throws IOException {
    requireUnchanged(file, before);
    Path folder = file.toAbsolutePath().getParent();
    Path written = Files.createTempFile(folder, ".edgelint-", ".tmp");
    try {
      Files.writeString(written, after, StandardOpenOption.SYNC);
      keepAttributes(file, written);
      try {
        Files.move(
            written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(written);
    }
  }

  /** Writes a file that must not exist yet, and the folders above it. */
  static void create(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /**
   * Deletes a file, and its folder where that holds nothing else.
   *
   * @throws Failures.Refusal when the file no longer holds {@code before}, or is a link
   */
  static void delete(Path file, String before) throws IOException {
    requireUnchanged(file, before);
    Files.delete(file);
    Path folder = file.toAbsolutePath().getParent();
    try (Stream<Path> left = Files.list(folder)) {
      if (left.findAny().isPresent()) {
        return;
      }
    }
    Files.delete(folder);
  }

  private static void requireUnchanged(Path file, String before) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new Failures.Refusal(file + " is a link and was not changed; name the file itself");
    }
    byte[] now = Files.readAllBytes(file);
    if (!Arrays.equals(now, before.getBytes(StandardCharsets.UTF_8))) {
      throw new Failures.Refusal(file + " changed while edgelint ran and was left as it is");
    }
  }

  private static void keepAttributes(Path from, Path to) throws IOException {
    FileStore store = Files.getFileStore(from);
    if (!store.supportsFileAttributeView(PosixFileAttributeView.class)) {
      return;
    }
    PosixFileAttributes wanted =
        Files.readAttributes(from, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    try {
      view.setGroup(wanted.group());
      view.setOwner(wanted.owner());
    } catch (IOException e) {
      // Only root may give a file away; the mode below is what protects it.
    }
    view.setPermissions(wanted.permissions());
  }
}
