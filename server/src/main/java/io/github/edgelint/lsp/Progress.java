package io.github.edgelint.lsp;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Shows in the editor that something takes a while. Never waits for the editor. */
final class Progress {

  // What is over sooner would only flicker.
  private static final long PATIENCE_MILLIS = 300;

  private final LanguageClient client;
  private final boolean supported;

  Progress(LanguageClient client, boolean supported) {
    this.client = client;
    this.supported = supported;
  }

  /** Does the work, and shows its title when it takes longer than a moment. */
  void run(String title, Runnable work) {
    if (!supported) {
      work.run();
      return;
    }
    CompletableFuture<Void> over = new CompletableFuture<>();
    Executor later = CompletableFuture.delayedExecutor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    CompletableFuture.runAsync(() -> show(title, over), later);
    try {
      work.run();
    } finally {
      over.complete(null);
    }
  }

  private void show(String title, CompletableFuture<Void> over) {
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
              send(token, begin);
              over.thenRun(() -> send(token, new WorkDoneProgressEnd()));
            });
  }

  private void send(String token, WorkDoneProgressNotification notification) {
    client.notifyProgress(new ProgressParams(Either.forLeft(token), Either.forLeft(notification)));
  }
}
