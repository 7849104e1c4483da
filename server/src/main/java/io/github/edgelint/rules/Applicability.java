package io.github.edgelint.rules;

import java.util.Locale;

/** Who may apply a fix. */
public enum Applicability {
  /** Complete, and beyond doubt what was meant; applied by {@code --fix} and fix-all. */
  SAFE,
  /** Plausible; offered, never applied unasked. */
  UNSAFE,
  /** Holds a stand-in for a value that only a person knows. */
  PLACEHOLDER;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
