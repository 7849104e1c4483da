package io.github.edgelint.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the working copy that the tests belong to, wherever they were started. */
public final class Repository {

  private Repository() {}

  /** The folder that holds the launcher, {@code schemas/}, {@code docs/} and {@code examples/}. */
  public static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("server/pom.xml"))) {
        return folder;
      }
    }
    throw new IllegalStateException(start + " is not inside the edgelint repository");
  }
}
