package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.github.edgelint.lsp.EdgelintRequests.AllowlistParams;
import io.github.edgelint.lsp.EdgelintRequests.ChecklistDevice;
import io.github.edgelint.lsp.EdgelintRequests.ChecklistParams;
import io.github.edgelint.lsp.EdgelintRequests.Row;
import io.github.edgelint.lsp.EdgelintRequests.SetProxyAnswer;
import io.github.edgelint.lsp.EdgelintRequests.SetProxyParams;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DeleteFile;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 300, unit = TimeUnit.SECONDS)
class ProxyRequestsTest {

  private static final String URL = "http://gateway:s3cr%40t@proxy.graz.corp:3128";

  @TempDir private Path folder;

  @BeforeEach
  void copyExample() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Path from = Repository.root().resolve("examples/behind-proxy-broken");
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private TestClient editor(String... operations) throws Exception {
    return editor(false, operations);
  }

  private TestClient editor(boolean checklist, String... operations) throws Exception {
    TestClient client = TestClient.plain();
    JsonObject options = new JsonObject();
    options.addProperty("checklist", checklist);
    client.params.setInitializationOptions(options);
    return client
        .in(folder)
        .withRules(
            RuleCatalog.rules().stream()
                .filter(rule -> rule.info().code().equals("EDGE274"))
                .toList())
        .with(
            capabilities -> {
              CodeActionCapabilities actions = new CodeActionCapabilities();
              actions.setCodeActionLiteralSupport(
                  new CodeActionLiteralSupportCapabilities(
                      new CodeActionKindCapabilities(List.of())));
              TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
              text.setCodeAction(actions);
              PublishDiagnosticsCapabilities publish = new PublishDiagnosticsCapabilities();
              publish.setVersionSupport(true);
              text.setPublishDiagnostics(publish);
              capabilities.setTextDocument(text);
              WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
              edits.setDocumentChanges(true);
              edits.setResourceOperations(List.of(operations));
              WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
              workspace.setWorkspaceEdit(edits);
              workspace.setApplyEdit(true);
              capabilities.setWorkspace(workspace);
            })
        .start();
  }

