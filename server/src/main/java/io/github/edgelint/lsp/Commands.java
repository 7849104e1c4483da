package io.github.edgelint.lsp;

import java.util.List;

/** Names of commands. */
final class Commands {

  /** Applies the edit that is its argument; for clients whose code actions are commands. */
  static final String APPLY_FIX = "edgelint.applyFix";

  /** Shows the page of the rule whose code is its argument. */
  static final String EXPLAIN = "edgelint.explain";

  /**
   * Sets or takes away the proxy of a device; its argument is that of {@code edgelint/setProxy}.
   */
  static final String SET_PROXY = "edgelint.proxy.set";

  /** Answers as {@code edgelint/proxyChecklist} does. */
  static final String CHECKLIST = "edgelint.proxy.checklist";

  /** Answers as {@code edgelint/allowlist} does, whose argument it takes. */
  static final String ALLOWLIST = "edgelint.proxy.allowlist";

  /** A command of the client, which asks for an address and sets it. */
  static final String CLIENT_SET_PROXY = "edgelint.setProxy";

  /** A command of the client, which shows the checklist. */
  static final String CLIENT_SHOW_CHECKLIST = "edgelint.showChecklist";

  /** What the client may ask of the server. */
  static final List<String> OF_SERVER =
      List.of(APPLY_FIX, EXPLAIN, SET_PROXY, CHECKLIST, ALLOWLIST);

  private Commands() {}
}
