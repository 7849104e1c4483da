package io.github.edgelint.workspace;

/** What {@code .edgelint.toml} says. */
public final class Settings {

  /** The name of the settings file in each folder. */
  public static final String FILE_NAME = ".edgelint.toml";

  private Settings() {}
}
