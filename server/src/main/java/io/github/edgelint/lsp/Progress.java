package io.github.edgelint.lsp;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Shows in the editor that something takes a while, and that a person wants no more of it. Never
 * waits for the editor.
 */
final class Progress {

  // What is over sooner would only flicker.
  private static final long PATIENCE_MILLIS = 300;

  private final EdgelintClient client;
  private final boolean supported;
  private final Map<String, AtomicBoolean> shown = new ConcurrentHashMap<>();

  Progress(EdgelintClient client, boolean supported) {
    this.client = client;
    this.supported = supported;
  }

  /**
   * Does the work, and shows its title when it takes longer than a moment.
   *
   * @param work is told whether a person has cancelled it
   */
  void run(String title, Consumer<BooleanSupplier> work) {
    if (!supported) {
      work.accept(() -> false);
      return;
    }
    AtomicBoolean cancelled = new AtomicBoolean();
    CompletableFuture<Void> over = new CompletableFuture<>();
    Executor later = CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(() -> show(title, over, cancelled), later);
    try {
      work.accept(cancelled::get);
    } finally {
      over.complete(null);
    }
  }

  /** A person has cancelled what the client shows under this token. */
  void cancel(String token) {
    AtomicBoolean cancelled = shown.get(token);
    if (cancelled != null) {
      cancelled.set(true);
    }
  }

  private void show(String title, CompletableFuture<Void> over, AtomicBoolean cancelled) {
    if (over.isDone()) {
      return;
    }
    String token = UUID.randomUUID().toString();
    client
        .createProgress(new WorkDoneProgressCreateParams(Either.forLeft(token)))
        .thenRun(
            () -> {
              WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
              begin.setTitle(title);
              begin.setCancellable(true);
              shown.put(token, cancelled);
              send(token, begin);
              over.thenRun(
                  () -> {
                    shown.remove(token);
                    send(token, new WorkDoneProgressEnd());
                  });
            });
  }

  private void send(String token, WorkDoneProgressNotification notification) {
    client.notifyProgress(new ProgressParams(Either.forLeft(token), Either.forLeft(notification)));
  }
}
