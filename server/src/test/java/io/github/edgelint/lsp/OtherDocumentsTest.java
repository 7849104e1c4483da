package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.text.PositionEncoding;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.FileScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a change of one file means for another one that is open. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class OtherDocumentsTest {

  private static final String TEMPLATE =
      """
      {"$schema-template": "4.0.0", "modulesContent": {
        "$edgeAgent": {"properties.desired": {
          "modules": {"filter": {"settings": {"image": "${MODULES.filter}"}}}}},
        "$edgeHub": {"properties.desired": {"routes": {
          "up": "FROM /messages/modules/filter/* INTO $upstream"}}}}}
      """;

  @TempDir Path folder;
  private String uri;

  @BeforeEach
  void write() throws Exception {
    uri = write("deployment.template.json", TEMPLATE);
    write("modules/filter/module.json", "{\"image\": {\"repository\": \"r/filter\"}}");
    write(".env", "A=1\n");
  }

  private String write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.toUri().toString();
  }

  private TestClient open(Profile profile) throws Exception {
    TestClient client = profile.client().in(folder).start();
    client.open(uri, TEMPLATE);
    return client;
  }

  /** Tells the server of a change, and waits until it has looked at all files. */
  private void changed(TestClient client, String name, String text) throws Exception {
    String changed = write(name, text);
    client
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(
            new DidChangeWatchedFilesParams(
                List.of(new FileEvent(changed, FileChangeType.Changed))));
  }

  private static void until(TestClient client, String call) throws InterruptedException {
    for (int i = 0; i < 300 && !client.calls.contains(call); i++) {
      Thread.sleep(100);
    }
    assertThat(client.calls).contains(call);
  }

  @Test
  void hints_are_asked_for_again_when_an_image_gets_another_name() throws Exception {
    try (TestClient client = open(Profile.FULL)) {
      client.next(uri);
      while (links(client) == 0) {
        Thread.sleep(100); // the folder is read on a thread of its own
      }
      client.calls.clear();

      changed(client, "modules/filter/module.json", "{\"image\": {\"repository\": \"r/new\"}}");

      until(client, "refreshInlayHints");
      assertThat(client.calls).doesNotContain("refreshCodeLenses", "refreshSemanticTokens");
    }
  }

  @Test
  void everything_is_asked_for_again_when_the_settings_change() throws Exception {
    try (TestClient client = open(Profile.FULL)) {
      client.next(uri);
      while (links(client) == 0) {
        Thread.sleep(100); // the folder is read on a thread of its own
      }
      client.calls.clear();

      changed(client, ".edgelint.toml", "[files]\nconfig = [\"deployment.template.json\"]\n");

      until(client, "refreshSemanticTokens");
      assertThat(client.calls).contains("refreshInlayHints", "refreshCodeLenses");
    }
  }

  @Test
  void a_client_that_cannot_ask_again_is_not_told_to() throws Exception {
    try (TestClient client = open(Profile.MINIMAL)) {
      client.next(uri);
      changed(client, ".env", "A=2\n");
      changed(client, "etc/aziot/config.toml", CONFIG);
      client.next(folder.resolve("etc/aziot/config.toml").toUri().toString());

      assertThat(client.calls).containsOnly("publishDiagnostics");
    }
  }

  // --- pulled findings -----------------------------------------------------------------------

  private static final String CONFIG =
      "hostname = \"a\"\n[agent.env]\nhttps_proxy = \"https://proxy:3128\"\n";

  private TestClient pulling() throws Exception {
    TestClient client = Profile.MINIMAL.client();
    client.with(
        capabilities -> {
          TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
          text.setDiagnostic(new DiagnosticCapabilities());
          capabilities.setTextDocument(text);
          WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
          workspace.setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
          capabilities.setWorkspace(workspace);
        });
    return client.in(folder).start();
  }

  private static List<String> pull(TestClient client, String uri) throws Exception {
    return TestClient.codes(
        get(client
                .server()
                .getTextDocumentService()
                .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri))))
            .getRelatedFullDocumentDiagnosticReport()
            .getItems());
  }

  @Test
  void findings_are_pulled_again_when_another_file_changes_them() throws Exception {
    String config = write("etc/aziot/config.toml", CONFIG);
    try (TestClient client = pulling()) {
      client.open(config, CONFIG);
      while (symbols(client) == 0) {
        Thread.sleep(100); // the folder is read on a thread of its own
      }
      assertThat(pull(client, config)).containsExactly("EDGE201");
      client.calls.clear();

      client.change(config, 2, new TextDocumentContentChangeEvent("# mine\n" + CONFIG));
      assertThat(pull(client, config)).containsExactly("EDGE201");
      assertThat(client.calls).isEmpty();

      changed(client, ".edgelint.toml", "[rules]\nEDGE201 = \"off\"\n");
      until(client, "refreshDiagnostics");
      assertThat(pull(client, config)).isEmpty();
    }
  }

  private int links(TestClient client) throws Exception {
    return get(client
            .server()
            .getTextDocumentService()
            .documentLink(new DocumentLinkParams(new TextDocumentIdentifier(uri))))
        .size();
  }

  private static int symbols(TestClient client) throws Exception {
    return get(client.server().getWorkspaceService().symbol(new WorkspaceSymbolParams("filter")))
        .getRight()
        .size();
  }

  // --- moved files ---------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(Profile.class)
  void a_template_follows_the_folder_of_its_module(Profile profile) throws Exception {
    try (TestClient client = open(profile)) {
      assertThat(client.result().getCapabilities().getWorkspace().getFileOperations() != null)
          .isEqualTo(profile == Profile.FULL);
      while (links(client) == 0) {
        Thread.sleep(100); // the folder is read on a thread of its own
      }
      Path modules = folder.resolve("modules");
      FileRename rename =
          new FileRename(
              modules.resolve("filter").toUri().toString(),
              modules.resolve("clean").toUri().toString());

      WorkspaceEdit edit =
          get(
              client
                  .server()
                  .getWorkspaceService()
                  .willRenameFiles(new RenameFilesParams(List.of(rename))));

      List<TextEdit> texts =
          profile == Profile.FULL
              ? edit.getDocumentChanges().get(0).getLeft().getEdits().stream()
                  .map(each -> each.getLeft())
                  .toList()
              : edit.getChanges().get(uri);
      assertThat(texts).hasSize(1);
      SourceText source = SourceText.of(TEMPLATE);
      assertThat(
              new Conversion(PositionEncoding.UTF_16)
                  .range(source, texts.get(0).getRange())
                  .of(TEMPLATE))
          .isEqualTo("filter");
      assertThat(texts.get(0).getNewText()).isEqualTo("clean");
    }
  }

  // --- a workspace that takes long -----------------------------------------------------------

  @Test
  void reading_the_workspace_stops_when_a_person_cancels_it() {
    assertThat(FileScanner.scanFolders(List.of(folder), () -> true).documents()).isEmpty();
    assertThat(FileScanner.scanFolders(List.of(folder), () -> false).documents())
        .extracting(document -> document.path())
        .contains(DocPath.of(folder.resolve(".env")));
  }
}
