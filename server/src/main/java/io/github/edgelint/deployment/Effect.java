package io.github.edgelint.deployment;

import java.util.Locale;

/** What a deployment does to a module or route; the order is that of a report. */
public enum Effect {
  REMOVED,
  /** The container is removed and created anew; what it wrote outside of binds is lost. */
  RECREATED,
  /** Something is different, but no container is created. */
  CHANGED,
  ADDED,
  UNCHANGED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
