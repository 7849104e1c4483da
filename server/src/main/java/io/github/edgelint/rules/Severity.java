package io.github.edgelint.rules;

import java.util.Locale;

/** How bad a finding is; the order is from worst to mildest. */
public enum Severity {
  /** Certain damage if the file is used as it is. */
  ERROR,
  /** Accepted by the runtime, but it does something else than written. */
  WARNING,
  /** Works on the device; something else will complain, or it will hurt later. */
  INFO,
  /** Advice for people who edit; never changes an exit code. */
  HINT;

  /** The word that settings, options and reports use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAtLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
