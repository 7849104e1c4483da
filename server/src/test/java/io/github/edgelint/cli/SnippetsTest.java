package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the snippets of the VS Code extension write is right as they write it. */
class SnippetsTest {

  @TempDir private Path folder;

  @Test
  void a_deployment_has_no_findings() throws IOException {
    check("deployment.json", written("json", "edge-deployment"));
  }

  @Test
  void parts_of_a_deployment_have_none_in_it() throws IOException {
    String proxy = written("json", "edge-env-proxy");
    String module =
        written("json", "edge-module")
            .replace("myModule", "to")
            .replace("\"settings\"", proxy + ", \"settings\"");
    String route = written("json", "edge-route").replace("/from/", "/myModule/");
    String second = written("json", "edge-route-up").replace("toCloud", "second");

    check(
        "deployment.json",
        written("json", "edge-deployment")
            .replace("\"modules\": {", "\"modules\": {" + module + ",")
            .replace("\"routes\": {", "\"routes\": {" + route + "," + second + ","));
  }

  @Test
  void a_device_configuration_has_no_findings() throws IOException {
    for (String provisioning : new String[] {"edge-dps-key", "edge-dps-x509"}) {
      check(
          "etc/aziot/config.toml",
          "hostname = \"my-device\"\n\n"
              + written("toml", provisioning)
              + "\n\n"
              + written("toml", "edge-proxy")
              + "\n");
    }
  }

  @Test
  void proxies_of_daemons_have_no_findings() throws IOException {
    check("etc/systemd/system/aziot-edged.service.d/proxy.conf", written("systemd", "edge-proxy"));
    check("etc/docker/daemon.json", "{" + written("json", "edge-daemon-proxy") + "}");
  }

  private void check(String file, String text) throws IOException {
    Path written = folder.resolve(file);
    Files.createDirectories(written.getParent());
    Files.writeString(written, text);

    CommandLineRun run = CommandLineRun.of("check", written.toString());

    assertThat(run.out() + run.err()).isEqualToIgnoringNewLines("No findings in 1 file.");
    Files.delete(written);
  }

  /** What a snippet becomes when nothing but the name of the proxy is typed over. */
  private static String written(String language, String prefix) throws IOException {
    Path file = Repository.root().resolve("client-vscode/snippets/" + language + ".json");
    for (JsonNode snippet : JsonMapper.shared().readTree(Files.readString(file))) {
      if (snippet.get("prefix").asString().equals(prefix)) {
        JsonNode body = snippet.get("body");
        String text =
            body.isArray()
                ? body.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n"))
                : body.asString();
        return text.replaceAll("\\$\\{\\d\\|([^,|]*)[^|]*\\|}", "$1")
            .replaceAll("\\$\\{\\d:([^}]*)}", "$1")
            .replaceAll("\\\\([\\\\$])", "$1")
            .replace("proxy.example.com", "proxy.corp");
      }
    }
    throw new AssertionError("There is no snippet " + prefix);
  }
}
