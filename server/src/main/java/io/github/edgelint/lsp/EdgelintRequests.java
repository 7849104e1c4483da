package io.github.edgelint.lsp;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;
import org.eclipse.lsp4j.jsonrpc.services.JsonSegment;

/** What the server speaks beside the Language Server Protocol; see {@code docs/protocol.md}. */
@JsonSegment("edgelint")
public interface EdgelintRequests {

  /** Asks what a document is. */
  record DocumentInfoParams(TextDocumentIdentifier textDocument) {}

  /**
   * What a document is.
   *
   * @param kind its {@code DocumentKind} by label
   * @param reason why, or why it is left alone
   * @param device the name of the device it belongs to; null where it is none of ours
   * @param targetVersion {@code 1.5}; null where unknown
   * @param proxyIntent {@code yes} or {@code no}; null where it is none of ours
   */
  record DocumentInfo(
      String kind,
      String reason,
      String device,
      String targetVersion,
      String proxyIntent,
      int findings) {}

  /** Asks for the page of a rule. */
  record ExplainParams(String code) {}

  /** The page of a rule. */
  record Page(String title, String markdown) {}

  @JsonRequest
  CompletableFuture<DocumentInfo> documentInfo(DocumentInfoParams params);

  @JsonRequest
  CompletableFuture<Page> explain(ExplainParams params);
}
