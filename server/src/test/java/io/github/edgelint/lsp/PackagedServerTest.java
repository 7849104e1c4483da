package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.edgelint.testing.Repository;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The server as it is shipped, as a process of its own. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
@DisabledOnOs(OS.WINDOWS)
class PackagedServerTest {

  private static final String INITIALIZE =
      """
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,
      "capabilities":{}}}\
      """;

  private static final String OPEN =
      """
      {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{
      "uri":"file:///d/etc/aziot/config.toml","languageId":"toml","version":1,
      "text":"[agent.env]\\nhttps_proxy = \\"https://proxy:3128\\"\\n"}}}\
      """;

  @TempDir Path folder;
  private Process process;
  private Path errors;

  @BeforeEach
  void start() throws IOException {
    Path program = Repository.root().resolve("server/target/dist/bin/edgelint");
    Assumptions.assumeTrue(Files.exists(program), () -> program + " is not built yet");
    errors = folder.resolve("stderr");
    process =
        new ProcessBuilder(program.toString(), "serve").redirectError(errors.toFile()).start();
  }

  @AfterEach
  void stop() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private void send(String message) throws IOException {
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    process
        .getOutputStream()
        .write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    process.getOutputStream().write(body);
    process.getOutputStream().flush();
  }

  private JsonObject receive() throws IOException {
    return receive(process.getInputStream());
  }

  private static JsonObject receive(InputStream in) throws IOException {
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      assertThat(line).startsWith("Content-Length: ");
      length = Integer.parseInt(line.substring("Content-Length: ".length()));
    }
    byte[] body = new byte[length];
    new DataInputStream(in).readFully(body);
    return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed its output after: " + line);
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private int exitCode() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void shutdown_and_exit_end_it_with_0() throws Exception {
    send(INITIALIZE);
    receive();
    send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}");
    receive();
    send("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");

    assertThat(exitCode()).isZero();
    assertThat(errors).isEmptyFile();
  }

  @Test
  void exit_alone_ends_it_with_1() throws Exception {
    send(INITIALIZE);
    receive();
    send("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");

    assertThat(exitCode()).isEqualTo(1);
    assertThat(errors).isEmptyFile();
  }

  @Test
  void the_end_of_input_ends_it_without_noise() throws Exception {
    send(INITIALIZE);
    receive();
    process.getOutputStream().close();

    assertThat(exitCode()).isEqualTo(1);
    assertThat(errors).isEmptyFile();
  }

  @Test
  void a_signal_ends_it_without_noise() throws Exception {
    send(INITIALIZE);
    receive();
    process.destroy();
    exitCode();

    assertThat(errors).isEmptyFile();
  }

  @Test
  void a_client_that_reads_no_longer_does_not_keep_it() throws Exception {
    send(INITIALIZE);
    receive();
    process.getInputStream().close();
    send(OPEN);
    process.getOutputStream().close();

    assertThat(exitCode()).isEqualTo(1);
    assertThat(errors).isEmptyFile();
  }

  @Test
  void its_output_is_messages_only() throws Exception {
    send(INITIALIZE);
    send("{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
    send(OPEN);
    List<String> seen = new ArrayList<>();
    while (!seen.contains("textDocument/publishDiagnostics")) {
      JsonObject message = receive();
      seen.add(message.has("method") ? message.get("method").getAsString() : "answer");
    }

    assertThat(seen).containsExactly("answer", "textDocument/publishDiagnostics");
  }
}