  /** The device once the server has read the folder. */
  private static ChecklistDevice device(TestClient client) throws Exception {
    for (int i = 0; i < 600; i++) {
      List<ChecklistDevice> devices =
          get(client.requests().proxyChecklist(new ChecklistParams())).devices();
      if (!devices.isEmpty()) {
        return devices.get(0);
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no device");
  }

  private static SetProxyAnswer set(TestClient client, String url) throws Exception {
    device(client);
    return get(client.requests().setProxy(new SetProxyParams(url, null, null)));
  }

  private static List<ResourceOperation> operations(WorkspaceEdit edit) {
    return edit.getDocumentChanges().stream()
        .filter(Either::isRight)
        .map(change -> change.getRight())
        .toList();
  }

  @Test
  void the_checklist_has_a_row_for_each_component_with_its_place() throws Exception {
    try (TestClient client = editor("create")) {
      ChecklistDevice device = device(client);

      assertThat(device.intent()).isEqualTo("yes");
      assertThat(device.rows())
          .extracting(Row::component)
          .contains("aziot-identityd", "aziot-edged", "edgeAgent", "edgeHub", "trust bundle");
      Row engine = device.rows().get(0);
      assertThat(engine.state()).isEqualTo("differs");
      assertThat(engine.location().getUri()).endsWith("daemon.json");
      assertThat(engine.location().getRange().getStart().getLine()).isEqualTo(3);
      assertThat(device.toString()).doesNotContain("s3cr");
    }
  }

  @Test
  void setting_the_proxy_edits_files_and_makes_the_missing_ones() throws Exception {
    try (TestClient client = editor("create", "delete")) {
      SetProxyAnswer answer = set(client, URL);

      assertThat(answer.refused()).isNull();
      assertThat(operations(answer.edit()))
          .extracting(operation -> ((CreateFile) operation).getUri())
          .anyMatch(uri -> uri.endsWith("aziot-identityd.service.d/proxy.conf"))
          .anyMatch(uri -> uri.endsWith("docker.service.d/http-proxy.conf"));
      assertThat(answer.commands()).contains("sudo systemctl daemon-reload");
      assertThat(answer.verify()).isNotEmpty();
    }
  }

  @Test
  void an_editor_that_cannot_make_files_is_told_so() throws Exception {
    try (TestClient client = editor()) {
      SetProxyAnswer answer = set(client, URL);

      assertThat(answer.edit()).isNull();
      assertThat(answer.refused()).contains("edgelint proxy set");
    }
  }

  @Test
  void null_takes_the_proxy_away_and_deletes_the_drop_in() throws Exception {
    try (TestClient client = editor("create", "delete")) {
      SetProxyAnswer answer = set(client, null);

      assertThat(operations(answer.edit()))
          .singleElement()
          .isInstanceOfSatisfying(
              DeleteFile.class,
              file -> assertThat(file.getUri()).endsWith("aziot-edged.service.d/proxy.conf"));
    }
  }

  @Test
  void a_bad_address_is_refused_with_the_reason() throws Exception {
    try (TestClient client = editor("create")) {
      SetProxyAnswer answer = set(client, "http://proxy.graz.corp");

      assertThat(answer.refused()).contains("port");
      assertThat(answer.edit()).isNull();
    }
  }

  @Test
  void the_allow_list_comes_as_text() throws Exception {
    try (TestClient client = editor("create")) {
      device(client);

      String text = get(client.requests().allowlist(new AllowlistParams("squid", null))).text();

      assertThat(text).contains("acl iotedge_hosts dstdomain plantgraz.azurecr.io\n");
    }
  }

  private static List<CodeAction> proxyActions(TestClient client, String uri) throws Exception {
    return client.actions(uri, TestClient.range(0, 0, 0), List.of(), "source.proxy").stream()
        .map(Either::getRight)
        .toList();
  }

  @Test
  void a_client_with_a_checklist_offers_it_and_the_proxy_at_every_file_of_the_device()
      throws Exception {
    try (TestClient client = editor(true)) {
      String device = device(client).name();

      List<CodeAction> actions = proxyActions(client, config());

      assertThat(actions)
          .extracting(CodeAction::getTitle)
          .containsExactly(
              "Set the proxy for this device…", "Show the proxy checklist of this device");
      assertThat(actions)
          .extracting(action -> action.getCommand().getCommand())
          .containsExactly("edgelint.setProxy", "edgelint.showChecklist");
      assertThat(actions.get(0).getCommand().getArguments().get(0).toString())
          .isEqualTo("{\"device\":\"" + device + "\"}");
      assertThat(kinds(client)).contains("source.proxy.edgelint");
    }
  }

  @Test
  void a_client_without_a_checklist_is_offered_nothing_it_cannot_do() throws Exception {
    try (TestClient client = editor("create")) {
      device(client);

      assertThat(proxyActions(client, config())).isEmpty();
      assertThat(kinds(client)).doesNotContain("source.proxy.edgelint");
      assertThat(client.calls).doesNotContain("edgelint/checklistChanged");
    }
  }

  private String config() {
    return folder.resolve("etc/aziot/config.toml").toUri().toString();
  }

  private static List<String> kinds(TestClient client) {
    return client
        .result()
        .getCapabilities()
        .getCodeActionProvider()
        .getRight()
        .getCodeActionKinds();
  }

  @Test
  void a_client_with_a_checklist_hears_when_it_changes_and_only_then() throws Exception {
    try (TestClient client = editor(true)) {
      device(client);
      String text = Files.readString(folder.resolve("etc/aziot/config.toml"));
      assertThat(client.checklistChanges.poll(60, TimeUnit.SECONDS)).isNotNull();
      client.checklistChanges.clear();

      client.open(config(), text);
      client.change(config(), 2, new TextDocumentContentChangeEvent(text + "\n# below all\n"));
      client.change(config(), 3, new TextDocumentContentChangeEvent("\n" + text));
      client.until(config(), findings -> Objects.equals(findings.getVersion(), 3));
      client.change(config(), 4, new TextDocumentContentChangeEvent("\n" + text + "\n"));
      client.until(config(), findings -> Objects.equals(findings.getVersion(), 4));

      // Only version 3 moved what is listed; all messages come in order.
      assertThat(client.checklistChanges).hasSize(1);
    }
  }

  private static Object run(TestClient client, String command, String argument) throws Exception {
    device(client);
    return get(
        client
            .server()
            .getWorkspaceService()
            .executeCommand(
                new ExecuteCommandParams(
                    command, List.of(TestClient.gson().fromJson(argument, JsonObject.class)))));
  }

  @Test
  void the_command_of_the_server_sets_the_proxy_by_an_edit_and_says_what_is_left()
      throws Exception {
    try (TestClient client = editor("create")) {
      Object answer = run(client, "edgelint.proxy.set", "{\"url\":\"" + URL + "\"}");

      assertThat(client.applied.poll(60, TimeUnit.SECONDS).getEdit().getDocumentChanges())
          .isNotEmpty();
      assertThat(answer.toString()).contains("sudo systemctl daemon-reload");
    }
  }

  @Test
  void commands_answer_as_requests_do() throws Exception {
    try (TestClient client = editor("create")) {
      assertThat(run(client, "edgelint.proxy.checklist", "{}").toString())
          .contains("aziot-identityd");
      assertThat(run(client, "edgelint.proxy.allowlist", "{\"format\":\"csv\"}").toString())
          .contains("plantgraz.azurecr.io");
    }
  }

  @Test
  void a_command_without_its_argument_is_refused() throws Exception {
    try (TestClient client = editor("create")) {
      device(client);
      assertThatThrownBy(
              () ->
                  get(
                      client
                          .server()
                          .getWorkspaceService()
                          .executeCommand(
                              new ExecuteCommandParams("edgelint.proxy.set", List.of()))))
          .hasMessageContaining("takes an object");
    }
  }

  private List<String> renames(String... operations) throws Exception {
    Path drop = folder.resolve("etc/systemd/system/iotedge.service.d/proxy.txt");
    Files.createDirectories(drop.getParent());
    Files.writeString(drop, "[Service]\nEnvironment=https_proxy=http://proxy.graz.corp:3128\n");
    String uri = drop.toUri().toString();
    try (TestClient client = editor(operations)) {
      device(client);
      client.open(uri, Files.readString(drop));
      List<String> renames = new ArrayList<>();
      for (Either<Command, CodeAction> action :
          client.actions(uri, TestClient.WHOLE, List.of(), "quickfix")) {
        if (action.getRight().getTitle().startsWith("Rename")) {
          RenameFile rename =
              (RenameFile) action.getRight().getEdit().getDocumentChanges().get(0).getRight();
          assertThat(rename.getOldUri()).isEqualTo(uri);
          renames.add(rename.getNewUri());
        }
      }
      return renames;
    }
  }

  @Test
  void a_drop_in_of_no_unit_gets_the_name_that_systemd_reads() throws Exception {
    Files.delete(folder.resolve("etc/systemd/system/aziot-edged.service.d/proxy.conf"));
    String wanted =
        folder.resolve("etc/systemd/system/aziot-edged.service.d/proxy.conf").toUri().toString();

    assertThat(renames("rename")).containsExactly(wanted);
    assertThat(renames("create")).isEmpty();
  }

  @Test
  void no_file_gets_the_name_of_another_one() throws Exception {
    assertThat(renames("rename")).isEmpty();
  }
}
