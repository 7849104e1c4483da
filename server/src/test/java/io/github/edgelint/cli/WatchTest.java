package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WatchTest {

  private static final String CLEAN = "{\n  \"log-driver\": \"local\"\n}\n";
  private static final String BROKEN = "{\n  \"log-driver\": local\n}\n";

  @TempDir private Path folder;
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void nothing_above_the_folder_belongs_to_it() throws IOException {
    Files.writeString(folder.resolve(".edgelint.toml"), "");
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private Path engine(String text) throws IOException {
    Files.createDirectories(folder.resolve("docker"));
    return Files.writeString(folder.resolve("docker/daemon.json"), text);
  }

  private Future<Integer> watch(Path path) {
    Callable<Integer> run =
        () ->
            Main.run(
                new PrintWriter(out), new PrintWriter(err), "check", "--watch", path.toString());
    return threads.submit(run);
  }

  /** Waits for the report of this many runs, the last of which says something. */
  private void awaitRuns(int runs, String said) throws InterruptedException {
    while (err.toString().lines().filter(line -> line.contains("watching")).count() < runs) {
      Thread.sleep(20);
    }
    assertThat(out.toString().lines().reduce((a, b) -> b).orElse("")).contains(said);
  }

  @Test
  void a_change_is_checked_and_so_is_a_file_put_in_the_place_of_another() throws Exception {
    Path file = engine(BROKEN);
    Future<Integer> run = watch(folder);
    awaitRuns(1, "Found 1 error in 1 file");

    Files.writeString(file, CLEAN);
    awaitRuns(2, "No findings in 2 files");

    Path written = Files.writeString(folder.resolve("docker/.daemon.json.tmp"), BROKEN);
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    awaitRuns(3, "Found 1 error in 1 file");
    assertThat(run).isNotDone();
  }

  @Test
  void a_new_file_in_a_new_folder_is_found_and_a_gone_one_forgotten() throws Exception {
    watch(folder);
    awaitRuns(1, "No findings in 1 file");

    Path file = engine(BROKEN);
    awaitRuns(2, "Found 1 error in 1 file");

    Files.delete(file);
    awaitRuns(3, "No findings in 1 file");
  }

  @Test
  void settings_that_change_count_at_once() throws Exception {
    Path file = engine(BROKEN);
    watch(file);
    awaitRuns(1, "Found 1 error in 1 file");

    Files.writeString(folder.resolve(".edgelint.toml"), "ignore = [\"EDGE001\"]\n");
    awaitRuns(2, "No findings in 1 file");
  }

  @Test
  void a_run_without_a_difference_prints_nothing() throws Exception {
    Path file = engine(BROKEN);
    watch(folder);
    awaitRuns(1, "Found 1 error");

    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    Files.writeString(folder.resolve("docker/.daemon.json.swp"), "of an editor");
    Path other = Files.createDirectory(folder.resolve("more"));
    Files.writeString(other.resolve("daemon.json"), BROKEN);
    awaitRuns(2, "Found 2 errors");
  }

  @Test
  void its_end_is_the_outcome_of_the_last_run() throws Exception {
    engine(BROKEN);
    int[] code = {-1};
    Thread thread =
        new Thread(
            () ->
                code[0] =
                    Main.run(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        "check",
                        "--watch",
                        folder.toString()));
    thread.start();
    awaitRuns(1, "Found 1 error");
    thread.interrupt();
    thread.join();

    assertThat(code[0]).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void it_neither_mends_nor_reads_standard_input() {
    for (String more : List.of("--fix", "--unsafe-fixes", "--fix-only", "-")) {
      CommandLineRun run = CommandLineRun.of("check", "--watch", more);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--watch only looks");
    }
  }

  @Test
  void a_file_of_the_same_size_and_time_in_the_place_of_another_is_a_change() throws Exception {
    Path file = engine(BROKEN);
    Path other = Files.writeString(folder.resolve("other"), BROKEN.replace('l', 'k'));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
    Files.setLastModifiedTime(other, FileTime.fromMillis(1_000_000));
    FileWatch watch = new FileWatch();
    watch.set(List.of(file), 2_000_000);

    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(watch.await()).containsExactly(file);
  }

  @Test
  void what_changed_while_it_was_read_is_a_change() throws Exception {
    Path file = engine(BROKEN);
    FileWatch watch = new FileWatch();
    watch.set(List.of(file), Files.getLastModifiedTime(file).toMillis());

    assertThat(watch.await()).containsExactly(file);
  }
}
