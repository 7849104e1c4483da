package io.github.edgelint.lsp;

import org.eclipse.lsp4j.ClientCapabilities;

/** The two ends of what clients can do. */
enum Profile {
  /** Says that it can do everything that the server knows to make use of. */
  FULL(
      """
      {
        "textDocument": {
          "publishDiagnostics": {"versionSupport": true, "relatedInformation": true},
          "definition": {"linkSupport": true},
          "rename": {"prepareSupport": true},
          "documentLink": {"tooltipSupport": true},
          "formatting": {"dynamicRegistration": true},
          "rangeFormatting": {"dynamicRegistration": true},
          "callHierarchy": {},
          "semanticTokens": {
            "requests": {"range": true, "full": {"delta": true}},
            "tokenTypes": ["namespace", "class", "enumMember", "parameter", "variable", "property",
              "function", "keyword", "comment", "string", "number", "operator"],
            "tokenModifiers": [], "formats": ["relative"]
          },
          "codeLens": {}, "inlayHint": {}, "selectionRange": {},
          "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}
        },
        "workspace": {
          "workspaceEdit": {"documentChanges": true},
          "fileOperations": {"willRename": true},
          "inlayHint": {"refreshSupport": true},
          "codeLens": {"refreshSupport": true},
          "semanticTokens": {"refreshSupport": true},
          "symbol": {"symbolKind": {"valueSet": [1, 2, 3, 24]}}
        }
      }
      """),
  /** Says nothing about itself. */
  MINIMAL("{}");

  private final String capabilities;

  Profile(String capabilities) {
    this.capabilities = capabilities;
  }

  TestClient client() {
    TestClient client = TestClient.plain();
    client.params.setCapabilities(
        TestClient.gson().fromJson(capabilities, ClientCapabilities.class));
    return client;
  }
}
