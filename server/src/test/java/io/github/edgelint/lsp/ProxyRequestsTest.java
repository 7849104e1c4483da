package io.github.edgelint.lsp;

import static io.github.edgelint.lsp.TestClient.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.lsp.EdgelintRequests.AllowlistParams;
import io.github.edgelint.lsp.EdgelintRequests.ChecklistDevice;
import io.github.edgelint.lsp.EdgelintRequests.ChecklistParams;
import io.github.edgelint.lsp.EdgelintRequests.Row;
import io.github.edgelint.lsp.EdgelintRequests.SetProxyAnswer;
import io.github.edgelint.lsp.EdgelintRequests.SetProxyParams;
import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DeleteFile;
import org.eclipse.lsp4j.ResourceOperation;
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
    return TestClient.plain()
        .in(folder)
        .with(
            capabilities -> {
              WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
              edits.setDocumentChanges(true);
              edits.setResourceOperations(List.of(operations));
              WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
              workspace.setWorkspaceEdit(edits);
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
}
