package io.github.edgelint.lsp;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The thread that owns the state: runs tasks one after the other, and something else whenever the
 * queue has run empty.
 */
final class Worker {

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Runnable whenIdle;
  private final ServerLog log;
  private final Thread thread;
  private boolean stopped;

  Worker(String name, Runnable whenIdle, ServerLog log) {
    this.whenIdle = whenIdle;
    this.log = log;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void submit(Runnable task) {
    tasks.add(task);
  }

  /**
   * Ends after the tasks that wait. One may be writing to the client, whose channel an interrupt
   * would close before the answer to {@code shutdown} is out.
   */
  void stop() {
    tasks.add(() -> stopped = true);
  }

  private void run() {
    while (!stopped) {
      try {
        tasks.take().run();
        if (!stopped && tasks.isEmpty()) {
          whenIdle.run();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        log.failure("a change", e);
      }
    }
  }
}
