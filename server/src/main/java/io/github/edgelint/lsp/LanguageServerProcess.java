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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;

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
    return serve(in, out, version, Analyzer::new, WarmUp::start);
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
    return serve(in, out, version, analyzer, nothing -> {});
  }

  private static int serve(
      InputStream in,
      OutputStream out,
      String version,
      Supplier<Analyzer> analyzer,
      Consumer<Gson> warmUp) {
    NoLogging.choose();
    EdgelintLanguageServer server = new EdgelintLanguageServer(version, analyzer);
    Handlers handlers = new Handlers(server);
    Map<String, JsonRpcMethod> methods = new HashMap<>(handlers.methods());
    methods.putAll(EdgelintClient.methods());
    MessageJsonHandler json = messages(methods);
    warmUp.accept(json.getGson());
    StreamMessageConsumer writer = new StreamMessageConsumer(out, json);
    RemoteEndpoint client = new RemoteEndpoint(writer, handlers);
    client.setJsonHandler(json);
    json.setMethodProvider(client);
    server.connect(new EdgelintClient(client));
    ExecutorService executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "edgelint messages");
              thread.setDaemon(true);
              return thread;
            });
    MessageReader messages = new MessageReader(in, json, client, writer);
    CompletableFuture.runAsync(() -> messages.listenFor(client), executor)
        .whenComplete((over, failure) -> server.exit());
    int code = server.whenOver().join();
    server.shutdown();
    executor.shutdownNow();
    return code;
  }

  /** Reads and writes the messages of a session. */
  static MessageJsonHandler messages(Map<String, JsonRpcMethod> methods) {
    return new MessageJsonHandler(
        methods, gson -> gson.registerTypeAdapterFactory(new AnswerWriter()));
  }
}
