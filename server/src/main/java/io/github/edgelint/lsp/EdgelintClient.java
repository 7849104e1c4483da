package io.github.edgelint.lsp;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;

/** A client, with what only one of ours takes; see {@code docs/protocol.md}. */
interface EdgelintClient extends LanguageClient {

  /** The answer to {@code edgelint/proxyChecklist} is another one than before. */
  @JsonNotification("edgelint/checklistChanged")
  void checklistChanged();
}
