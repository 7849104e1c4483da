package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProgressTest {

  private final BlockingQueue<ProgressParams> shown = new LinkedBlockingQueue<>();

  private final EdgelintClient client =
      new EdgelintClient(
          new Endpoint() {
            @Override
            public CompletableFuture<?> request(String method, Object params) {
              return CompletableFuture.completedFuture(null);
            }

            @Override
            public void notify(String method, Object params) {
              shown.add((ProgressParams) params);
            }
          });

  @Test
  void work_is_told_that_a_person_has_cancelled_it() throws Exception {
    Progress progress = new Progress(client, true);
    CompletableFuture<Void> work =
        CompletableFuture.runAsync(
            () ->
                progress.run(
                    "reads",
                    cancelled -> {
                      while (!cancelled.getAsBoolean()) {
                        Thread.onSpinWait();
                      }
                    }));

    ProgressParams begun = shown.take();
    WorkDoneProgressBegin begin = (WorkDoneProgressBegin) begun.getValue().getLeft();
    assertThat(begin.getTitle()).isEqualTo("reads");
    assertThat(begin.getCancellable()).isTrue();
    assertThat(work).isNotDone();

    progress.cancel("another");
    progress.cancel(begun.getToken().getLeft());
    work.get();

    assertThat(shown.take().getValue().getLeft()).isInstanceOf(WorkDoneProgressEnd.class);
  }

  @Test
  void short_work_shows_nothing() {
    new Progress(client, true)
        .run("reads", cancelled -> assertThat(cancelled.getAsBoolean()).isFalse());

    assertThat(List.copyOf(shown)).isEmpty();
  }

  @Test
  void a_client_that_shows_no_progress_gets_none() {
    new Progress(client, false)
        .run("reads", cancelled -> assertThat(cancelled.getAsBoolean()).isFalse());

    assertThat(List.copyOf(shown)).isEmpty();
  }
}
