package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.WHOLE;
import static io.github.edgelint.lsp.TestClient.codes;
import static io.github.edgelint.lsp.TestClient.get;
import static io.github.edgelint.lsp.TestClient.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.github.edgelint.rules.RuleCatalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CodeActionResolveSupportCapabilities;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class LanguageServerTest {

  private static final String URI = "file:///device/etc/aziot/config.toml";

  /** One finding: EDGE201 at {@code https} in line 4. */
  private static final String CONFIG =
      """
      hostname = "press-07"

      [agent]
      name = "edgeAgent"
      env = { https_proxy = "https://proxy.corp:3128" }
      """;

  private static final String MANIFEST_URI = "file:///device/deployment.json";

  /** The second comma is one too many, which is beyond doubt. */
  private static final String MANIFEST =
      """
      {"modulesContent": {"$edgeAgent": {"properties.desired": {"schemaVersion": "1.1",}}}}
      """;

  private static final Range SCHEME = range(4, 23, 28);

  private static TestClient plain() {
    return TestClient.plain();
  }

  private static TestClient withLiterals() {
    return plain()
        .with(
            capabilities -> {
              TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
              CodeActionCapabilities actions = new CodeActionCapabilities();
              actions.setCodeActionLiteralSupport(
                  new CodeActionLiteralSupportCapabilities(
                      new CodeActionKindCapabilities(List.of("quickfix"))));
              text.setCodeAction(actions);
              capabilities.setTextDocument(text);
            });
  }

  private static TextDocumentContentChangeEvent change(Range range, String text) {
    return new TextDocumentContentChangeEvent(range, text);
  }

  private static TextDocumentContentChangeEvent whole(String text) {
    return new TextDocumentContentChangeEvent(text);
  }

  // --- lifecycle -----------------------------------------------------------------------------

  @Test
  void exit_after_shutdown_is_a_clean_end() throws Exception {
    try (TestClient client = plain().start()) {
      get(client.server().shutdown());
      client.server().exit();

      assertThat(client.exitCode()).isZero();
    }
  }

  @Test
  void exit_without_shutdown_is_a_failure() throws Exception {
    try (TestClient client = plain().start()) {
      client.server().exit();

      assertThat(client.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void the_end_of_input_ends_the_server() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);
      client.hangUp();

      assertThat(client.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void a_client_that_hangs_up_after_shutdown_has_done_enough() throws Exception {
    try (TestClient client = plain().start()) {
      get(client.server().shutdown());
      client.hangUp();

      assertThat(client.exitCode()).isZero();
    }
  }

  @Test
  void questions_before_initialize_are_refused() throws Exception {
    try (TestClient client = plain().connect()) {
      assertThatThrownBy(() -> hover(client, URI, 0, 0))
          .hasRootCauseInstanceOf(ResponseErrorException.class)
          .hasMessageContaining("initialize comes first");
    }
  }

  @Test
  void questions_after_shutdown_are_refused() throws Exception {
    try (TestClient client = plain().start()) {
      get(client.server().shutdown());

      assertThatThrownBy(() -> hover(client, URI, 0, 0)).hasMessageContaining("shut down");
    }
  }

  @Test
  void a_second_initialize_is_refused() throws Exception {
    try (TestClient client = plain().start()) {
      assertThatThrownBy(() -> get(client.server().initialize(new InitializeParams())))
          .hasMessageContaining("initialized already");
    }
  }

  @Test
  void a_dead_editor_ends_the_server() throws Exception {
    Process editor = new ProcessBuilder("sleep", "60").start();
    TestClient client = plain();
    client.params.setProcessId((int) editor.pid());
    try (TestClient started = client.start()) {
      editor.destroyForcibly().waitFor();

      assertThat(started.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void text_that_is_no_message_does_not_end_the_server() throws Exception {
    try (TestClient client = plain().start()) {
      client.rawStream().write("Content-Length: 5\r\n\r\n{\"a\":".getBytes(StandardCharsets.UTF_8));
      client.rawStream().flush();
      client.open(URI, CONFIG);

      assertThat(codes(client.next(URI).getDiagnostics())).containsExactly("EDGE201");
    }
  }

  // --- findings ------------------------------------------------------------------------------

  @Test
  void an_opened_document_gets_its_findings() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);

      Diagnostic finding = client.next(URI).getDiagnostics().get(0);

      assertThat(finding.getSource()).isEqualTo("edgelint");
      assertThat(finding.getCode().getLeft()).isEqualTo("EDGE201");
      assertThat(finding.getRange()).isEqualTo(SCHEME);
      assertThat(finding.getCodeDescription()).isNull();
      assertThat(finding.getData()).isNull();
    }
  }

  @Test
  void findings_carry_what_the_client_takes() throws Exception {
    TestClient client =
        plain()
            .with(
                capabilities -> {
                  PublishDiagnosticsCapabilities push = new PublishDiagnosticsCapabilities();
                  push.setCodeDescriptionSupport(true);
                  push.setDataSupport(true);
                  push.setVersionSupport(true);
                  TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
                  text.setPublishDiagnostics(push);
                  capabilities.setTextDocument(text);
                });
    try (TestClient started = client.start()) {
      started.open(URI, CONFIG);

      PublishDiagnosticsParams published = started.next(URI);

      assertThat(published.getVersion()).isEqualTo(1);
      Diagnostic finding = published.getDiagnostics().get(0);
      assertThat(finding.getCodeDescription().getHref()).endsWith("/docs/rules/EDGE201.md");
      assertThat(((JsonObject) finding.getData()).get("slug").getAsString())
          .isEqualTo("proxy-url-https");
    }
  }

  @Test
  void a_change_of_a_range_is_applied() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);
      client.next(URI);

      client.change(URI, 2, change(SCHEME, "http"));

      assertThat(client.next(URI).getDiagnostics()).isEmpty();
    }
  }

  @Test
  void changes_in_one_message_follow_each_other() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, "");
      client.next(URI);

      client.change(
          URI, 2, whole(CONFIG.replace("https://", "http://")), change(range(4, 27, 27), "s"));

      assertThat(codes(client.next(URI).getDiagnostics())).containsExactly("EDGE201");
    }
  }

  @Test
  void a_change_of_the_whole_text_is_taken_though_ranges_were_agreed() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);
      client.next(URI);

      client.change(URI, 2, whole("hostname = \"a\"\n"));

      assertThat(client.next(URI).getDiagnostics()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"utf-8, 33", "utf-16, 31", "utf-32, 30"})
  void columns_are_counted_as_the_client_prefers(String encoding, int column) throws Exception {
    TestClient client =
        plain()
            .with(
                capabilities -> {
                  GeneralClientCapabilities general = new GeneralClientCapabilities();
                  general.setPositionEncodings(List.of(encoding, "utf-16"));
                  capabilities.setGeneral(general);
                });
    try (TestClient started = client.start()) {
      started.open(URI, CONFIG.replace("env = { ", "env = { \"\uD83D\uDE00\"=1, "));

      Diagnostic finding =
          started.next(URI).getDiagnostics().stream()
              .filter(each -> each.getCode().getLeft().equals("EDGE201"))
              .findFirst()
              .orElseThrow();

      assertThat(started.result().getCapabilities().getPositionEncoding()).isEqualTo(encoding);
      assertThat(finding.getRange().getStart().getCharacter()).isEqualTo(column);
    }
  }

  @Test
  void a_closed_document_that_is_no_file_loses_its_findings() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);
      client.next(URI);

      client.close(URI);

      assertThat(client.next(URI).getDiagnostics()).isEmpty();
    }
  }

  @Test
  void a_text_without_a_file_gets_findings() throws Exception {
    try (TestClient client = plain().start()) {
      String untitled = "untitled:Untitled-1";
      client.open(
          untitled,
          "[provisioning]\nsource = \"manual\"\n" + CONFIG.substring(CONFIG.indexOf("[agent]")));

      assertThat(codes(client.next(untitled).getDiagnostics())).contains("EDGE201");
    }
  }

  @Test
  void a_file_of_another_kind_stays_quiet() throws Exception {
    try (TestClient client = plain().start()) {
      String uri = "file:///device/package.json";
      client.open(uri, "{\"name\": \"x\"}");

      assertThat(client.next(uri).getDiagnostics()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "file:",
        "file:///%zz/config.toml",
        "file://host",
        "http://[",
        "::"
      })
  void a_uri_of_any_form_is_a_name(String uri) throws Exception {
    try (TestClient client = plain().start()) {
      client.open(uri, "a = 1");
      client.next(uri);

      assertThat(hover(client, uri, 0, 0)).isNull();
    }
  }

  // --- the workspace -------------------------------------------------------------------------

  @Test
  void files_of_the_workspace_that_are_not_open_get_findings(@TempDir Path folder)
      throws Exception {
    Path file = Files.createDirectories(folder.resolve("etc/aziot")).resolve("config.toml");
    Files.writeString(file, CONFIG);
    try (TestClient client = plain().in(folder).start()) {
      PublishDiagnosticsParams found = client.next(file.toUri().toString());

      assertThat(codes(found.getDiagnostics())).containsExactly("EDGE201");
      assertThat(found.getVersion()).isNull();
    }
  }

  @Test
  void a_changed_file_is_read_again(@TempDir Path folder) throws Exception {
    Path file = Files.createDirectories(folder.resolve("etc/aziot")).resolve("config.toml");
    Files.writeString(file, CONFIG);
    String uri = file.toUri().toString();
    try (TestClient client = plain().in(folder).start()) {
      client.next(uri);

      Files.writeString(file, CONFIG.replace("https://", "http://"));
      tellOf(client, uri, FileChangeType.Changed);

      assertThat(client.next(uri).getDiagnostics()).isEmpty();
    }
  }

  @Test
  void a_new_file_is_found(@TempDir Path folder) throws Exception {
    try (TestClient client = plain().in(folder).start()) {
      Path file = Files.createDirectories(folder.resolve("etc/aziot")).resolve("config.toml");
      Files.writeString(file, CONFIG);
      String uri = file.toUri().toString();
      tellOf(client, uri, FileChangeType.Created);

      assertThat(codes(client.next(uri).getDiagnostics())).containsExactly("EDGE201");
    }
  }

  @Test
  void a_new_folder_is_read(@TempDir Path folder) throws Exception {
    try (TestClient client = plain().in(folder).start()) {
      Path file = Files.createDirectories(folder.resolve("etc/aziot")).resolve("config.toml");
      Files.writeString(file, CONFIG);
      tellOf(client, folder.resolve("etc").toUri().toString(), FileChangeType.Created);

      assertThat(codes(client.next(file.toUri().toString()).getDiagnostics()))
          .containsExactly("EDGE201");
    }
  }

  @Test
  void a_new_folder_where_no_walk_comes_is_passed_over(@TempDir Path folder) throws Exception {
    Path modules = Files.createDirectories(folder.resolve("node_modules/some"));
    Path file = Files.createDirectories(folder.resolve("etc/aziot")).resolve("config.toml");
    String uri = Files.writeString(file, CONFIG).toUri().toString();
    try (TestClient client = plain().in(folder).start()) {
      client.next(uri);
      client.server().setTrace(new SetTraceParams("verbose"));

      Path made = Files.createDirectories(modules.resolve("build"));
      tellOf(client, made.toUri().toString(), FileChangeType.Created);
      // Files are read by one thread, so what it says of this one comes behind.
      for (String text : List.of(CONFIG.replace("https://", "http://"), CONFIG)) {
        Files.writeString(file, text);
        tellOf(client, uri, FileChangeType.Changed);
        client.next(uri);
      }

      assertThat(client.traces).isNotEmpty().noneMatch(trace -> trace.startsWith("read "));
    }
  }

  @Test
  void a_folder_that_goes_takes_its_findings_along(@TempDir Path folder) throws Exception {
    Path file = Files.createDirectories(folder.resolve("etc/aziot")).resolve("config.toml");
    Files.writeString(file, CONFIG);
    String uri = file.toUri().toString();
    try (TestClient client = plain().in(folder).start()) {
      client.next(uri);

      Files.move(folder.resolve("etc"), folder.resolveSibling(folder.getFileName() + "-etc"));
      tellOf(client, folder.resolve("etc").toUri().toString(), FileChangeType.Deleted);

      assertThat(client.next(uri).getDiagnostics()).isEmpty();
    }
  }

  @Test
  void what_an_editor_has_open_goes_before_the_file(@TempDir Path folder) throws Exception {
    Path file = Files.createDirectories(folder.resolve("etc/aziot")).resolve("config.toml");
    Files.writeString(file, CONFIG);
    String uri = file.toUri().toString();
    try (TestClient client = plain().in(folder).start()) {
      client.open(uri, CONFIG.replace("https://", "http://"));
      client.until(uri, found -> found.getDiagnostics().isEmpty());
      tellOf(client, uri, FileChangeType.Changed);
      client.change(uri, 2, change(range(0, 0, 0), "\n"));

      assertThat(client.next(uri).getDiagnostics()).isEmpty();
    }
  }

  @Test
  void a_closed_file_of_the_workspace_counts_as_on_disk(@TempDir Path folder) throws Exception {
    Path file = Files.createDirectories(folder.resolve("etc/aziot")).resolve("config.toml");
    Files.writeString(file, CONFIG);
    String uri = file.toUri().toString();
    try (TestClient client = plain().in(folder).start()) {
      client.open(uri, "hostname = \"a\"\n");
      client.until(uri, found -> found.getDiagnostics().isEmpty());

      client.close(uri);

      assertThat(
              codes(client.until(uri, found -> !found.getDiagnostics().isEmpty()).getDiagnostics()))
          .containsExactly("EDGE201");
    }
  }

  @Test
  void companions_of_an_opened_file_are_read_without_a_workspace(@TempDir Path folder)
      throws Exception {
    Path aziot = Files.createDirectories(folder.resolve("etc/aziot"));
    Files.writeString(aziot.resolve("config.toml"), CONFIG.replace("https://", "http://"));
    Path dropIn =
        Files.createDirectories(folder.resolve("etc/systemd/system/aziot-edged.service.d"))
            .resolve("proxy.conf");
    Files.writeString(dropIn, "[Service]\nEnvironment=https_proxy=http://other.corp:3128\n");
    String uri = aziot.resolve("config.toml").toUri().toString();
    try (TestClient client = plain().start()) {
      client.open(uri, CONFIG.replace("https://", "http://"));
      client.next(uri);

      EdgelintRequests.DocumentInfo info = documentInfo(client, dropIn.toUri().toString());
      for (int i = 0; i < 100 && info.kind().equals("other"); i++) {
        Thread.sleep(50);
        info = documentInfo(client, dropIn.toUri().toString());
      }

      assertThat(info.kind()).isEqualTo("unit");
      assertThat(info.proxyIntent()).isEqualTo("yes");
    }
  }

  private static void tellOf(TestClient client, String uri, FileChangeType type) {
    client
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of(new FileEvent(uri, type))));
  }

  // --- code actions --------------------------------------------------------------------------

  @Test
  void a_quick_fix_mends_the_finding() throws Exception {
    try (TestClient client = withLiterals().start()) {
      client.open(URI, CONFIG);
      client.next(URI);

      CodeAction fix = client.actions(URI, range(4, 25, 25), List.of()).get(0).getRight();

      assertThat(fix.getKind()).isEqualTo("quickfix");
      assertThat(codes(fix.getDiagnostics())).containsExactly("EDGE201");
      assertThat(fix.getEdit().getDocumentChanges()).isNull();
      assertThat(fix.getEdit().getChanges())
          .containsOnlyKeys(URI)
          .containsEntry(URI, List.of(new TextEdit(SCHEME, "http")));
    }
  }

  @Test
  void edits_name_versions_for_clients_that_take_them() throws Exception {
    TestClient client =
        withLiterals()
            .with(
                capabilities -> {
                  WorkspaceEditCapabilities edit = new WorkspaceEditCapabilities();
                  edit.setDocumentChanges(true);
                  WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
                  workspace.setWorkspaceEdit(edit);
                  capabilities.setWorkspace(workspace);
                });
    try (TestClient started = client.start()) {
      started.open(URI, CONFIG);
      started.change(URI, 7, change(range(0, 0, 0), ""));

      CodeAction fix = started.actions(URI, SCHEME, List.of()).get(0).getRight();

      assertThat(fix.getEdit().getDocumentChanges().get(0).getLeft().getTextDocument().getVersion())
          .isEqualTo(7);
    }
  }

  @Test
  void an_unnamed_client_that_asks_for_everything_with_one_finding_gets_one_action()
      throws Exception {
    try (TestClient client = withLiterals().start()) {
      client.open(URI, CONFIG);
      List<Diagnostic> one = client.next(URI).getDiagnostics();

      assertThat(client.actions(URI, WHOLE, one)).hasSize(1);
    }
  }

  @Test
  void quick_fixes_are_those_of_the_mentioned_findings() throws Exception {
    try (TestClient client = withLiterals().start()) {
      client.open(URI, CONFIG);
      client.next(URI);
      Diagnostic other = new Diagnostic(range(0, 0, 8), "of somebody else");
      other.setCode("EDGE999");

      assertThat(client.actions(URI, WHOLE, List.of(other), "quickfix")).isEmpty();
    }
  }

  @Test
  void a_finding_with_nothing_but_code_and_range_is_recognised() throws Exception {
    try (TestClient client = withLiterals().start()) {
      client.open(URI, CONFIG);
      client.next(URI);
      Diagnostic rebuilt = new Diagnostic(SCHEME, "");
      rebuilt.setCode("EDGE201");

      assertThat(client.actions(URI, range(4, 0, 0), List.of(rebuilt), "quickfix")).isNotEmpty();
    }
  }

  @Test
  void only_actions_of_the_asked_kind_are_given() throws Exception {
    try (TestClient client = withLiterals().withRules(RuleCatalog.rules()).start()) {
      client.open(MANIFEST_URI, MANIFEST);

      List<Either<Command, CodeAction>> actions =
          client.actions(MANIFEST_URI, WHOLE, List.of(), "source.fixAll");

      assertThat(actions).hasSize(1);
      assertThat(actions.get(0).getRight().getKind()).isEqualTo("source.fixAll.edgelint");
      assertThat(actions.get(0).getRight().getEdit().getChanges().get(MANIFEST_URI)).isNotEmpty();
      assertThat(client.actions(MANIFEST_URI, WHOLE, List.of(), "refactor")).isEmpty();
    }
  }

  @Test
  void fixing_all_is_worked_out_when_it_is_chosen() throws Exception {
    TestClient client =
        withLiterals()
            .withRules(RuleCatalog.rules())
            .with(
                capabilities -> {
                  CodeActionCapabilities actions = capabilities.getTextDocument().getCodeAction();
                  actions.setResolveSupport(
                      new CodeActionResolveSupportCapabilities(List.of("edit")));
                  actions.setDataSupport(true);
                });
    try (TestClient started = client.start()) {
      started.open(MANIFEST_URI, MANIFEST);
      CodeAction action =
          started.actions(MANIFEST_URI, WHOLE, List.of(), "source.fixAll").get(0).getRight();
      assertThat(action.getEdit()).isNull();

      CodeAction resolved =
          get(started.server().getTextDocumentService().resolveCodeAction(action));

      assertThat(resolved.getEdit().getChanges().get(MANIFEST_URI)).isNotEmpty();
    }
  }

  @Test
  void a_client_without_literals_gets_commands_that_edit() throws Exception {
    TestClient client =
        plain()
            .with(
                capabilities -> {
                  WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
                  workspace.setApplyEdit(true);
                  capabilities.setWorkspace(workspace);
                });
    try (TestClient started = client.start()) {
      started.open(URI, CONFIG);
      Command command = started.actions(URI, SCHEME, List.of()).get(0).getLeft();

      get(
          started
              .server()
              .getWorkspaceService()
              .executeCommand(
                  new ExecuteCommandParams(command.getCommand(), command.getArguments())));

      assertThat(started.applied.take().getEdit().getChanges().get(URI))
          .containsExactly(new TextEdit(SCHEME, "http"));
    }
  }

  @Test
  void a_client_that_can_neither_take_literals_nor_edits_gets_no_actions() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);

      assertThat(client.result().getCapabilities().getCodeActionProvider()).isNull();
      assertThat(client.actions(URI, SCHEME, List.of())).isEmpty();
    }
  }

  @Test
  void an_unknown_command_is_refused() throws Exception {
    try (TestClient client = plain().start()) {
      assertThatThrownBy(
              () ->
                  get(
                      client
                          .server()
                          .getWorkspaceService()
                          .executeCommand(new ExecuteCommandParams("rm", List.of()))))
          .hasMessageContaining("There is no command rm");
    }
  }

  // --- other questions -----------------------------------------------------------------------

  @Test
  void a_document_that_is_not_known_has_empty_answers() throws Exception {
    String unknown = "file:///nowhere/config.toml";
    TextDocumentIdentifier document = new TextDocumentIdentifier(unknown);
    try (TestClient client = withLiterals().start()) {
      assertThat(hover(client, unknown, 0, 0)).isNull();
      assertThat(
              get(
                  client
                      .server()
                      .getTextDocumentService()
                      .documentSymbol(new DocumentSymbolParams(document))))
          .isEmpty();
      assertThat(
              get(client
                      .server()
                      .getTextDocumentService()
                      .completion(new CompletionParams(document, new Position(0, 0))))
                  .getRight()
                  .getItems())
          .isEmpty();
      assertThat(client.actions(unknown, WHOLE, List.of())).isEmpty();
      client.change(unknown, 2, whole("a = 1"));
      client.close(unknown);
      assertThat(documentInfo(client, unknown).kind()).isEqualTo("other");
    }
  }

  @Test
  void a_position_beyond_the_text_is_its_end() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);

      assertThat(hover(client, URI, 999, 999)).isNull();
    }
  }

  @Test
  void the_code_in_a_suppression_explains_itself() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, "# edgelint: ignore[EDGE201] known\n" + CONFIG);

      org.eclipse.lsp4j.Hover hover = hover(client, URI, 0, 20);

      assertThat(hover.getRange()).isEqualTo(range(0, 19, 26));
      assertThat(hover.getContents().getRight().getValue()).contains("proxy-url-https");
    }
  }

  @Test
  void symbols_are_flat_for_clients_that_know_no_others() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);

      var symbols =
          get(
              client
                  .server()
                  .getTextDocumentService()
                  .documentSymbol(new DocumentSymbolParams(new TextDocumentIdentifier(URI))));

      assertThat(symbols).allMatch(Either::isLeft);
      assertThat(symbols)
          .anyMatch(
              symbol ->
                  symbol.getLeft().getName().equals("https_proxy")
                      && symbol.getLeft().getContainerName().equals("env"));
    }
  }

  @Test
  void tables_can_be_folded() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);

      var ranges =
          get(
              client
                  .server()
                  .getTextDocumentService()
                  .foldingRange(new FoldingRangeRequestParams(new TextDocumentIdentifier(URI))));

      assertThat(ranges).hasSize(1);
      assertThat(ranges.get(0).getStartLine()).isEqualTo(2);
      assertThat(ranges.get(0).getEndLine()).isEqualTo(4);
    }
  }

  @Test
  void a_question_sees_the_changes_that_came_before_it() throws Exception {
    try (TestClient client = withLiterals().start()) {
      client.open(URI, "");
      for (int version = 2; version <= 20; version++) {
        client.change(URI, version, whole("# " + version + "\n" + CONFIG));
      }
      CodeAction fix = client.actions(URI, WHOLE, List.of(), "quickfix").get(0).getRight();

      assertThat(fix.getDiagnostics().get(0).getRange().getStart().getLine()).isEqualTo(5);
    }
  }

  @Test
  void a_cancelled_question_is_answered_as_cancelled_and_others_go_on() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);
      CompletableFuture<?> cancelled =
          client
              .server()
              .getTextDocumentService()
              .hover(new HoverParams(new TextDocumentIdentifier(URI), new Position(0, 0)));
      cancelled.cancel(true);

      assertThat(documentInfo(client, URI).kind()).isEqualTo("device-config");
      assertThat(cancelled).isCancelled();
    }
  }

  // --- pull ----------------------------------------------------------------------------------

  private static TestClient pulling() {
    return plain()
        .with(
            capabilities -> {
              TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
              text.setDiagnostic(new DiagnosticCapabilities());
              capabilities.setTextDocument(text);
            });
  }

  @Test
  void a_client_that_can_only_pull_is_never_pushed_at() throws Exception {
    try (TestClient client = pulling().start()) {
      client.open(URI, CONFIG);

      var report = pull(client, null).getRelatedFullDocumentDiagnosticReport();

      assertThat(codes(report.getItems())).containsExactly("EDGE201");
      assertThat(client.hasPublished()).isFalse();
      assertThat(client.result().getCapabilities().getDiagnosticProvider()).isNotNull();
    }
  }

  @Test
  void what_has_not_changed_is_not_sent_again() throws Exception {
    try (TestClient client = pulling().start()) {
      client.open(URI, CONFIG);
      String id = pull(client, null).getRelatedFullDocumentDiagnosticReport().getResultId();

      assertThat(pull(client, id).isRelatedUnchangedDocumentDiagnosticReport()).isTrue();
    }
  }

  @Test
  void the_whole_workspace_can_be_pulled(@TempDir Path folder) throws Exception {
    Path file = Files.createDirectories(folder.resolve("etc/aziot")).resolve("config.toml");
    Files.writeString(file, CONFIG);
    try (TestClient client = pulling().in(folder).start()) {
      client.open(URI, CONFIG);
      pull(client, null);

      List<String> uris =
          get(
                  client
                      .server()
                      .getWorkspaceService()
                      .diagnostic(new WorkspaceDiagnosticParams(List.of())))
              .getItems()
              .stream()
              .map(item -> item.getWorkspaceFullDocumentDiagnosticReport().getUri())
              .toList();

      assertThat(uris).contains(URI);
    }
  }

  @Test
  void a_client_that_can_be_pushed_at_is_not_offered_to_pull() throws Exception {
    TestClient client =
        pulling()
            .with(
                capabilities ->
                    capabilities
                        .getTextDocument()
                        .setPublishDiagnostics(new PublishDiagnosticsCapabilities()));
    try (TestClient started = client.start()) {
      started.open(URI, CONFIG);

      assertThat(started.next(URI).getDiagnostics()).hasSize(1);
      assertThat(started.result().getCapabilities().getDiagnosticProvider()).isNull();
    }
  }

  private static org.eclipse.lsp4j.DocumentDiagnosticReport pull(TestClient client, String previous)
      throws Exception {
    DocumentDiagnosticParams params = new DocumentDiagnosticParams(new TextDocumentIdentifier(URI));
    params.setPreviousResultId(previous);
    return get(client.server().getTextDocumentService().diagnostic(params));
  }

  // --- beside the protocol -------------------------------------------------------------------

  @Test
  void a_document_tells_what_it_is() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);

      EdgelintRequests.DocumentInfo info = documentInfo(client, URI);

      assertThat(info.kind()).isEqualTo("device-config");
      assertThat(info.reason()).contains("config.toml");
      assertThat(info.proxyIntent()).isEqualTo("yes");
      assertThat(info.findings()).isEqualTo(1);
    }
  }

  @Test
  void a_document_tells_its_device(@TempDir Path folder) throws Exception {
    Path file = Files.createDirectories(folder.resolve("plant/etc/aziot")).resolve("config.toml");
    Files.writeString(file, CONFIG);
    String uri = file.toUri().toString();
    try (TestClient client = plain().in(folder).start()) {
      client.next(uri);

      assertThat(documentInfo(client, uri).device()).isEqualTo("plant");
    }
  }

  @Test
  void a_document_on_its_own_belongs_to_no_device() throws Exception {
    String uri = "untitled:Untitled-1";
    try (TestClient client = plain().start()) {
      client.open(uri, "{\"modulesContent\": {}}");

      EdgelintRequests.DocumentInfo info = documentInfo(client, uri);

      assertThat(info.kind()).isEqualTo("manifest");
      assertThat(info.device()).isNull();
    }
  }

  @Test
  void a_rule_is_explained_by_its_page() throws Exception {
    try (TestClient client = plain().start()) {
      EdgelintRequests.Page page =
          get(client.requests().explain(new EdgelintRequests.ExplainParams("edge201")));

      assertThat(page.title()).isEqualTo("EDGE201 proxy-url-https");
      assertThat(get(client.requests().explain(new EdgelintRequests.ExplainParams("EDGE000"))))
          .isNull();
    }
  }

  private static JsonObject settings(String json) {
    return TestClient.gson().fromJson(json, JsonObject.class);
  }

  @Test
  void settings_come_with_the_options_of_initialize() throws Exception {
    TestClient client = plain();
    client.params.setInitializationOptions(settings("{\"settings\": {\"version\": \"1.5\"}}"));
    try (TestClient started = client.start()) {
      started.open(URI, CONFIG);

      assertThat(documentInfo(started, URI).targetVersion()).isEqualTo("1.5");
    }
  }

  @Test
  void settings_are_asked_for_where_the_client_can_be_asked() throws Exception {
    TestClient client =
        plain()
            .with(
                capabilities -> {
                  WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
                  workspace.setConfiguration(true);
                  capabilities.setWorkspace(workspace);
                });
    client.settings = settings("{\"rules\": {\"EDGE201\": \"off\"}}");
    try (TestClient started = client.start()) {
      started.open(URI, CONFIG);

      started.until(URI, found -> found.getDiagnostics().isEmpty());
    }
  }

  @Test
  void settings_that_are_null_change_nothing() throws Exception {
    TestClient client =
        plain()
            .with(
                capabilities -> {
                  WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
                  workspace.setConfiguration(true);
                  capabilities.setWorkspace(workspace);
                });
    try (TestClient started = client.start()) {
      started.open(URI, CONFIG);

      assertThat(codes(started.next(URI).getDiagnostics())).containsExactly("EDGE201");
    }
  }

  @Test
  void settings_may_be_pushed() throws Exception {
    try (TestClient client = plain().start()) {
      client.open(URI, CONFIG);
      client.next(URI);

      client
          .server()
          .getWorkspaceService()
          .didChangeConfiguration(
              new DidChangeConfigurationParams(
                  settings("{\"edgelint\": {\"rules\": {\"EDGE201\": \"error\"}}}")));

      assertThat(client.next(URI).getDiagnostics().get(0).getSeverity())
          .isEqualTo(DiagnosticSeverity.Error);
    }
  }

  private static EdgelintRequests.DocumentInfo documentInfo(TestClient client, String uri)
      throws Exception {
    return get(
        client
            .requests()
            .documentInfo(
                new EdgelintRequests.DocumentInfoParams(new TextDocumentIdentifier(uri))));
  }

  private static org.eclipse.lsp4j.Hover hover(TestClient client, String uri, int line, int column)
      throws Exception {
    return get(
        client
            .server()
            .getTextDocumentService()
            .hover(new HoverParams(new TextDocumentIdentifier(uri), new Position(line, column))));
  }

  @Test
  void nothing_is_sent_to_a_client_that_declared_nothing_but_findings_and_logs() throws Exception {
    try (TestClient client = plain().start()) {
      client.server().initialized(new InitializedParams());
      client.open(URI, CONFIG);
      client.next(URI);
      documentInfo(client, URI);

      assertThat(client.calls).containsOnly("publishDiagnostics");
    }
  }
}
