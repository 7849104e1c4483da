package io.github.edgelint.ide.unit;

import java.util.Map;

/** The settings of a unit that decide about its variables. Source: systemd.exec(5). */
final class UnitKeys {

  /** What each does, in Markdown, by its name; headers among them. */
  static final Map<String, String> DOCUMENTATION =
      Map.of(
          "Service",
          "Settings of the service. Only here systemd reads variables.",
          "Environment",
          "Variables of the service: `Environment=\"NAME=value\"`. Several lines add up, and of one"
              + " variable the last counts; an empty `Environment=` clears all before it.",
          "EnvironmentFile",
          "A file with variables, one a line; they win over those of `Environment=`.",
          "PassEnvironment",
          "Names of variables that the service gets from systemd itself, where it has them.",
          "UnsetEnvironment",
          "Names of variables that the service does not get, wherever they are set.");

  private UnitKeys() {}
}
