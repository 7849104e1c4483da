package io.github.edgelint.lsp;

import io.github.edgelint.analysis.Failures;
import java.util.Locale;
import org.eclipse.lsp4j.LogTraceParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.TraceValue;

/**
 * What the server tells about itself. Nothing of a user's file goes in here: of a failure its kind
 * and place in our code, of a document its name.
 */
final class ServerLog {

  private volatile EdgelintClient client;
  private volatile String trace = TraceValue.Off;

  void connect(EdgelintClient to) {
    client = to;
  }

  /** How much the client wants to be told: {@code off}, {@code messages} or {@code verbose}. */
  void setTrace(String value) {
    trace = value == null ? TraceValue.Off : value.toLowerCase(Locale.ROOT);
  }

  void info(String message) {
    send(MessageType.Info, message);
  }

  void warn(String message) {
    send(MessageType.Warning, message);
  }

  /** Reports that something of ours failed; it goes on without. */
  void failure(String doing, Throwable failure) {
    send(MessageType.Error, "edgelint failed in " + doing + ": " + Failures.id(failure));
  }

  /** Tells what the server does, to clients that want to know. */
  void trace(String message) {
    EdgelintClient to = client;
    if (to != null && !trace.equals(TraceValue.Off)) {
      to.logTrace(new LogTraceParams(message));
    }
  }

  private void send(MessageType type, String message) {
    EdgelintClient to = client;
    if (to != null) {
      to.logMessage(new MessageParams(type, message));
    }
  }
}
