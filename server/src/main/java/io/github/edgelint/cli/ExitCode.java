package io.github.edgelint.cli;

/** What the process tells whoever started it. */
final class ExitCode {

  /** Nothing found that counts. */
  static final int CLEAN = 0;

  /** Something found that counts. */
  static final int FINDINGS = 1;

  /** Something could not be done: a wrong option, an unreadable file, a failure of edgelint. */
  static final int FAILURE = 2;

  private ExitCode() {}
}
