package io.github.edgelint.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the folder of real files and public test suites that tests measure themselves against. It
 * is no part of this repository; tests that need it are skipped where it is missing.
 */
public final class Shared {

  private Shared() {}

  /**
   * The folder, whether it exists or not: environment variable {@code EDGELINT_SHARED}, else system
   * property {@code edgelint.shared}, else {@code shared} beside the repository.
   */
  public static Path root() {
    return Optional.ofNullable(System.getenv("EDGELINT_SHARED"))
        .or(() -> Optional.ofNullable(System.getProperty("edgelint.shared")))
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .orElseGet(() -> Repository.root().resolveSibling("shared"))
        .toAbsolutePath()
        .normalize();
  }

  /**
   * The given path below {@link #root()}, such as {@code corpus/manifests}; skips the running test
   * with a message when there is no such file or folder.
   */
  public static Path assumePresent(String path) {
    Path wanted = root().resolve(path);
    Assumptions.assumeTrue(
        Files.exists(wanted), () -> "no shared data at " + wanted + " (set EDGELINT_SHARED)");
    return wanted;
  }
}
