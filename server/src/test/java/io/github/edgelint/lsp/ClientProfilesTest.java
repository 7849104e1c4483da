package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.WHOLE;
import static io.github.edgelint.lsp.TestClient.codes;
import static io.github.edgelint.lsp.TestClient.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.edgelint.lsp.TestEditor.Buffer;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.testing.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSaveReason;
import org.eclipse.lsp4j.WillSaveTextDocumentParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that the server does, under each editor. {@link TestClient} checks every message of
 * the server against what the editor declared; the tests here say what a person then sees.
 */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ClientProfilesTest {

  private static final String CONFIG_URI = "file:///device/etc/aziot/config.toml";

  /** Columns behind the smile differ in each encoding. */
  private static final String CONFIG =
      """
      hostname = "press-07"

      [agent]
      name = "edgeAgent"
      env = { "SMILE" = "\uD83D\uDE00", https_proxy = "https://proxy.corp:3128" }
      """;

  @TempDir Path folder;

  private static TestEditor started(ClientProfile profile) throws Exception {
    return TestEditor.start(profile, profile.client().withRules(RuleCatalog.rules()));
  }

  /** The editor in a copy of the example. */
  private TestEditor inExample(ClientProfile profile) throws Exception {
    Path example = Repository.root().resolve("examples/behind-proxy-broken");
    try (Stream<Path> files = Files.walk(example)) {
      for (Path from : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(example.relativize(from).toString());
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
      }
    }
    return TestEditor.start(profile, profile.client().withRules(RuleCatalog.rules()).in(folder));
  }

  private Buffer open(TestEditor editor, String file) throws Exception {
    Path path = folder.resolve(file);
    return editor.open(path.toUri().toString(), Files.readString(path));
  }

  // --- findings ------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void findings_of_the_example_are_shown_where_they_are(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      Buffer manifest = open(editor, "deployment.json");
      Diagnostic schemaVersion = manifest.finding("EDGE404");
      assertThat(manifest.textIn(schemaVersion.getRange())).isEqualTo("\"1.5\"");

      Buffer config = open(editor, "etc/aziot/config.toml");
      assertThat(config.textIn(config.finding("EDGE201").getRange())).isEqualTo("https");
      Buffer unit = open(editor, "etc/systemd/system/aziot-edged.service.d/proxy.conf");
      assertThat(codes(unit.findings(found -> !found.isEmpty()))).contains("EDGE261");
    }
  }

  @ParameterizedTest
  @EnumSource
  void columns_are_counted_as_was_agreed(ClientProfile profile) throws Exception {
    try (TestEditor editor = started(profile)) {
      Buffer config = editor.open(CONFIG_URI, CONFIG);

      assertThat(config.textIn(config.finding("EDGE201").getRange())).isEqualTo("https");

      config.replace("https://", "http://");
      config.withoutFinding("EDGE201");
      config.replace(
          "\uD83D\uDE00\", https_proxy = \"http:",
          "\uD83D\uDE00\uD83D\uDE00\", https_proxy = \"https:");
      assertThat(config.textIn(config.finding("EDGE201").getRange())).isEqualTo("https");
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_finding_can_be_seen(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      for (Diagnostic finding :
          open(editor, "deployment.json").findings(found -> !found.isEmpty())) {
        assertThat(finding.getRange().getStart())
            .as("%s", finding)
            .isNotEqualTo(finding.getRange().getEnd());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:/device/etc/aziot/config.toml",
        "file:///device/etc/aziot/config.toml",
        "file://localhost/device/etc/aziot/config.toml",
        "file:///c%3A/device/etc/aziot/config.toml",
        "file:///C:/device/etc/aziot/config.toml",
        "file:///device/w%C3%A4rme%20(1)/etc/aziot/config.toml",
        "file:///device/wärme (1)/etc/aziot/config.toml",
        "FILE:///device/./etc/x/../aziot/config.toml"
      })
  void a_document_keeps_the_name_that_the_editor_gave_it(String uri) throws Exception {
    try (TestEditor editor = started(ClientProfile.ECLIPSE)) {
      Buffer config = editor.open(uri, CONFIG);
      Diagnostic finding = config.finding("EDGE201");

      config.choose(config.actions(finding).get(0));

      assertThat(config.text()).isEqualTo(CONFIG.replace("https://", "http://"));
    }
  }

  // --- code actions --------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void code_actions_are_offered_to_all_that_can_edit(ClientProfile profile) throws Exception {
    try (TestEditor editor = started(profile)) {
      assertThat(editor.server().getCodeActionProvider() == null)
          .isEqualTo(profile == ClientProfile.CODEMIRROR);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CODEMIRROR")
  void the_first_quick_fix_mends_the_finding(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      Buffer manifest = open(editor, "deployment.json");
      String before = manifest.text();

      manifest.choose(manifest.actions(manifest.finding("EDGE404")).get(0));

      assertThat(manifest.text())
          .isEqualTo(
              before.replaceFirst("\"schemaVersion\": \"1.5\"", "\"schemaVersion\": \"1.1\""));
      manifest.withoutFinding("EDGE404");
    }
  }

  /**
   * IntelliJ keeps twenty places for the actions of a finding; the others show long menus badly.
   */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CODEMIRROR")
  void a_finding_has_less_than_twenty_actions_and_fixes_come_first(ClientProfile profile)
      throws Exception {
    try (TestEditor editor = inExample(profile)) {
      for (String file : List.of("deployment.json", "etc/aziot/config.toml")) {
        Buffer buffer = open(editor, file);
        for (Diagnostic finding : buffer.findings(found -> !found.isEmpty())) {
          List<String> titles =
              buffer.actions(finding).stream().map(ClientProfilesTest::title).toList();
          assertThat(titles).as("%s", finding).hasSizeLessThan(20).doesNotHaveDuplicates();
          assertThat(titles.stream().dropWhile(title -> !title.startsWith("Suppress ")))
              .allMatch(title -> title.matches("(Suppress|Explain|Fix all that) .*"));
        }
      }
    }
  }

  private static String title(Either<Command, CodeAction> action) {
    return action.isLeft() ? action.getLeft().getTitle() : action.getRight().getTitle();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CODEMIRROR")
  void only_the_kinds_that_were_asked_for_are_given(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      Buffer manifest = open(editor, "deployment.json");
      List<Diagnostic> finding = List.of(manifest.finding("EDGE404"));

      for (String kind : List.of("quickfix", "source.fixAll", "source", "source.fixAll.edgelint")) {
        assertThat(editor.client().actions(manifest.uri, WHOLE, finding, kind)).isNotEmpty();
      }
      for (String kind : List.of("refactor.inline", "source.organizeImports", "notebook")) {
        assertThat(editor.client().actions(manifest.uri, WHOLE, finding, kind)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "CODEMIRROR")
  void all_that_is_beyond_doubt_is_fixed_at_once(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      Buffer manifest = open(editor, "deployment.json");
      manifest.finding("EDGE404");

      manifest.choose(
          editor.client().actions(manifest.uri, WHOLE, List.of(), "source.fixAll").get(0));

      manifest.findings(
          found -> Stream.of("EDGE227", "EDGE404").noneMatch(code -> codes(found).contains(code)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "KATE")
  void kate_applies_all_it_gets_so_it_gets_one(ClientProfile profile) throws Exception {
    try (TestEditor editor = started(profile)) {
      Buffer config = editor.open(CONFIG_URI, CONFIG);

      assertThat(config.actions(config.finding("EDGE201"))).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "VS_CODE")
  void our_extension_explains_findings_itself(ClientProfile profile) throws Exception {
    TestClient client = profile.client();
    JsonObject options = new JsonObject();
    options.addProperty("checklist", true);
    client.params.setInitializationOptions(options);
    try (TestEditor editor = TestEditor.start(profile, client)) {
      Buffer config = editor.open(CONFIG_URI, CONFIG);

      assertThat(config.actions(config.finding("EDGE201"))).allMatch(Either::isRight);
    }
  }

  // --- completion ----------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void a_value_within_quotation_marks_is_completed(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      Buffer manifest = open(editor, "deployment.json");
      manifest.replace("\"restartPolicy\": \"always\"", "\"restartPolicy\": \"on\"");
      String before = manifest.text();
      Position cursor = manifest.behind("\"restartPolicy\": \"on");

      manifest.accept(labelled(manifest.completions(cursor), "on-unhealthy"), cursor);

      assertThat(manifest.text()).isEqualTo(before.replace("\"on\"", "\"on-unhealthy\""));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_key_that_is_begun_is_completed(ClientProfile profile) throws Exception {
    try (TestEditor editor = started(profile)) {
      Buffer config = editor.open(CONFIG_URI, "hostname = \"press-07\"\ntrust_bundle_c\n");
      Position cursor = config.behind("trust_bundle_c");

      List<CompletionItem> offered = config.completions(cursor);

      CompletionItem key = labelled(offered, "trust_bundle_cert");
      assertThat(key.getInsertTextFormat() == InsertTextFormat.Snippet).isEqualTo(snippets(editor));
      if (!snippets(editor)) {
        config.accept(key, cursor);
        assertThat(config.text()).contains("\ntrust_bundle_cert = ").doesNotContain("$");
      }
    }
  }

  private static boolean snippets(TestEditor editor) {
    var completion = editor.client().params.getCapabilities().getTextDocument().getCompletion();
    return completion != null
        && completion.getCompletionItem() != null
        && Boolean.TRUE.equals(completion.getCompletionItem().getSnippetSupport());
  }

  private static CompletionItem labelled(List<CompletionItem> items, String label) {
    return items.stream()
        .filter(item -> item.getLabel().replace("\"", "").equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no "
                        + label
                        + " in "
                        + items.stream().map(CompletionItem::getLabel).toList()));
  }

  // --- names ---------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void a_module_is_renamed_in_its_routes_too(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      Buffer manifest = open(editor, "deployment.json");
      manifest.finding("EDGE404");
      String before = manifest.text();
      Position name = manifest.behind("\"pressMon");

      if (prepares(editor)) {
        assertThat(
                get(editor.documents().prepareRename(new PrepareRenameParams(manifest.id(), name))))
            .isNotNull();
      }
      editor.apply(get(editor.documents().rename(new RenameParams(manifest.id(), name, "gauge"))));

      assertThat(manifest.text()).isEqualTo(before.replace("pressMonitor", "gauge"));
    }
  }

  private static boolean prepares(TestEditor editor) {
    var rename = editor.server().getRenameProvider();
    return rename.isRight() && Boolean.TRUE.equals(rename.getRight().getPrepareProvider());
  }

  @ParameterizedTest
  @EnumSource
  void a_module_is_found_where_it_is_named(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      Buffer manifest = open(editor, "deployment.json");
      Position inRoute = manifest.behind("/messages/modules/press");

      var definition =
          get(editor.documents().definition(new DefinitionParams(manifest.id(), inRoute)));
      Range range =
          definition.isLeft()
              ? definition.getLeft().get(0).getRange()
              : definition.getRight().get(0).getTargetSelectionRange();
      assertThat(manifest.textIn(range).replace("\"", "")).isEqualTo("pressMonitor");
      assertThat(range.getStart().getLine())
          .isEqualTo(manifest.behind("\"pressMonitor\": {").getLine());
      assertThat(
              get(
                  editor
                      .documents()
                      .references(
                          new ReferenceParams(manifest.id(), inRoute, new ReferenceContext(true)))))
          .hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_module_calls_whom_its_routes_lead_to(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      Buffer manifest = open(editor, "deployment.json");
      List<CallHierarchyItem> items =
          get(
              editor
                  .documents()
                  .prepareCallHierarchy(
                      new CallHierarchyPrepareParams(
                          manifest.id(), manifest.behind("\"pressMon"))));

      assertThat(items).hasSize(1);
      assertThat(
              get(
                  editor
                      .documents()
                      .callHierarchyOutgoingCalls(
                          new CallHierarchyOutgoingCallsParams(items.get(0)))))
          .isNotEmpty();
    }
  }

  /** A person moves a file: only editors that ask before can be told what else must change. */
  @ParameterizedTest
  @EnumSource
  void only_editors_that_ask_before_a_file_moves_are_answered(ClientProfile profile)
      throws Exception {
    try (TestEditor editor = started(profile)) {
      var operations = editor.server().getWorkspace().getFileOperations();

      assertThat(operations != null && operations.getWillRename() != null)
          .isEqualTo(
              Set.of(
                      ClientProfile.VS_CODE,
                      ClientProfile.PULLING,
                      ClientProfile.ECLIPSE,
                      ClientProfile.INTELLIJ,
                      ClientProfile.HELIX,
                      ClientProfile.ZED)
                  .contains(profile));
    }
  }

  // --- all the rest --------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource
  void whatever_the_server_offers_it_answers(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      for (String file :
          List.of(
              "deployment.json",
              "etc/aziot/config.toml",
              "etc/docker/daemon.json",
              "etc/systemd/system/aziot-edged.service.d/proxy.conf")) {
        Buffer buffer = open(editor, file);
        for (int offset = 0; offset <= buffer.text().length(); offset += 97) {
          Position cursor = buffer.position(offset);
          get(editor.documents().hover(new HoverParams(buffer.id(), cursor)));
          get(
              editor
                  .documents()
                  .selectionRange(new SelectionRangeParams(buffer.id(), List.of(cursor))));
          get(editor.documents().definition(new DefinitionParams(buffer.id(), cursor)));
          get(
              editor
                  .documents()
                  .documentHighlight(new DocumentHighlightParams(buffer.id(), cursor)));
          for (CompletionItem item : buffer.completions(cursor).stream().limit(3).toList()) {
            get(editor.documents().resolveCompletionItem(item));
          }
        }
        assertThat(get(editor.documents().documentSymbol(new DocumentSymbolParams(buffer.id()))))
            .isNotEmpty();
        get(editor.documents().foldingRange(new FoldingRangeRequestParams(buffer.id())));
        get(editor.documents().documentLink(new DocumentLinkParams(buffer.id())));
        get(editor.documents().codeLens(new CodeLensParams(buffer.id())));
        get(editor.documents().inlayHint(new InlayHintParams(buffer.id(), WHOLE)));
        if (editor.server().getSemanticTokensProvider() != null) {
          get(editor.documents().semanticTokensFull(new SemanticTokensParams(buffer.id())));
        }
      }
      assertThat(
              get(
                  editor
                      .client()
                      .server()
                      .getWorkspaceService()
                      .symbol(new WorkspaceSymbolParams("press"))))
          .isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatever_an_editor_says_is_taken(ClientProfile profile) throws Exception {
    try (TestEditor editor = inExample(profile)) {
      Buffer manifest = open(editor, "deployment.json");
      var server = editor.client().server();
      server.setTrace(new SetTraceParams("verbose"));
      manifest.finding("EDGE404");
      server.setTrace(new SetTraceParams("off"));
      server
          .getWorkspaceService()
          .didChangeConfiguration(new DidChangeConfigurationParams(JsonNull.INSTANCE));
      server
          .getWorkspaceService()
          .didChangeConfiguration(new DidChangeConfigurationParams(new JsonObject()));
      server
          .getWorkspaceService()
          .didChangeWatchedFiles(
              new DidChangeWatchedFilesParams(
                  List.of(
                      new FileEvent(manifest.uri, FileChangeType.Changed),
                      new FileEvent(folder.toUri() + "gone.json", FileChangeType.Deleted))));
      server
          .getWorkspaceService()
          .didChangeWorkspaceFolders(
              new DidChangeWorkspaceFoldersParams(
                  new WorkspaceFoldersChangeEvent(
                      List.of(new WorkspaceFolder("file:///elsewhere", "elsewhere")), List.of())));
      editor
          .documents()
          .willSave(new WillSaveTextDocumentParams(manifest.id(), TextDocumentSaveReason.Manual));
      editor.documents().didSave(new DidSaveTextDocumentParams(manifest.id()));
      editor.documents().hover(new HoverParams(manifest.id(), new Position(4, 10))).cancel(true);

      manifest.replace("\"schemaVersion\": \"1.5\"", "\"schemaVersion\": \"1.1\"");

      manifest.withoutFinding("EDGE404");
      assertThat(editor.client().logs).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void settings_of_the_editor_count_and_null_is_not_said(ClientProfile profile) throws Exception {
    TestClient client = profile.client().withRules(RuleCatalog.rules());
    client.settings = JsonNull.INSTANCE;
    try (TestEditor editor = TestEditor.start(profile, client)) {
      Buffer config = editor.open(CONFIG_URI, CONFIG);
      config.finding("EDGE201");

      client.settings =
          TestClient.gson().fromJson("{\"rules\": {\"EDGE201\": \"off\"}}", JsonObject.class);
      JsonObject pushed = new JsonObject();
      pushed.add("edgelint", client.settings);
      client
          .server()
          .getWorkspaceService()
          .didChangeConfiguration(new DidChangeConfigurationParams(pushed));

      config.withoutFinding("EDGE201");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_closed_document_of_no_file_leaves_nothing(ClientProfile profile) throws Exception {
    try (TestEditor editor = started(profile)) {
      Buffer config = editor.open(CONFIG_URI, CONFIG);
      config.finding("EDGE201");

      editor.client().close(config.uri);

      if (editor.server().getDiagnosticProvider() == null) {
        editor.client().until(config.uri, published -> published.getDiagnostics().isEmpty());
      }
      get(editor.client().server().shutdown());
      editor.client().server().exit();
      assertThat(editor.client().exitCode()).isZero();
    }
  }
}
