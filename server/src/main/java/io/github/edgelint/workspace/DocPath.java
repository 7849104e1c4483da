package io.github.edgelint.workspace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * The name of a document: an absolute path with {@code /} between its parts on every system, such
 * as {@code /etc/aziot/config.toml} or {@code C:/edge/config.toml}, or a URI of something that is
 * no file, such as {@code untitled:Untitled-1}. Letter case matters.
 */
public record DocPath(String value) implements Comparable<DocPath> {

  /** The path of a file; a relative one is taken from the current folder. */
  public static DocPath of(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String value = absolute.toString().replace(absolute.getFileSystem().getSeparator(), "/");
    return new DocPath(withoutSlashAtEnd(value));
  }

  /** What stands behind the last slash; empty for the root of a file system. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  /** The folder this lies in; empty for a root, and for a URI without slashes. */
  public Optional<DocPath> parent() {
    int slash = value.lastIndexOf('/');
    if (slash < 0 || slash == value.length() - 1) {
      return Optional.empty();
    }
    boolean inRoot = value.indexOf('/') == slash && isFile();
    return Optional.of(new DocPath(value.substring(0, inRoot ? slash + 1 : slash)));
  }

  /** Whether this lies in {@code folder} or in a folder below it; nothing lies below itself. */
  public boolean isBelow(DocPath folder) {
    int length = folder.value.length();
    return value.length() > length
        && value.startsWith(folder.value)
        && (folder.value.endsWith("/") || value.charAt(length) == '/');
  }

  /** The way here from {@code folder}, without {@code ..}: the whole path where it leads up. */
  public String relativeTo(DocPath folder) {
    if (!isBelow(folder)) {
      return value;
    }
    return value.substring(folder.value.length() + (folder.value.endsWith("/") ? 0 : 1));
  }

  /** The way here from {@code folder}, up by {@code ..} where that is needed. */
  public String wayFrom(DocPath folder) {
    StringBuilder up = new StringBuilder();
    DocPath above = folder;
    while (!isBelow(above)) {
      Optional<DocPath> parent = above.parent();
      if (parent.isEmpty()) {
        return value;
      }
      up.append("../");
      above = parent.get();
    }
    return up + relativeTo(above);
  }

  /**
   * What {@code path} means in this folder. An absolute path means itself; {@code .} and {@code ..}
   * are followed, and the latter does not leave the root. A backslash separates as well, since
   * people on Windows write it.
   */
  public DocPath resolve(String path) {
    String wanted = path.replace('\\', '/');
    boolean absolute = isAbsolute(wanted);
    String whole = absolute ? wanted : value + (value.endsWith("/") ? "" : "/") + wanted;
    int root = rootLength(whole);
    Deque<String> parts = new ArrayDeque<>();
    for (String part : whole.substring(root).split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    StringBuilder joined = new StringBuilder(whole.substring(0, root));
    for (Iterator<String> each = parts.iterator(); each.hasNext(); ) {
      joined.append(each.next()).append(each.hasNext() ? "/" : "");
    }
    return new DocPath(withoutSlashAtEnd(joined.toString()));
  }

  /** What lies in this folder under a name, which is taken as it is. */
  DocPath child(String name) {
    return new DocPath(value.endsWith("/") ? value + name : value + "/" + name);
  }

  /** The file, where this names one that the file system can have. */
  public Optional<Path> toFile() {
    if (!isFile()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(value));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  // Written out: what the compiler gives a record is linked at its first use, which a short run
  // feels.
  @Override
  public boolean equals(Object other) {
    return other instanceof DocPath path && path.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(DocPath other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  /** Whether this names a file, and not a text that only an editor has. */
  public boolean isFile() {
    return isAbsolute(value);
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/") || hasDrive(path);
  }

  private static boolean hasDrive(String path) {
    return path.length() >= 3
        && path.charAt(1) == ':'
        && path.charAt(2) == '/'
        && Character.isLetter(path.charAt(0));
  }

  /** Length of {@code /}, {@code C:/}, or of scheme and authority of a URI. */
  private static int rootLength(String path) {
    if (path.startsWith("/")) {
      return path.startsWith("//") ? 2 : 1;
    }
    if (hasDrive(path)) {
      return 3;
    }
    int authority = path.indexOf("://");
    int end = authority < 0 ? path.indexOf('/') : path.indexOf('/', authority + 3);
    return end + 1;
  }

  private static String withoutSlashAtEnd(String path) {
    boolean isRoot = path.length() <= rootLength(path);
    return path.endsWith("/") && !isRoot ? path.substring(0, path.length() - 1) : path;
  }
}
