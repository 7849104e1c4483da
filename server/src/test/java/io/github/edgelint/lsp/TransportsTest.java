package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TransportsTest {

  private interface Serving {
    int serve() throws IOException;
  }

  private static CompletableFuture<Integer> start(Serving server) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return server.serve();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        },
        task -> new Thread(task, "test server").start());
  }

  /** A whole session: a server that could not read and write at once would never answer. */
  private static void talk(InputStream in, OutputStream out) throws Exception {
    var launcher = LSPLauncher.createClientLauncher(TestClient.plain(), in, out);
    launcher.startListening();
    LanguageServer server = launcher.getRemoteProxy();
    InitializeResult result = server.initialize(new InitializeParams()).get(60, TimeUnit.SECONDS);
    assertThat(result.getServerInfo().getName()).isEqualTo("edgelint");
    server.shutdown().get(60, TimeUnit.SECONDS);
    server.exit();
  }

  @Test
  void a_client_can_come_to_a_port_of_this_machine() throws Exception {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    CompletableFuture<Integer> code =
        start(() -> LanguageServerProcess.listen(0, port::complete, "test"));

    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.get())) {
      talk(socket.getInputStream(), socket.getOutputStream());

      assertThat(code.get(60, TimeUnit.SECONDS)).isZero();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_server_comes_to_the_socket_file_of_a_client(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("editor.sock");
    try (ServerSocketChannel editor = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      editor.bind(UnixDomainSocketAddress.of(file));
      CompletableFuture<Integer> code = start(() -> LanguageServerProcess.connect(file, "test"));
      try (SocketChannel server = editor.accept()) {
        talk(SocketStreams.in(server), SocketStreams.out(server));

        assertThat(code.get(60, TimeUnit.SECONDS)).isZero();
      }
    }
  }
}
