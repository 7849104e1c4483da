package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Analyzer;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;

/** One session with one client over two streams. */
public final class LanguageServerProcess {

  // Held here, since loggers that nobody holds are forgotten with their level. The library writes
  // to
  // standard error what editors show to people as a failure, such as a client that hung up.
  private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

  private LanguageServerProcess() {}

  /**
   * Serves until the client says {@code exit}, closes its stream, or dies.
   *
   * @param version of this build
   * @return the exit code of the process: 0 after {@code shutdown}, else 1
   */
  public static int serve(InputStream in, OutputStream out, String version) {
    WarmUp.start();
    return serve(in, out, version, new Analyzer());
  }

  static int serve(InputStream in, OutputStream out, String version, Analyzer analyzer) {
    LIBRARY.setLevel(Level.OFF);
    EdgelintLanguageServer server = new EdgelintLanguageServer(version, analyzer);
    ExecutorService executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "edgelint messages");
              thread.setDaemon(true);
              return thread;
            });
    Launcher<LanguageClient> launcher =
        new Launcher.Builder<LanguageClient>()
            .setLocalServices(List.of(server, new CustomAnswers(server)))
            .setRemoteInterface(LanguageClient.class)
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

  private static void await(Future<Void> listening) {
    try {
      listening.get();
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      // Either way nobody is there any more.
      return;
    }
  }
}
