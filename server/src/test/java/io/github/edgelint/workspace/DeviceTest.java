package io.github.edgelint.workspace;

import static io.github.edgelint.workspace.Trees.document;
import static io.github.edgelint.workspace.Trees.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.TargetVersion;
import io.github.edgelint.iotedge.value.RuntimeTrain;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {

  private static Device only(Document... documents) {
    Snapshot snapshot = snapshot(List.of(documents));
    assertThat(snapshot.devices()).hasSize(1);
    return snapshot.devices().get(0);
  }

  private static Document manifest(String agent, String hub) {
    return document(
        "deployment.json",
        """
        {"modulesContent": {"$edgeAgent": {"properties.desired": {"systemModules": {
          "edgeAgent": {%s}, "edgeHub": {%s}}}}}}
        """
            .formatted(agent, hub));
  }

  private static final Document PLAIN = document("config.toml", Trees.CONFIG);

  private static final Document WITH_PROXY =
      document(
          "config.toml", Trees.CONFIG + "[agent.env]\nhttps_proxy = \"http://proxy.corp:3128\"\n");

  @Test
  void a_proxy_of_the_bootstrap_agent_shows_the_intent() {
    ProxyIntent intent = only(WITH_PROXY).proxyIntent();

    assertThat(intent.isYes()).isTrue();
    ProxyEvidence first = intent.first().orElseThrow();
    assertThat(first.place()).contains(ProxyPlace.AGENT_ENV);
    assertThat(first.range().of(first.document().source().text()))
        .contains("http://proxy.corp:3128");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https_proxy = \"http://p:1\"\n" + Trees.CONFIG,
        Trees.CONFIG + "[agent]\nHTTPS_PROXY = \"http://p:1\"\n",
        Trees.CONFIG + "[agent.config.env]\nhttps_proxy = \"http://p:1\"\n",
      })
  void a_misplaced_proxy_shows_the_intent(String config) {
    ProxyIntent intent = only(document("config.toml", config)).proxyIntent();

    assertThat(intent.isYes()).isTrue();
    assertThat(intent.first().orElseThrow().isMisplaced()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Trees.CONFIG,
        Trees.CONFIG + "# [agent.env]\n# https_proxy = \"http://p:1\"\n",
        Trees.CONFIG + "[agent.env]\nhttps_proxy = \"\"\n",
        Trees.CONFIG + "[agent.env]\nhttp_proxy = \"http://p:1\"\nno_proxy = \"x\"\n",
        Trees.CONFIG + "[aziot_keys]\nhttps_proxy = \"x\"\n",
        "http_proxy = \"http://p:1\"\n" + Trees.CONFIG,
      })
  void other_lines_of_a_device_configuration_show_nothing(String config) {
    assertThat(only(document("config.toml", config)).proxyIntent().isYes()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "env": {"https_proxy": {"value": "http://p:1"}}                                   |
          "env": {"HTTPS_PROXY": {"value": "${PROXY}"}}                                     |
          "https_proxy": {"value": "http://p:1"}                                            |
          "settings": {"env": {"https_proxy": {"value": "x"}}}                              |
                                                         | "env": {"https_proxy": {"value": "x"}}
                                                         | "settings": {"https_proxy": "x"}
          """)
  void a_proxy_of_edge_agent_or_edge_hub_shows_the_intent(String agent, String hub) {
    Device device = only(PLAIN, manifest(agent == null ? "" : agent, hub == null ? "" : hub));

    assertThat(device.proxyIntent().isYes()).isTrue();
    assertThat(device.proxyIntent().first().orElseThrow().place())
        .contains(agent == null ? ProxyPlace.EDGE_HUB : ProxyPlace.EDGE_AGENT);
  }

  @ParameterizedTest
  @CsvSource({
    "aziot-identityd, true",
    "aziot-edged, true",
    "aziot-certd, true",
    "docker, false",
    "aziot-keyd, false",
  })
  void the_proxy_of_a_daemon_shows_the_intent_but_that_of_the_engine_does_not(
      String unit, boolean shows) {
    Device device = only(PLAIN, document("u/" + unit + ".service.d/p.conf", Trees.DROP_IN));

    assertThat(device.proxyIntent().isYes()).isEqualTo(shows);
  }

  @Test
  void the_file_of_the_engine_alone_shows_nothing() {
    Document engine =
        document("docker/daemon.json", "{\"proxies\": {\"https-proxy\": \"http://p:1\"}}");
    Device device = only(PLAIN, engine);

    assertThat(device.proxyIntent().isYes()).isFalse();
    assertThat(device.httpsProxies()).hasSize(1);
  }

  @Test
  void what_a_device_configuration_shows_goes_before_a_misplaced_key_of_the_manifest() {
    Device device = only(WITH_PROXY, manifest("\"https_proxy\": {\"value\": \"http://p:1\"}", ""));

    assertThat(device.proxyIntent().evidence())
        .extracting(found -> found.place().orElseThrow())
        .containsExactly(ProxyPlace.AGENT_ENV, ProxyPlace.EDGE_AGENT);
  }

  @Test
  void a_single_manifest_can_show_the_intent_of_its_device() {
    Document alone = manifest("\"env\": {\"https_proxy\": {\"value\": \"http://p:1\"}}", "");
    Snapshot snapshot = snapshot(List.of(alone));

    assertThat(snapshot.devicesOf(alone).get(0).proxyIntent().isYes()).isTrue();
  }

  @Test
  void settings_that_say_no_go_before_all_evidence_and_keep_it() {
    ProxyIntent intent =
        only(WITH_PROXY, document(".edgelint.toml", "proxy.required = false\n")).proxyIntent();

    assertThat(intent.isYes()).isFalse();
    assertThat(intent.first()).isEmpty();
    assertThat(intent.evidence()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"required = true", "url = \"http://p:1\""})
  void settings_that_say_yes_are_the_first_evidence(String setting) {
    Document settings = document(".edgelint.toml", "[proxy]\n" + setting + "\n");

    ProxyEvidence first = only(WITH_PROXY, settings).proxyIntent().first().orElseThrow();

    assertThat(first.isBySettings()).isTrue();
    assertThat(first.document().path()).isEqualTo(settings.path());
    assertThat(first.range().of(settings.source().text()))
        .isEqualTo(setting.substring(setting.indexOf('=') + 2));
  }

  @Test
  void the_reference_is_the_first_address_that_is_known() {
    Document placeholder =
        document("config.toml", Trees.CONFIG + "[agent.env]\nhttps_proxy = \"${PROXY}\"\n");
    Device device =
        only(
            placeholder,
            document(
                "u/docker.service.d/p.conf", "[Service]\nEnvironment=HTTPS_PROXY=http://d:1\n"),
            document("u/aziot-edged.service.d/p.conf", Trees.DROP_IN));

    assertThat(device.referenceProxy().orElseThrow().place()).contains(ProxyPlace.EDGED);
    assertThat(device.httpsProxies())
        .extracting(found -> found.place().orElseThrow())
        .containsExactly(ProxyPlace.AGENT_ENV, ProxyPlace.EDGED, ProxyPlace.DOCKER);
  }

  @Test
  void without_a_known_address_there_is_no_reference() {
    assertThat(only(PLAIN).referenceProxy()).isEmpty();
  }

  @Test
  void of_several_drop_ins_the_last_by_name_decides_and_is_the_place() {
    Device device =
        only(
            PLAIN,
            document(
                "x/aziot-edged.service.d/20.conf",
                "[Service]\nEnvironment=https_proxy=http://b:1\n"),
            document(
                "x/aziot-edged.service.d/10.conf",
                "[Service]\nEnvironment=https_proxy=http://a:1\n"));

    ProxyEvidence found = device.httpsProxies().get(0);

    assertThat(found.url().orElseThrow().host()).isEqualTo("b");
    assertThat(found.document().path().name()).isEqualTo("20.conf");
    assertThat(device.unit(DaemonUnit.EDGED).orElseThrow().files()).hasSize(2);
    assertThat(device.unit(DaemonUnit.CERTD)).isEmpty();
  }

  @Test
  void the_version_is_known_from_the_settings_else_from_the_command_line_else_inferred() {
    Document config =
        document(
            "config.toml",
            Trees.CONFIG
                + "[agent.config]\nimage = \"mcr.microsoft.com/azureiotedge-agent:1.4\"\n");
    Workspace workspace = new Workspace(List.of(Trees.ROOT), Optional.of(new RuntimeTrain(1, 5)));
    Document settings = document(".edgelint.toml", "version = \"1.6\"\n");

    assertThat(only(config).targetVersion())
        .isEqualTo(TargetVersion.inferred(new RuntimeTrain(1, 4)));
    assertThat(Snapshot.of(workspace, List.of(config)).devices().get(0).targetVersion())
        .isEqualTo(TargetVersion.known(new RuntimeTrain(1, 5)));
    assertThat(Snapshot.of(workspace, List.of(config, settings)).devices().get(0).targetVersion())
        .isEqualTo(TargetVersion.known(new RuntimeTrain(1, 6)));
    assertThat(only(PLAIN).targetVersion()).isEqualTo(TargetVersion.UNKNOWN);
  }

  @Test
  void companions_are_complete_only_where_the_settings_say_so() {
    Document settings =
        document(
            ".edgelint.toml", "[[device]]\nconfig = \"config.toml\"\ncompanions = \"complete\"\n");

    assertThat(only(PLAIN).companionsComplete()).isFalse();
    assertThat(only(PLAIN, settings).companionsComplete()).isTrue();
    assertThat(only(PLAIN, settings).isExplicit()).isTrue();
  }
}
