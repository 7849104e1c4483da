package io.github.edgelint.lsp;

/** Names of the commands that a client may run. */
final class Commands {

  /** Applies the edit that is its argument; for clients whose code actions are commands. */
  static final String APPLY_FIX = "edgelint.applyFix";

  /** Shows the page of the rule whose code is its argument. */
  static final String EXPLAIN = "edgelint.explain";

  private Commands() {}
}
