package io.github.edgelint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyCommandTest {

  private static final String PASSWORD = "s3cr%40t";
  private static final String URL = "http://gateway:" + PASSWORD + "@proxy.graz.corp:3128";

  @TempDir private Path folder;

  @BeforeEach
  void makeWorkTree() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
  }

  private void copy(String example) throws IOException {
    Path from = Repository.root().resolve("examples").resolve(example);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  private CommandLineRun proxy(String command, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "proxy";
    arguments[1] = command;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return CommandLineRun.of(arguments);
  }

  @Test
  void the_status_of_the_broken_example_names_what_is_wrong() throws IOException {
    copy("behind-proxy-broken");

    CommandLineRun run = proxy("status", folder.toString());

    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .containsPattern("aziot-identityd +missing")
        .containsPattern("edgeHub +ignored")
        .containsPattern("config.toml \\[agent.env] +wrong")
        .contains("proxy-settings: warning")
        .doesNotContain("s3cr");
  }

  @Test
  void setting_writes_the_files_and_the_status_is_clean_afterwards() throws IOException {
    copy("behind-proxy-broken");

    CommandLineRun set = proxy("set", URL, folder.toString(), "--yes");
    CommandLineRun status = proxy("status", folder.toString());

    assertThat(set.code()).as(set.err()).isEqualTo(ExitCode.CLEAN);
    assertThat(set.out()).contains("sudo systemctl daemon-reload", "sudo docker rm -f edgeAgent");
    assertThat(status.code()).as(status.out()).isEqualTo(ExitCode.CLEAN);
    assertThat(status.out()).contains("proxy-settings: OK");
    assertThat(files())
        .containsKey("etc/systemd/system/aziot-identityd.service.d/proxy.conf")
        .containsKey("etc/systemd/system/docker.service.d/http-proxy.conf");
  }

  @Test
  void nothing_is_written_without_consent() throws IOException {
    copy("behind-proxy-broken");
    Map<String, String> before = files();

    CommandLineRun shown = proxy("set", URL, folder.toString(), "--diff");
    CommandLineRun asked = proxy("set", URL, folder.toString());

    assertThat(shown.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(shown.out()).contains("+++ b/").contains("proxy.graz.corp:3128");
    assertThat(asked.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(asked.err()).contains("--yes");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void no_command_prints_the_password() throws IOException {
    copy("behind-proxy-broken");
    String path = folder.toString();

    for (CommandLineRun run :
        new CommandLineRun[] {
          proxy("set", URL, path, "--diff"),
          proxy("set", URL, path, "--yes"),
          proxy("status", path),
          proxy("status", path, "--format", "json"),
          proxy("allowlist", path),
          proxy("set", "http://gateway:" + PASSWORD + "@proxy.graz.corp", path, "--yes"),
          proxy("set", URL, path, "--diff", "--os", "windows"),
          proxy("set", URL, path, "--diff", "--os", "eflow"),
          proxy("unset", path, "--diff"),
        }) {
      assertThat(run.out() + run.err()).isNotEmpty().doesNotContain("s3cr");
    }
  }

  @Test
  void unsetting_removes_the_drop_ins_and_their_folders() throws IOException {
    copy("behind-proxy-broken");
    proxy("set", URL, folder.toString(), "--yes");

    CommandLineRun run = proxy("unset", folder.toString(), "--yes");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.CLEAN);
    assertThat(folder.resolve("etc/systemd/system")).isEmptyDirectory();
    assertThat(String.join("", files().values())).doesNotContain("https_proxy", "https-proxy");
  }

  @Test
  void only_what_was_named_is_written() throws IOException {
    copy("behind-proxy-broken");
    Map<String, String> before = files();
    Path config = folder.resolve("etc/aziot/config.toml");

    CommandLineRun run = proxy("set", URL, config.toString(), "--yes");

    assertThat(run.out()).contains("outside of what was named");
    Map<String, String> after = files();
    assertThat(after.remove("etc/aziot/config.toml")).contains(URL);
    before.remove("etc/aziot/config.toml");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void the_allow_list_names_hosts_ports_and_lines() throws IOException {
    copy("behind-proxy");

    CommandLineRun run = proxy("allowlist", folder.toString(), "--format", "csv");

    assertThat(run.code()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out())
        .contains(
            "global.azure-devices-provisioning.net,443,https",
            "*.azure-devices.net,443,https",
            "plantgraz.azurecr.io,443,https",
            "*.blob.core.windows.net,443,https",
            "mcr.microsoft.com,443,https",
            "deployment.json:")
        .doesNotContain("5671");
  }

  @Test
  void squid_gets_domains_that_do_not_overlap() throws IOException {
    copy("behind-proxy");

    assertThat(proxy("allowlist", folder.toString(), "--format", "squid").out())
        .contains("acl iotedge_hosts dstdomain .azure-devices.net\n")
        .contains("acl iotedge_ports port 443\n")
        .doesNotContain("*.");
  }

  @Test
  void no_random_password_is_ever_printed() throws IOException {
    Random random = new Random(20250131);
    for (int i = 0; i < 12; i++) {
      String core = "Zq" + Long.toString(random.nextLong() >>> 1, 36);
      String old = "Zq" + Long.toString(random.nextLong() >>> 1, 36);
      String mark = List.of("", "%40", "%2F", "%3A", "!", "$", "&").get(random.nextInt(7));
      String url = "http://gateway:" + core + mark + "x@proxy.graz.corp:3128";
      clear();
      copy("behind-proxy-broken");
      Path config = folder.resolve("etc/aziot/config.toml");
      Files.writeString(
          config,
          Files.readString(config)
              .replace("https://proxy.graz.corp", "http://u:" + old + mark + "y@proxy.graz.corp"));
      String path = folder.toString();

      for (CommandLineRun run :
          List.of(
              proxy("status", path),
              proxy("set", url, path),
              proxy("set", url, path, "--yes", "--os", "linux"),
              proxy("status", path),
              proxy("status", path, "--format", "json"),
              proxy("allowlist", path, "--format", "json"),
              proxy("set", url + "x", path),
              proxy("set", path, url),
              proxy("status", url),
              proxy("set", url, path, "--modul", "x"),
              proxy("set", url, path, "--module", "unknown"),
              CommandLineRun.of("check", path, "--hints"),
              proxy("unset", path, "--yes"))) {
        assertThat(run.out() + run.err()).isNotBlank().doesNotContain(core).doesNotContain(old);
      }
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder) && !file.endsWith(".git")) {
          Files.delete(file);
        }
      }
    }
  }
}
