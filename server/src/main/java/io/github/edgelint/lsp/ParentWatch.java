package io.github.edgelint.lsp;

import java.util.Optional;

/** Ends the server when the editor that started it has died without a word. */
final class ParentWatch {

  private ParentWatch() {}

  /**
   * Watches a process.
   *
   * @param pid as the client gave it; nothing is watched where it gave none, or where the process
   *     cannot be seen from here, as from inside a container
   */
  static void watch(Integer pid, Runnable whenGone, ServerLog log) {
    Optional<ProcessHandle> parent = Optional.ofNullable(pid).flatMap(ProcessHandle::of);
    if (parent.isPresent()) {
      parent.get().onExit().thenRun(whenGone);
    } else if (pid != null) {
      log.trace("the process of the editor cannot be seen from here");
    }
  }
}
