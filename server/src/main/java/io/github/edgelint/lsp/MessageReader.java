package io.github.edgelint.lsp;

import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSyntaxException;
import java.io.InputStream;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;

/**
 * Reads what the client sends. What is no message is answered as JSON-RPC wants it, with an error
 * that has no id, and what follows is read. LSP4J alone says nothing, and after a wrong length it
 * finds no message any more.
 */
final class MessageReader extends StreamMessageProducer {

  private static final String LENGTH = "Content-Length:";

  private final MessageConsumer client;

  MessageReader(
      InputStream in, MessageJsonHandler json, MessageIssueHandler issues, MessageConsumer client) {
    super(in, json, issues);
    this.client = client;
  }

  /** Reads until the stream ends. */
  void listenFor(MessageConsumer server) {
    listen(
        message -> {
          if (message == null) {
            refuse(ResponseErrorCode.InvalidRequest, "The message is empty.");
          } else {
            server.consume(message);
          }
        });
  }

  /** Behind a message that was longer than it said stands the next one, in the same line. */
  @Override
  protected void parseHeader(String line, Headers headers) {
    int length = line.lastIndexOf(LENGTH);
    if (length > 0) {
      refuse(ResponseErrorCode.ParseError, "There is text between two messages.");
    }
    super.parseHeader(length < 0 ? line : line.substring(length), headers);
  }

  @Override
  protected void fireError(Throwable problem) {
    if (problem instanceof NumberFormatException) {
      refuse(ResponseErrorCode.ParseError, "The message has a number that is none.");
    } else if (problem instanceof JsonSyntaxException
        && !(problem.getCause() instanceof IllegalStateException)) {
      refuse(ResponseErrorCode.ParseError, "The message is no JSON.");
    } else if (problem instanceof JsonParseException && !(problem instanceof JsonIOException)) {
      refuse(
          ResponseErrorCode.InvalidRequest, "The message is no request, notification or answer.");
    } else if (problem instanceof IllegalStateException) {
      refuse(ResponseErrorCode.ParseError, "The message has no Content-Length.");
    }
  }

  private void refuse(ResponseErrorCode code, String reason) {
    ResponseMessage answer = new ResponseMessage();
    answer.setError(new ResponseError(code, reason, null));
    client.consume(answer);
  }
}
