package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SessionTest {

  private static final DocPath PATH = new DocPath("/device/etc/aziot/config.toml");
  private static final DocPath OTHER = new DocPath("/device/etc/docker/daemon.json");

  /** Holds the analysis up until it is told to go on. */
  private static final class Gate implements DocumentRule {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch open = new CountDownLatch(1);

    @Override
    public RuleInfo info() {
      return RuleCatalog.find("EDGE201").orElseThrow();
    }

    @Override
    public void check(Document document, RuleContext context) {
      entered.countDown();
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final BlockingQueue<Revision> analysed = new LinkedBlockingQueue<>();
  private Session session;

  private Session start(boolean cancelsStale, Analyzer analyzer) {
    session =
        new Session(
            new ServerLog(), analyzer, cancelsStale, (revision, found) -> analysed.add(revision));
    session.start();
    return session;
  }

  private Session start() {
    return start(false, new Analyzer(List.of()));
  }

  @AfterEach
  void stop() {
    session.stop();
  }

  private static OpenDocument document(int version, String text) {
    return new OpenDocument("file://" + PATH, version, SourceText.of(text));
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(60, TimeUnit.SECONDS);
  }

  private CompletableFuture<String> text() {
    return session.read("text", PATH, "", (revision, document) -> document.source().text());
  }

  @Test
  void a_question_sees_what_came_before_it_and_nothing_after() throws Exception {
    start();
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int version = 1; version <= 50; version++) {
      session.open(PATH, document(version, "# " + version));
      answers.add(text());
    }

    for (int version = 1; version <= 50; version++) {
      assertThat(get(answers.get(version - 1))).isEqualTo("# " + version);
    }
  }

  @Test
  void a_first_look_does_not_wait_for_ever_for_the_files_of_the_workspace() throws Exception {
    start();

    session.open(PATH, document(1, "a = 1"));

    Revision revision = analysed.poll(60, TimeUnit.SECONDS);
    assertThat(revision).isNotNull();
    assertThat(revision.document(PATH)).isPresent();
  }

  @Test
  void a_question_that_is_looked_into_when_the_session_ends_is_answered() throws Exception {
    Gate gate = new Gate();
    start(false, new Analyzer(List.of(gate)));
    session.open(PATH, document(1, "a = 1"));
    CompletableFuture<String> answer =
        session.readFindings("text", PATH, "", (now, document, found) -> document.source().text());
    gate.entered.await();
    session.stop();
    gate.open.countDown();

    assertThat(get(answer)).isEqualTo("a = 1");
  }

  @Test
  void a_question_about_a_text_that_changed_is_given_up_where_the_client_wants_that()
      throws Exception {
    start(true, new Analyzer(List.of()));
    session.open(PATH, document(1, "a = 1"));
    CountDownLatch started = new CountDownLatch(2);
    CountDownLatch busy = new CountDownLatch(1);
    // Both readers are busy, so that the third question has to wait.
    CompletableFuture<Boolean> first = session.read("", PATH, false, (r, d) -> hold(started, busy));
    CompletableFuture<Boolean> second =
        session.read("", PATH, false, (r, d) -> hold(started, busy));
    await(started);
    CompletableFuture<String> stale = text();
    session.open(PATH, document(2, "a = 2"));
    until(
        () -> session.latestSnapshot().document(PATH).map(d -> d.source().text()).orElse(""),
        "a = 2");

    busy.countDown();

    assertThat(get(first)).isTrue();
    assertThat(get(second)).isTrue();
    assertThatThrownBy(() -> get(stale))
        .cause()
        .isInstanceOfSatisfying(
            ResponseErrorException.class,
            e ->
                assertThat(e.getResponseError().getCode())
                    .isEqualTo(ResponseErrorCode.ContentModified.getValue()));
  }

  @Test
  void questions_that_wait_for_the_first_findings_are_answered_in_the_order_asked()
      throws Exception {
    Gate gate = new Gate();
    start(false, new Analyzer(List.of(gate)));
    session.open(PATH, document(1, "a = 1"));
    CountDownLatch busy = new CountDownLatch(1);
    List<Integer> order = new ArrayList<>();
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    // One of the two readers is busy, so that the other one answers all the rest.
    CompletableFuture<Boolean> first = session.read("", PATH, false, (r, d) -> await(busy));
    for (int i = 1; i <= 9; i++) {
      int number = i;
      answers.add(session.read("", PATH, false, (r, d) -> order.add(number)));
    }
    gate.open.countDown();

    for (CompletableFuture<Boolean> answer : answers) {
      assertThat(get(answer)).isTrue();
    }
    busy.countDown();
    assertThat(get(first)).isTrue();
    assertThat(order).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void a_question_that_came_before_the_end_is_answered() throws Exception {
    start();
    session.open(PATH, document(1, "a = 1"));
    CountDownLatch busy = new CountDownLatch(1);
    session.change(
        PATH,
        before -> {
          await(busy);
          return before;
        });
    CompletableFuture<String> answer = text();
    session.stop();
    busy.countDown();

    assertThat(get(answer)).isEqualTo("a = 1");
  }

  private static boolean hold(CountDownLatch started, CountDownLatch busy) {
    started.countDown();
    return await(busy);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void until(java.util.function.Supplier<String> now, String wanted)
      throws InterruptedException {
    for (int i = 0; i < 600 && !now.get().equals(wanted); i++) {
      Thread.sleep(100);
    }
  }

  @Test
  void findings_of_a_text_that_changed_meanwhile_are_dropped() throws Exception {
    Gate gate = new Gate();
    start(false, new Analyzer(List.of(gate)));
    session.open(PATH, document(1, "[agent]"));
    gate.entered.await();
    session.open(PATH, document(2, "[agent]\n"));
    session.read("", PATH, 0, (revision, document) -> 0).get();

    gate.open.countDown();

    assertThat(analysed.take().version(PATH)).contains(2);
    assertThat(analysed).isEmpty();
  }

  @Test
  void a_question_about_findings_waits_for_them_when_only_other_documents_change()
      throws Exception {
    Gate gate = new Gate();
    start(false, new Analyzer(List.of(gate)));
    session.open(PATH, document(1, "[agent]"));
    gate.entered.await();
    CompletableFuture<Integer> findings =
        session.readFindings(
            "", PATH, -1, (revision, document, analysis) -> analysis.of(PATH).size());
    session.file(OTHER, Optional.of(Document.of(OTHER, SourceText.of("{}"))));
    session.read("", PATH, 0, (revision, document) -> 0).get();

    gate.open.countDown();

    assertThat(get(findings)).isZero();
  }

  @Test
  void a_question_about_findings_is_given_up_when_its_document_changes() throws Exception {
    Gate gate = new Gate();
    start(false, new Analyzer(List.of(gate)));
    session.open(PATH, document(1, "[agent]"));
    gate.entered.await();
    CompletableFuture<Integer> findings =
        session.readFindings(
            "", PATH, -1, (revision, document, analysis) -> analysis.of(PATH).size());
    session.open(PATH, document(2, "[agent]\n"));
    session.read("", PATH, 0, (revision, document) -> 0).get();

    gate.open.countDown();

    assertThatThrownBy(() -> get(findings)).hasMessageContaining("the document changed");
  }

  @Test
  void a_failing_answer_is_an_error_that_tells_nothing_of_the_file() {
    start();
    session.open(PATH, document(1, "password = \"hunter2\""));

    assertThatThrownBy(
            () ->
                get(
                    session.<String>read(
                        "hover",
                        PATH,
                        "",
                        (revision, document) -> {
                          throw new IllegalStateException(document.source().text());
                        })))
        .hasMessageContaining("edgelint failed in hover")
        .hasMessageContaining("IllegalStateException")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void an_error_of_the_machine_does_not_end_the_session() throws Exception {
    start();
    session.open(PATH, document(1, "a = 1"));
    session.change(
        PATH,
        before -> {
          throw new NoClassDefFoundError();
        });

    assertThat(get(text())).isEqualTo("a = 1");
  }

  @Test
  void a_failing_change_does_not_end_the_session() throws Exception {
    start();
    session.open(PATH, document(1, "a = 1"));
    session.change(
        PATH,
        before -> {
          throw new IllegalStateException();
        });

    assertThat(get(text())).isEqualTo("a = 1");
  }

  @Test
  void a_file_that_did_not_change_stays_the_same_document() throws Exception {
    start();
    Document before = Document.of(PATH, SourceText.of("a = 1")).from(Document.Origin.FOUND);
    Document again = Document.of(PATH, SourceText.of("a = 1")).from(Document.Origin.FOUND);
    var workspace = io.github.edgelint.workspace.Workspace.of(List.of(new DocPath("/device")));

    session.workspace(workspace, List.of(before));
    Document first = get(session.read("", PATH, null, (revision, document) -> document));
    session.workspace(workspace, List.of(again));
    Document second = get(session.read("", PATH, null, (revision, document) -> document));

    assertThat(second).isSameAs(first);
  }

  @Test
  void a_file_that_is_gone_is_forgotten() throws Exception {
    start();
    session.file(PATH, Optional.of(Document.of(PATH, SourceText.of("a = 1"))));
    session.file(PATH, Optional.empty());

    assertThat(get(text())).isEmpty();
  }

  @Test
  void all_findings_can_be_asked_for() throws Exception {
    start();
    session.open(PATH, document(1, "[agent]"));

    Analysis all = get(session.readAllFindings("", (revision, analysis) -> analysis));

    assertThat(all.byDocument()).containsKey(PATH);
  }
}
