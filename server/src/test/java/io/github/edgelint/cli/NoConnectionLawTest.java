package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.BaitedFiles;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 6 on the command line: no address in a file is ever followed. */
class NoConnectionLawTest {

  @TempDir private Path folder;
  private BaitedFiles files;

  @BeforeEach
  void listen() throws IOException {
    files = BaitedFiles.in(folder);
  }

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  @Test
  void a_connection_would_be_noticed() throws IOException {
    new Socket(files.address().getAddress(), files.address().getPort()).close();
    assertThat(files.wereFollowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --hints",
        "check --hints --format html",
        "check --diff --unsafe-fixes",
        "devices",
        "proxy status",
        "proxy allowlist",
        "graph deployment.json",
        "diff deployment.json deployment.json",
      })
  void no_command_connects(String command) throws IOException {
    String[] words = (command + (command.contains(".json") ? "" : " .")).split(" ");
    for (int i = 0; i < words.length; i++) {
      words[i] = words[i].matches(".*\\.json|\\.") ? folder.resolve(words[i]).toString() : words[i];
    }
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.code()).as(run.err()).isNotEqualTo(ExitCode.FAILURE);
    assertThat(run.out()).isNotEmpty();
    assertThat(files.wereFollowed()).isFalse();
  }
}
