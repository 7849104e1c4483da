package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 7: no secret of the user's files reaches any output, however broken the file is. */
class SecretsLawTest {

  private static final String CONFIG =
      """
      hostname = "press"
      %s
      [provisioning]
      source = "manual"
      connection_string = "HostName=plant.azure-devices.net;DeviceId=press;SharedAccessKey=%sAAAAAAAAAAAAAAAAAAAAAAAA"

      [provisioning.authentication]
      method = "sas"
      device_id_pk = { value = "%sAAAAAAAAAAAAAAAAAAAAAAAA" }

      [cert_issuance.est.auth]
      username = "u"
      password = "%s"

      [agent]
      name = "edgeAgent"
      type = "docker"

      [agent.config]
      image = "mcr.microsoft.com/azureiotedge-agent:1.5"

      [agent.config.auth]
      username = "u"
      password = "%s"
      serveraddress = "https://x"

      [agent.env]
      https_proxy = "https://user:%s@proxy"
      HTTPS_PROXY = "http://user:%s@other:1"
      """;

  private static final String MANIFEST =
      """
      { "modulesContent": { "$edgeAgent": { "properties.desired": {
        "runtime": { "settings": { "stray": {
          "address": "s.azurecr.io", "username": "u", "password": "%1$s" },
          "registryCredentials": { "r": {
          "address": "https://u:%1$s@r.azurecr.io", "username": "u", "password": "%1$s" } } } },
        "systemModules": { "edgeHub": { "https_proxy": "http://u:%1$s@p:1", "env": {
          "https_proxy": { "value": "u:%1$s@p:1" },
          "KEY": "SharedAccessKey=%1$sAAAAAAAAAAAAAAAAAAAAAAAA",
          "SAS": { "value": "https://a.blob.core.windows.net/?sig=%1$sAAAAAAAAAAAAAAAAAAAAAA" },
          "PEM": { "value": "-----BEGIN PRIVATE KEY-----%1$s" } } } },
        "modules": { "m": { "settings": {
          "createOptions": "{\\"Env\\":[\\"https_proxy=http://u:%1$s@p:x\\"]" } } } } } } }
      """;

  private static final String UNIT =
      """
      Environment=https_proxy=http://u:%1$s@proxy:1
      [Service]
      Environment="HTTPS_PROXY=http://u:%1$s@proxy:99999" https_proxy=ftp://u:%1$s@x
      https_proxy http://u:%1$s@proxy:1
      """;

  private static final String ENGINE =
      "{ \"proxies\": { \"https-proxy\": \"u:%1$s@proxy\", \"httpProxy\": \"http://u:%1$s@p\" }";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "%4", "#", "/", "'", ":", "@", "?x=", "&", ";", "é"})
  void no_output_holds_a_secret(String mark) throws IOException {
    String core = "Zq" + Long.toString(new Random(mark.hashCode()).nextLong(1L << 60), 36) + "qZ";
    String secret = core + mark + core;
    write("etc/aziot/config.toml", CONFIG.replaceFirst("%s", "x = 1").replace("%s", secret));
    write("deployment.json", MANIFEST.replace("%1$s", secret));
    write("deployment.template.json", MANIFEST.replace("%1$s", secret).replace("u:", "user:"));
    write("etc/systemd/system/aziot-identityd.service.d/p.conf", UNIT.replace("%1$s", secret));
    write("etc/docker/daemon.json", ENGINE.replace("%1$s", secret));
    write(".env", "A=1\n");
    write(".edgelint.toml", "[proxy]\nurl = \"u:" + secret + "@proxy\"\n");

    for (Format format : Format.values()) {
      CommandLineRun run =
          CommandLineRun.of("check", "--hints", "--format", format.toString(), folder.toString());
      assertThat(run.out()).contains("EDGE");
      assertThat(run.out().lines().filter(line -> line.contains(core)).toList())
          .as(format.toString())
          .isEmpty();
      assertThat(run.err()).doesNotContain(core);
    }
    String path = folder.toString();
    String manifest = folder.resolve("deployment.json").toString();
    String known = folder.resolve("known.json").toString();
    String template = folder.resolve("deployment.template.json").toString();
    for (List<String> command :
        List.of(
            List.of("devices", path),
            List.of("check", "--unsafe-fixes", "--diff", path),
            List.of("proxy", "status", path),
            List.of("proxy", "status", path, "--format", "json"),
            List.of("proxy", "set", "http://new:" + secret + "@other:3128", path, "--diff"),
            List.of("proxy", "set", "http://other:3128", path, "--diff"),
            List.of("proxy", "unset", path, "--diff"),
            List.of("proxy", "allowlist", path),
            List.of("proxy", "allowlist", path, "--format", "json"),
            List.of("graph", manifest),
            List.of("graph", manifest, "--format", "mermaid"),
            List.of("graph", manifest, "--format", "dot"),
            List.of("diff", manifest, template),
            List.of("diff", manifest, template, "--format", "json"),
            List.of("diff", template, manifest, "--format", "markdown"),
            List.of("baseline", "write", "--file", known, path))) {
      CommandLineRun run = CommandLineRun.of(command.toArray(String[]::new));
      assertThat(run.out() + run.err()).as(command.toString()).doesNotContain(core);
      // An address with such a secret may be refused; everything else says something.
      assertThat(command.contains("set") || (run.code() < 2 && !run.out().isBlank()))
          .as(command.toString())
          .isTrue();
    }
    assertThat(Path.of(known)).content().doesNotContain(core);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
