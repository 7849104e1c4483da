package io.github.edgelint.cli;

import java.io.PrintWriter;

/**
 * A line on the terminal while a run takes long: it appears after a second, counts the seconds, and
 * is gone before anything is printed. Where nobody looks it does nothing.
 */
final class ProgressLine implements AutoCloseable {

  private static final long FIRST_MILLIS = 1000;
  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter err;
  private final Thread thread;
  private boolean shown;
  private boolean done;

  private ProgressLine(PrintWriter err, boolean visible) {
    this.err = err;
    this.thread = new Thread(this::run, "progress");
    thread.setDaemon(true);
    if (visible) {
      thread.start();
    }
  }

  /** Starts to count. */
  static ProgressLine on(PrintWriter err) {
    return new ProgressLine(err, Terminal.isErr());
  }

  private synchronized void run() {
    try {
      for (int seconds = 1; !done; seconds++) {
        wait(FIRST_MILLIS);
        if (!done) {
          shown = true;
          err.print(ERASE + "edgelint: checking… " + seconds + " s");
          err.flush();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    done = true;
    notifyAll();
    if (shown) {
      err.print(ERASE);
      err.flush();
      shown = false;
    }
  }
}
