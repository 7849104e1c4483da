package io.github.edgelint.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Repository;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyPlanTest {

  private static final String URL = "http://gateway:s3cr%40t@proxy.graz.corp:3128";
  private static final String CONFIG = "etc/aziot/config.toml";
  private static final String MANIFEST = "deployment.json";
  private static final String UNITS = "etc/systemd/system/";

  private static Map<String, String> example(String name) throws IOException {
    Path folder = Repository.root().resolve("examples").resolve(name);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }

  private static Map<String, String> changed(Map<String, String> files, ProxyPlan plan) {
    Map<String, String> after = new TreeMap<>(files);
    for (FileChange change : plan.changes()) {
      String path = change.path().relativeTo(Project.ROOT);
      if (change.deletes()) {
        after.remove(path);
      } else {
        String before = change.before().orElse("");
        assertThat(TextEdit.apply(before, change.edit().edits()))
            .as("the edits of %s lead to its new text", path)
            .isEqualTo(change.after().orElseThrow());
        after.put(path, change.after().orElseThrow());
      }
    }
    return after;
  }

  private static ProxyPlan set(Map<String, String> files, String url, String... modules) {
    Snapshot snapshot = Project.of(files);
    return ProxyPlan.set(snapshot, snapshot.devices().get(0), url, Set.of(modules), Host.LINUX);
  }

  private static Map<String, String> afterSet(Map<String, String> files, String... modules) {
    return changed(files, set(files, URL, modules));
  }

  private static Map<String, String> afterUnset(Map<String, String> files) {
    Snapshot snapshot = Project.of(files);
    return changed(files, ProxyPlan.unset(snapshot, snapshot.devices().get(0), Host.LINUX));
  }

  /** The example put right, without its proxy. */
  private static Map<String, String> withoutProxy() throws IOException {
    Map<String, String> files = example("behind-proxy");
    files.keySet().removeIf(path -> path.startsWith(UNITS));
    files.replaceAll(
        (path, text) ->
            text.replaceAll("\\[agent.env]\n.*\n.*\n\n", "")
                .replaceAll(
                    ",\\s*\"env\": \\{\\s*\"https_proxy\": \\{[^}]*},\\s*\"UpstreamProtocol\":"
                        + " \\{[^}]*}\\s*}",
                    ""));
    return files;
  }

  private static Stream<Finding> proxyFindings(Map<String, String> files) {
    Analysis analysis = new Analyzer().analyze(Project.of(files));
    return analysis.findings().stream()
        .filter(finding -> finding.rule().group().equals("2xx"))
        .filter(finding -> finding.severity().isAtLeast(Severity.INFO));
  }

  private static ProxyChecklist checklist(Map<String, String> files) {
    Snapshot snapshot = Project.of(files);
    return ProxyChecklist.of(snapshot.devices().get(0), new Analyzer().analyze(snapshot));
  }

  @Test
  void setting_the_proxy_of_the_broken_example_leaves_no_finding_about_it() throws IOException {
    Map<String, String> after = afterSet(example("behind-proxy-broken"));

    // Said of the secret itself and of certificates, both for a person to decide.
    assertThat(proxyFindings(after))
        .as(() -> after.toString())
        .extracting(finding -> finding.code() + " " + finding.message().text())
        .isEmpty();
    assertThat(checklist(after).rows())
        .as(() -> after.toString())
        .noneMatch(row -> row.state().isBad());
  }

  @Test
  void setting_it_twice_changes_nothing_more() throws IOException {
    Map<String, String> once = afterSet(example("behind-proxy-broken"));

    assertThat(set(once, URL).changes()).isEmpty();
  }

  @Test
  void unsetting_brings_the_files_back() throws IOException {
    Map<String, String> files = withoutProxy();
    Map<String, String> with = afterSet(files);

    assertThat(with.keySet()).hasSize(files.size() + 3);
    assertThat(checklist(with).rows()).noneMatch(row -> row.state().isBad());
    assertThat(afterUnset(with)).isEqualTo(files);
  }

  @Test
  void where_the_proxy_was_taken_away_nobody_looks_for_it() throws IOException {
    Snapshot snapshot = Project.of(example("behind-proxy"));

    ProxyPlan plan = ProxyPlan.unset(snapshot, snapshot.devices().get(0), Host.LINUX);

    assertThat(plan.verify())
        .contains("sudo iotedge check")
        .noneMatch(command -> command.contains("detected proxy"));
  }

  @Test
  void unsetting_a_device_without_a_proxy_changes_nothing() throws IOException {
    Map<String, String> files = withoutProxy();

    assertThat(afterUnset(files)).isEqualTo(files);
  }

  @Test
  void a_module_gets_the_proxy_when_it_is_named() throws IOException {
    Map<String, String> after = afterSet(withoutProxy(), "pressMonitor");

    assertThat(Project.of(after).devices().get(0).deployment().orElseThrow().userModules())
        .filteredOn(
            module ->
                module
                    .variable("https_proxy")
                    .flatMap(variable -> variable.value())
                    .filter(URL::equals)
                    .isPresent())
        .extracting(module -> module.name())
        .containsExactly("pressMonitor");
  }

  @Test
  void a_module_that_the_deployment_does_not_have_is_refused() throws IOException {
    assertThat(set(withoutProxy(), URL, "pressMonitr").refused().orElse(""))
        .contains("pressMonitr", "pressMonitor");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy:3128, scheme",
    "https://proxy.corp:3128, http://",
    "http://proxy.corp, port",
    "http://proxy.corp:http, port",
    "http://localhost:3128, container",
    "http://u:p:q@proxy.corp:3128, %3A",
    "http://u:p%%40q@proxy.corp:3128, unit files",
    "http://u:p=q@proxy.corp:3128, %3D",
    "http://proxy.corp:3128/, behind the port",
    "http://wpad/wpad.dat, script",
    "$HTTPS_PROXY, placeholder",
    "'', empty",
  })
  void a_bad_address_is_refused_with_the_reason(String url, String reason) throws IOException {
    ProxyPlan plan = set(withoutProxy(), url);

    assertThat(plan.refused().orElse("accepted")).contains(reason);
    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void a_protocol_that_goes_past_the_proxy_is_replaced_by_its_websocket_form() throws IOException {
    Map<String, String> files = example("behind-proxy");
    files.replaceAll((path, text) -> text.replace("AmqpWs", "Mqtt"));

    Map<String, String> after = afterSet(files);

    assertThat(after.get(CONFIG)).contains("UpstreamProtocol = \"MqttWs\"");
    assertThat(after.get(MANIFEST)).contains("\"MqttWs\"").doesNotContain("\"Mqtt\"");
  }

  @Test
  void both_spellings_in_a_unit_become_one() throws IOException {
    Map<String, String> files = example("behind-proxy");
    String unit = UNITS + "aziot-identityd.service.d/proxy.conf";
    files.put(
        unit,
        "[Service]\nEnvironment=https_proxy=http://a:1 HTTPS_PROXY=http://b:2 RUST_LOG=info\n");

    assertThat(afterSet(files).get(unit))
        .containsOnlyOnce("https_proxy=http://gateway:s3cr%%40t@proxy.graz.corp:3128")
        .contains("RUST_LOG=info")
        .doesNotContain("HTTPS_PROXY");
  }

  @Test
  void the_menu_of_the_stock_file_becomes_active_and_a_comment_again() throws IOException {
    String stock =
        """
        hostname = "press-line-1"

        # [agent]
        # name = "edgeAgent"
        # type = "docker"
        # imagePullPolicy = "..."   # "on-create" or "never". Defaults to "on-create"

        # [agent.config]
        # image = "mcr.microsoft.com/azureiotedge-agent:1.5"
        # createOptions = { HostConfig = { Binds = ["/a:/a"] } }

        # [agent.env]
        # "RuntimeLogLevel" = "debug"
        # "UpstreamProtocol" = "AmqpWs"
        """;
    Map<String, String> files = new TreeMap<>(Map.of(CONFIG, stock));

    Map<String, String> with = afterSet(files);

    assertThat(with.get(CONFIG))
        .contains("\n[agent]\nname = \"edgeAgent\"\ntype = \"docker\"\n# imagePullPolicy")
        .contains("\n[agent.config]\nimage = \"mcr.microsoft.com/azureiotedge-agent:1.5\"\n# cr")
        .contains("\n[agent.env]\n")
        .contains("https_proxy = \"" + URL, "\n\"UpstreamProtocol\" = \"AmqpWs\"");
    assertThat(afterUnset(with)).isEqualTo(files);
  }

  @Test
  void a_placeholder_of_a_template_stays_and_is_spoken_of() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "deployment.template.json",
        """
        {"modulesContent": {"$edgeAgent": {"properties.desired": {"schemaVersion": "1.1",
          "runtime": {"type": "docker", "settings": {}},
          "systemModules": {"edgeAgent": {"type": "docker",
            "settings": {"image": "mcr.microsoft.com/azureiotedge-agent:1.5"},
            "env": {"https_proxy": {"value": "$SITE_PROXY"},
                    "UpstreamProtocol": {"value": "AmqpWs"}}}},
          "modules": {}}}}}
        """);
    files.put(CONFIG, "hostname = \"a\"\n");

    ProxyPlan plan = set(files, URL);

    assertThat(plan.changes()).noneMatch(change -> change.path().name().contains("template"));
    assertThat(plan.commands().get(0)).contains("fills in the proxy of edgeAgent");
  }

  private static final String DEPLOYMENT =
      """
      {"modulesContent": {"$edgeAgent": {"properties.desired": {"schemaVersion": "1.1",
        "runtime": {"type": "docker", "settings": {}},
        "systemModules": {"edgeAgent": {"type": "docker",
          "settings": {"image": "mcr.microsoft.com/azureiotedge-agent:1.5"}}},
        "modules": {}}}}}
      """;

  @Test
  void a_template_is_built_before_it_is_deployed() {
    ProxyPlan plan =
        set(Map.of("edge/deployment.template.json", DEPLOYMENT, CONFIG, "hostname = \"a\"\n"), URL);

    assertThat(plan.commands().get(0)).startsWith("# build edge/deployment.template.json");
    assertThat(plan.commands().get(1)).endsWith("--content <manifest>");
  }

  @Test
  void a_deployment_is_named_by_its_path() {
    ProxyPlan plan =
        set(Map.of("line 1/deployment.json", DEPLOYMENT, CONFIG, "hostname = \"a\"\n"), URL);

    assertThat(plan.commands().get(0)).endsWith("--content \"line 1/deployment.json\"");
  }

  @Test
  void where_nothing_of_the_host_is_here_its_services_are_not_restarted() {
    Snapshot snapshot = Project.of(Map.of(MANIFEST, DEPLOYMENT));
    Device device = snapshot.deviceOfOne(snapshot.documents().iterator().next());

    ProxyPlan plan = ProxyPlan.set(snapshot, device, URL, Set.of(), Host.LINUX);

    assertThat(plan.commands()).hasSize(2);
    assertThat(plan.commands().get(1)).startsWith("# config.toml and the units");
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy:3128, https_proxy=http://proxy:3128",
    "http://u:s3cr%40t@proxy:3128, https_proxy=<proxy URL>"
  })
  void the_steps_for_windows_are_ready_to_paste_unless_the_url_is_secret(
      String url, String written) {
    Snapshot snapshot = Project.of(Map.of(MANIFEST, DEPLOYMENT));
    Device device = snapshot.deviceOfOne(snapshot.documents().iterator().next());

    for (Host host : List.of(Host.WINDOWS, Host.EFLOW)) {
      assertThat(String.join("\n", ProxyPlan.set(snapshot, device, url, Set.of(), host).commands()))
          .contains(written)
          .doesNotContain("s3cr");
    }
  }
}
