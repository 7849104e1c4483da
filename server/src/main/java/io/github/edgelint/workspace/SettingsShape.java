package io.github.edgelint.workspace;

import java.util.List;
import java.util.Map;

/** Which keys {@code .edgelint.toml} has, and what they hold. */
sealed interface SettingsShape {

  /** True or false. */
  record Flag() implements SettingsShape {}

  /**
   * A string.
   *
   * @param choices what it may be; anything where this is empty
   */
  record Text(List<String> choices) implements SettingsShape {}

  /** An array of strings. */
  record Texts() implements SettingsShape {}

  /** A table. */
  record Table(Map<String, SettingsShape> keys) implements SettingsShape {}

  /** An array of tables. */
  record Tables(Table each) implements SettingsShape {}

  /** A table with keys of the user, all of one shape. */
  record Names(SettingsShape each) implements SettingsShape {}

  SettingsShape FLAG = new Flag();
  SettingsShape TEXT = new Text(List.of());
  SettingsShape TEXTS = new Texts();
  Text VERSION = new Text(List.of("1.4", "1.5", "1.6"));
  SettingsShape PROFILE = new Text(List.of("default", "production"));
  SettingsShape COMPANIONS = new Text(List.of("partial", "complete"));
  SettingsShape LEVEL = new Text(List.of("off", "hint", "info", "warning", "error"));

  Table PROXY =
      new Table(
          Map.ofEntries(
              entry("required", FLAG),
              entry("url", TEXT),
              entry("only", FLAG),
              entry("inspects-tls", FLAG),
              entry("reaches-parent", FLAG)));

  Table FILES =
      new Table(
          Map.ofEntries(
              entry("template", TEXTS),
              entry("config", TEXTS),
              entry("config-template", TEXTS),
              entry("manifest", TEXTS),
              entry("layered", TEXTS),
              entry("final", TEXTS)));

  Table DEVICE =
      new Table(
          Map.ofEntries(
              entry("name", TEXT),
              entry("config", TEXT),
              entry("manifest", TEXT),
              entry("layers", TEXTS),
              entry("units", TEXTS),
              entry("daemon-json", TEXT),
              entry("companions", COMPANIONS),
              entry("version", VERSION),
              entry("proxy", PROXY)));

  Table SUPPRESSION =
      new Table(
          Map.ofEntries(
              entry("rules", TEXTS),
              entry("path", TEXT),
              entry("pointer", TEXT),
              entry("reason", TEXT)));

  Table ROOT =
      new Table(
          Map.ofEntries(
              entry("extend", TEXT),
              entry("version", VERSION),
              entry("profile", PROFILE),
              entry("include", TEXTS),
              entry("exclude", TEXTS),
              entry("select", TEXTS),
              entry("ignore", TEXTS),
              entry("proxy", PROXY),
              entry("network", new Table(Map.ofEntries(entry("allow", TEXTS)))),
              entry("files", FILES),
              entry("device", new Tables(DEVICE)),
              entry("json", new Table(Map.ofEntries(entry("comments", FLAG)))),
              entry(
                  "suppressions",
                  new Table(
                      Map.ofEntries(
                          entry("require-reason", FLAG), entry("entry", new Tables(SUPPRESSION))))),
              entry("rules", new Names(LEVEL))));

  private static Map.Entry<String, SettingsShape> entry(String key, SettingsShape shape) {
    return Map.entry(key, shape);
  }
}
