package io.github.edgelint.rules.manifest;

import java.util.Set;

/** Variables that every shell has, so that a template takes them from whoever builds it. */
final class ShellVariables {

  private static final Set<String> NAMES =
      Set.of("PATH", "HOME", "USER", "PWD", "SHELL", "TEMP", "TMP", "LANG", "HOSTNAME");

  private ShellVariables() {}

  static boolean isOne(String name) {
    return NAMES.contains(name);
  }
}
