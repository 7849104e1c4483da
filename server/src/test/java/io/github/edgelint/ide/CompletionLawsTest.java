package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every item at every place of a file. */
class CompletionLawsTest {

  private static final String CONFIG =
      """
      hostname = "gateway"
      # parent_hostname = "parent"

      [provisioning]
      source = "dps"
      id_scope = "0ne"

      [provisioning.attestation]
      method = "x509"
      identity_cert = { method = "est", common_name = "gateway" }

      # [edge_ca]
      # cert = "file:///a.pem"
      # pk = "file:///a.key"

      [agent]
      name = "edgeAgent"
      type = "docker"
      config = { image = "mcr.microsoft.com/azureiotedge-agent:1.5" }
      env.https_proxy = "http://proxy:3128"

      [moby_runtime]
      network = { name = "azure-iot-edge", ipam = { config = [ { subnet = "172.30.0.0/16" } ] } }
      """;

  private static final String MANIFEST =
      """
      {
        "modulesContent": {
          "$edgeAgent": {
            "properties.desired": {
              "schemaVersion": "1.1",
              "systemModules": {
                "edgeHub": {
                  "type": "docker",
                  "settings": {
                    "image": "mcr.microsoft.com/azureiotedge-hub:1.5",
                    "createOptions": "{\\"HostConfig\\": {\\"Binds\\": [\\"/a:/b\\"]}}"
                  },
                  "env": {"https_proxy": {"value": "http://proxy:3128"}}
                }
              },
              "modules": {}
            }
          },
          "$edgeHub": {
            "properties.desired": {
              "routes": {"up": "FROM /messages/* WHERE a = 'b' INTO $upstream"},
              "storeAndForwardConfiguration": {"timeToLiveSecs": 7200}
            }
          }
        }
      }
      """;

  private static final String ENGINE =
      """
      {"proxies": {"http-proxy": "http://proxy:3128"}, "log-opts": {"max-size": "10m"}, "dns": ["1.1.1.1"]}
      """;

  private static final String UNIT =
      """
      [Service]
      Environment="HTTPS_PROXY=http://proxy:3128" "A=b"
      """;

  static String text(String path) {
    return switch (path) {
      case "etc/aziot/config.toml" -> CONFIG;
      case "deployment.json" -> MANIFEST;
      case "etc/docker/daemon.json" -> ENGINE;
      default -> UNIT;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "etc/aziot/config.toml",
        "deployment.json",
        "etc/docker/daemon.json",
        "docker.service.d/proxy.conf"
      })
  void no_item_breaks_a_file_that_is_whole(String path) {
    String text = text(path);
    DocPath file = new DocPath("/project").resolve(path);
    Document document = Document.of(file, SourceText.of(text));
    Workspace workspace = Workspace.of(List.of(new DocPath("/project")));
    Snapshot snapshot = Snapshot.of(workspace, List.of(document));
    int items = 0;
    for (int offset = 0; offset <= text.length(); offset++) {
      for (CompletionItem item : Completion.at(snapshot, document, offset).items()) {
        String accepted = CompletionCase.accept(document, item, item.newText());
        List<SyntaxProblem> problems = Document.of(file, SourceText.of(accepted)).tree().problems();
        assertThat(problems)
            .as(
                () ->
                    item.label() + " at " + where(text, item.replace().start()) + ":\n" + accepted)
            .isEmpty();
        items++;
      }
    }
    assertThat(items).isGreaterThan(50);
  }

  private static String where(String text, int offset) {
    return text.substring(Math.max(0, offset - 20), offset) + "|";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "etc/aziot/config.toml",
        "deployment.json",
        "etc/docker/daemon.json",
        "docker.service.d/proxy.conf"
      })
  void half_a_file_has_items_and_hovers_as_well(String path) {
    String text = text(path);
    for (int length = 0; length <= text.length(); length += 3) {
      DocPath file = new DocPath("/project").resolve(path);
      Document document = Document.of(file, SourceText.of(text.substring(0, length)));
      Snapshot snapshot =
          Snapshot.of(Workspace.of(List.of(new DocPath("/project"))), List.of(document));
      for (CompletionItem item : Completion.at(snapshot, document, length).items()) {
        assertThat(item.replace().touches(length)).isTrue();
        assertThat(item.additionalEdits()).noneMatch(e -> e.range().intersects(item.replace()));
      }
      Hover.at(snapshot, document, length / 2);
    }
  }
}
