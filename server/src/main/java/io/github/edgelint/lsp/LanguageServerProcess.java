package io.github.edgelint.lsp;

import com.google.gson.Gson;
import io.github.edgelint.analysis.Analyzer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;

/** One session with one client over two streams. */
public final class LanguageServerProcess {

  private LanguageServerProcess() {}

  /**
   * Serves until the client says {@code exit}, closes its stream, or dies.
   *
   * @param version of this build
   * @return the exit code of the process: 0 after {@code shutdown}, else 1
   */
  public static int serve(InputStream in, OutputStream out, String version) {
    NoLogging.choose();
    Messages messages = new Messages();
    WarmUp.start(messages.gson());
    return serve(in, out, version, Analyzer::new, messages);
  }

  /**
   * Waits for one client on a port of this machine, which no other machine can reach, and serves
   * it.
   *
   * @param port 0 for any free one
   * @param whenListening is told the port
   */
  public static int listen(int port, IntConsumer whenListening, String version) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      whenListening.accept(server.socket().getLocalPort());
      try (SocketChannel client = server.accept()) {
        return serve(client, version);
      }
    }
  }

  /** Connects to a client that waits on a socket file, and serves it. */
  public static int connect(Path socket, String version) throws IOException {
    try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return serve(client, version);
    }
  }

  private static int serve(SocketChannel client, String version) {
    return serve(
        SocketStreams.in(client), new BufferedOutputStream(SocketStreams.out(client)), version);
  }

  /**
   * @param analyzer is asked for once the client has introduced itself; until then the warm-up has
   *     time to load all the rules
   */
  static int serve(InputStream in, OutputStream out, String version, Supplier<Analyzer> analyzer) {
    NoLogging.choose();
    return serve(in, out, version, analyzer, new Messages());
  }

  private static int serve(
      InputStream in,
      OutputStream out,
      String version,
      Supplier<Analyzer> analyzer,
      Messages messages) {
    EdgelintLanguageServer server = new EdgelintLanguageServer(version, analyzer);
    ExecutorService executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "edgelint messages");
              thread.setDaemon(true);
              return thread;
            });
    Launcher<EdgelintClient> launcher =
        messages
            .launcher()
            .setLocalServices(List.of(server, new CustomAnswers(server)))
            .setRemoteInterface(EdgelintClient.class)
            .setClassLoader(LanguageServerProcess.class.getClassLoader())
            .setInput(in)
            .setOutput(out)
            .setExecutorService(executor)
            .create();
    server.connect(launcher.getRemoteProxy());
    Future<Void> listening = launcher.startListening();
    CompletableFuture.runAsync(() -> await(listening), executor)
        .whenComplete((over, failure) -> server.exit());
    int code = server.whenOver().join();
    server.shutdown();
    executor.shutdownNow();
    return code;
  }

  /** The reader and writer of messages, which can get ready before it knows their methods. */
  private static final class Messages {

    private final Map<String, JsonRpcMethod> methods = new HashMap<>();
    private final MessageJsonHandler json =
        new MessageJsonHandler(
            methods, gson -> gson.registerTypeAdapterFactory(new AnswerWriter()));

    Gson gson() {
      return json.getGson();
    }

    Launcher.Builder<EdgelintClient> launcher() {
      return new Launcher.Builder<>() {
        @Override
        protected MessageJsonHandler createJsonHandler() {
          methods.putAll(getSupportedMethods());
          return json;
        }
      };
    }
  }

  private static void await(Future<Void> listening) {
    try {
      listening.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      // Either way nobody is there any more.
      return;
    }
  }
}
