package io.github.edgelint.syntax.toml;

/** The versions of TOML that a daemon may read. */
public enum TomlVersion {
  /** IoT Edge up to 1.5. */
  V1_0,
  /** IoT Edge 1.6 and newer. */
  V1_1
}
