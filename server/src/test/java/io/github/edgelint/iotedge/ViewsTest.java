package io.github.edgelint.iotedge;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.syntax.unit.UnitParser;
import io.github.edgelint.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Laws of all views. */
class ViewsTest {

  private static final String MANIFEST =
      """
      {"content": {"modulesContent": {
        "$edgeAgent": {"properties.desired": {
          "schemaVersion": "1.1",
          "runtime": {"type": "docker", "settings": {"registryCredentials": {"a": {"address": "x"}}}},
          "systemModules": {
            "edgeAgent": {"settings": {"image": "a:1", "createOptions": "{\\"Env\\":[\\"A=b\\"]}"}},
            "edgeHub": {"env": {"https_proxy": {"value": "http://p:1"}}, "settings": {
              "createOptions": "{\\"HostConfig\\":", "createOptions01": "{\\"Binds\\":[]}}"}}},
          "modules": {"m": {"env": {"A": null, "B": [], "C": "x"}, "settings": {"createOptions": {}}}}}},
        "$edgeHub": {"properties.desired.routes.r": {"route": "FROM /* INTO $upstream"}}
      }}, "priority": 3}
      """;

  private static final String UNIT =
      "[Service]\nEnvironment=\"A=b%%40\" C='d e' \\\n F=g\nUnsetEnvironment=A\n"
          + "EnvironmentFile=-/x\nPassEnvironment=\n";

  private static final String CONFIG =
      """
      parent_hostname = "p"
      [provisioning]
      source = "dps"
      attestation = { method = "tpm" }
      [agent.config]
      # image = "mcr.microsoft.com/azureiotedge-agent:1.5"
      image = 'a:1'
      createOptions.Env = ["A=b", 'C']
      [agent.env]
      https_proxy = \"""http://p:1\"""
      [[agent.x]]
      """;

  private static void readAll(ConfigTree tree) {
    DeviceConfig config = DeviceConfig.of(tree);
    read(config.agentEnvironment());
    config.hintedTrain();
    config.agentCreateOptions().reading();
    config.authentication();
    config.estUrls();
    EngineConfig.of(tree).proxies();
    DeploymentManifest.of(tree)
        .ifPresent(
            manifest -> {
              manifest.routes().forEach(RouteEntry::text);
              manifest.registryCredentials().forEach(RegistryCredential::registryAddress);
              manifest.modules().forEach(ViewsTest::read);
              manifest.proxies();
              manifest.hubSchemaVersion();
            });
  }

  private static void read(Module module) {
    read(module.effectiveEnv());
    module.createOptions().reading();
    module.createOptions().misplaced();
    module.imageReference();
  }

  private static void read(Environment environment) {
    environment.settings().forEach(EnvVariable::valueRange);
    environment.settings().forEach(EnvVariable::isPlaceholder);
    environment.proxies();
  }

  @Test
  void take_every_prefix_of_a_manifest() {
    assertThatCode(
            () -> {
              for (int end = 0; end <= MANIFEST.length(); end++) {
                readAll(JsonParser.parse(SourceText.of(MANIFEST.substring(0, end)), true));
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void take_a_manifest_with_any_single_character_missing() {
    assertThatCode(
            () -> {
              for (int at = 0; at < MANIFEST.length(); at++) {
                String text = MANIFEST.substring(0, at) + MANIFEST.substring(at + 1);
                readAll(JsonParser.parse(SourceText.of(text), false));
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void take_every_prefix_of_a_device_configuration() {
    assertThatCode(
            () -> {
              for (int end = 0; end <= CONFIG.length(); end++) {
                readAll(TomlParser.parse(SourceText.of(CONFIG.substring(0, end))));
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void take_every_prefix_of_a_unit() {
    assertThatCode(
            () -> {
              for (int end = 0; end <= UNIT.length(); end++) {
                ConfigTree tree = UnitParser.parse(SourceText.of(UNIT.substring(0, end)));
                UnitFile file = UnitFile.of(tree, "docker.service.d/p.conf");
                read(EffectiveUnit.of(List.of(file)).environment());
              }
            })
        .doesNotThrowAnyException();
  }
}
