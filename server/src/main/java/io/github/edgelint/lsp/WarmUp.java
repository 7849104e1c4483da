package io.github.edgelint.lsp;

import com.google.gson.Gson;
import io.github.edgelint.analysis.Analyzer;
import java.util.List;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * Gets ready for the first messages and loads the rules while the editor and the server still
 * exchange what they can do. It does nothing that would not be done a moment later: an editor that
 * starts needs the processors itself, and to look at a document in advance made it wait longer.
 */
final class WarmUp {

  private static final List<Class<?>> FIRST_MESSAGES =
      List.of(
          InitializeResult.class, DidOpenTextDocumentParams.class, PublishDiagnosticsParams.class);

  private WarmUp() {}

  /** Starts it on a thread of its own; with a single processor it would only be in the way. */
  static void start(Gson gson) {
    if (Runtime.getRuntime().availableProcessors() > 1) {
      Thread thread = new Thread(() -> run(gson), "edgelint warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void run(Gson gson) {
    // It keeps what it finds out about each class.
    for (Class<?> message : FIRST_MESSAGES) {
      var unused = gson.getAdapter(message);
    }
    var unused = new Analyzer();
  }
}
