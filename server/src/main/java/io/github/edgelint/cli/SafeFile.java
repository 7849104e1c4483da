package io.github.edgelint.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
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

  private static final String PREFIX = ".edgelint-";
  private static final String SUFFIX = ".tmp";

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
    put(file, out -> out.write(after));
  }

  /** What a file gets. */
  @FunctionalInterface
  interface Content {
    void writeTo(PrintWriter out) throws IOException;
  }

  /**
   * Writes what this run made, such as a report, in the place of whatever a file held: all of it,
   * or nothing where that fails. Folders above it are made. A link is followed; a device or pipe is
   * written to.
   */
  static void write(Path file, Content content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!Files.exists(file) || Files.isRegularFile(file)) {
      put(Files.exists(file) ? file.toRealPath() : file, content);
      return;
    }
    try (Recorder bytes = new Recorder(Files.newOutputStream(file))) {
      print(bytes, file, content);
    }
  }

  private static void print(Recorder bytes, Path file, Content content) throws IOException {
    PrintWriter out = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    content.writeTo(out);
    if (out.checkError()) {
      String reason = bytes.failure().map(failure -> ": " + failure.getMessage()).orElse("");
      throw new Failures.Refusal(file + " could not be written" + reason);
    }
  }

  private static void put(Path file, Content content) throws IOException {
    boolean exists = Files.exists(file);
    Path written = temporary(file, exists);
    try {
      fill(written, file, content);
      if (exists) {
        keepAttributes(file, written);
      }
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

  /** A file beside another one; for its owner only where it will hold what that one holds. */
  private static Path temporary(Path file, boolean exists) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    try {
      return exists
          ? Files.createTempFile(folder, PREFIX, SUFFIX)
          : Files.createFile(folder.resolve(PREFIX + System.nanoTime() + SUFFIX));
    } catch (AccessDeniedException e) {
      // Nobody knows the file that could not be made.
      throw new AccessDeniedException(folder.toString());
    }
  }

  private static void fill(Path written, Path file, Content content) throws IOException {
    try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE);
        Recorder bytes = new Recorder(Channels.newOutputStream(channel))) {
      print(bytes, file, content);
      channel.force(true);
    }
  }

  /** Writes a file that must not exist yet, and the folders above it. */
  static void create(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path written = temporary(file, false);
    try {
      fill(written, file, out -> out.write(text));
      Files.move(written, file);
    } finally {
      Files.deleteIfExists(written);
    }
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
