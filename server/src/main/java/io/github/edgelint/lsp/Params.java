package io.github.edgelint.lsp;

import io.github.edgelint.workspace.DocPath;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** What a message must say: LSP4J reads a parameter that is missing as null. */
final class Params {

  private Params() {}

  /**
   * @throws ResponseErrorException which names what is missing
   */
  static <T> T need(T value, String name) {
    if (value == null) {
      throw refusal("`" + name + "` is missing.");
    }
    return value;
  }

  /** The document that is spoken of. */
  static DocPath path(TextDocumentIdentifier document) {
    return Uris.toPath(need(document, "textDocument").getUri());
  }

  static ResponseErrorException refusal(String reason) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidParams, reason, null));
  }
}
