package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.WHOLE;
import static io.github.edgelint.lsp.TestClient.codes;
import static io.github.edgelint.lsp.TestClient.get;
import static io.github.edgelint.lsp.TestClient.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Shared;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real editors said in {@code initialize}, recorded, and what they then do. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class RecordedClientsTest {

  private static final String URI = "file:///device/etc/aziot/config.toml";

  private static final String CONFIG =
      """
      hostname = "press-07"

      [agent.env]
      https_proxy = "https://proxy.corp:3128"
      """;

  private static final TextEdit FIX = new TextEdit(range(3, 15, 20), "http");

  private static TestClient client(String name) throws Exception {
    return TestClient.recorded(
            Shared.assumePresent("editors/captures/" + name + ".initialize.json"))
        .start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vscode", "nvim", "emacs", "emacs-lspmode", "ale", "kate", "codemirror"})
  void an_editor_gets_findings_answers_and_nothing_it_cannot_take(String name) throws Exception {
    try (TestClient client = client(name)) {
      TextDocumentIdentifier document = new TextDocumentIdentifier(URI);
      client.open(URI, CONFIG);
      assertThat(codes(client.next(URI).getDiagnostics())).containsExactly("EDGE201");
      client.change(URI, 2, new TextDocumentContentChangeEvent("\n" + CONFIG));
      assertThat(client.next(URI).getDiagnostics().get(0).getRange().getStart().getLine())
          .isEqualTo(4);

      get(
          client
              .server()
              .getTextDocumentService()
              .completion(new CompletionParams(document, new Position(1, 0))));
      get(
          client
              .server()
              .getTextDocumentService()
              .hover(new HoverParams(document, new Position(4, 3))));
      get(
          client
              .server()
              .getTextDocumentService()
              .documentSymbol(new DocumentSymbolParams(document)));

      assertThat(client.calls).isSubsetOf(declared(name));
      assertThat(client.logs).isEmpty();
    }
  }

  private static Set<String> declared(String name) {
    return switch (name) {
      case "vscode" ->
          Set.of(
              "publishDiagnostics",
              "registerCapability",
              "configuration",
              "createProgress",
              "notifyProgress");
      case "emacs" -> Set.of("publishDiagnostics", "registerCapability", "configuration");
      case "emacs-lspmode" ->
          Set.of("publishDiagnostics", "configuration", "createProgress", "notifyProgress");
      case "nvim", "kate" -> Set.of("publishDiagnostics", "createProgress", "notifyProgress");
      default -> Set.of("publishDiagnostics");
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"vscode", "emacs", "emacs-lspmode"})
  void an_editor_with_document_changes_gets_versions(String name) throws Exception {
    try (TestClient client = client(name)) {
      WorkspaceEdit edit = quickFix(client, range(3, 17, 17));

      assertThat(edit.getChanges()).isNullOrEmpty();
      assertThat(edit.getDocumentChanges().get(0).getLeft().getTextDocument().getVersion())
          .isEqualTo(1);
      assertThat(edit.getDocumentChanges().get(0).getLeft().getEdits())
          .containsExactly(Either.forLeft(FIX));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nvim", "ale", "kate"})
  void an_editor_without_document_changes_gets_plain_edits(String name) throws Exception {
    try (TestClient client = client(name)) {
      WorkspaceEdit edit = quickFix(client, range(3, 17, 17));

      assertThat(edit.getDocumentChanges()).isNull();
      assertThat(edit.getChanges().get(URI)).containsExactly(FIX);
    }
  }

  private static WorkspaceEdit quickFix(TestClient client, org.eclipse.lsp4j.Range range)
      throws Exception {
    client.open(URI, CONFIG);
    List<Diagnostic> found = client.next(URI).getDiagnostics();
    return client.actions(URI, range, found).get(0).getRight().getEdit();
  }

  @ParameterizedTest
  @ValueSource(strings = "kate")
  void kate_applies_all_it_gets_so_it_gets_one(String name) throws Exception {
    try (TestClient client = client(name)) {
      client.open(URI, CONFIG);
      List<Diagnostic> found = client.next(URI).getDiagnostics();

      List<Either<Command, CodeAction>> actions = client.actions(URI, WHOLE, found);

      assertThat(actions).hasSize(1);
      assertThat(actions.get(0).getRight().getEdit().getChanges().get(URI)).containsExactly(FIX);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "ale")
  void ale_asks_by_the_word_at_the_cursor_alone(String name) throws Exception {
    try (TestClient client = client(name)) {
      client.open(URI, CONFIG);
      client.next(URI);

      assertThat(client.actions(URI, range(3, 15, 19), List.of())).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "codemirror")
  void codemirror_cannot_edit_and_is_offered_nothing(String name) throws Exception {
    try (TestClient client = client(name)) {
      assertThat(client.result().getCapabilities().getCodeActionProvider()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "vscode")
  void our_extension_explains_findings_itself(String name) throws Exception {
    TestClient client =
        TestClient.recorded(Shared.assumePresent("editors/captures/" + name + ".initialize.json"));
    com.google.gson.JsonObject options = new com.google.gson.JsonObject();
    options.addProperty("checklist", true);
    client.params.setInitializationOptions(options);
    try (TestClient started = client.start()) {
      started.open(URI, CONFIG);
      List<Diagnostic> found = started.next(URI).getDiagnostics();

      assertThat(started.actions(URI, range(3, 17, 17), found)).allMatch(Either::isRight);
    }
  }
}
