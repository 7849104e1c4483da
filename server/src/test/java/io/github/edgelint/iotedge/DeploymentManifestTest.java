package io.github.edgelint.iotedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.DeploymentManifest.Envelope;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentManifestTest {

  private static final String LAYER =
      """
      {'modulesContent': {
        '$edgeAgent': {
          'properties.desired.modules.alarms': {'type': 'docker'},
          'properties.desired.modules.alarms.env': {},
          'properties.desired.runtime.settings.registryCredentials.acr': {'address': 'acr.azurecr.io'}
        },
        '$edgeHub': {
          'properties.desired.routes.up': 'FROM /* INTO $upstream',
          'properties.desired.routes': {'down': {'route': 'FROM /a INTO $upstream', 'Priority': 3}}
        }
      }}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'modulesContent': {'$edgeAgent': {}}}                            | MODULES_CONTENT
          {'ModulesContent': {}}                                            | MODULES_CONTENT
          {'content': {'modulesContent': {}}}                               | CONTENT
          {'content': {'moduleContent': {'$edgeHub': {}}}}                  | CONTENT
          {'id': 'a', 'content': {'modulesContent': {}}, 'priority': 10}    | CONFIGURATION
          {'moduleContent': {'$edgeAgent': {}}}                             | MODULE_CONTENT
          {'$edgeAgent': {'properties.desired': {}}}                        | BARE
          """)
  void finds_its_sections_in_every_envelope(String text, Envelope envelope) {
    assertThat(Trees.manifest(text.replace('\'', '"')).envelope()).isEqualTo(envelope);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "'text'",
        "{}",
        "{'modulesContent': null}",
        "{'modulesContent': []}",
        "{'content': {'deviceContent': {}}}",
        "{'moduleContent': {'properties.desired.x': 1}}"
      })
  void is_absent_where_nothing_is_deployed(String text) {
    assertThat(DeploymentManifest.of(Trees.json(text))).isEmpty();
  }

  @Test
  void reads_keys_of_the_agent_in_any_letter_case() {
    DeploymentManifest manifest =
        Trees.manifest(
            "{'modulesContent':{'$edgeAgent':{'properties.desired':{'SchemaVersion':'1.1',"
                + "'SYSTEMMODULES':{'EdgeHub':{'Settings':{'IMAGE':'a/azureiotedge-hub:1.5'}}}}}}}");

    assertThat(manifest.agent("schemaVersion").asText()).contains("1.1");
    assertThat(manifest.hubModule().orElseThrow().image().orElseThrow().text())
        .isEqualTo("a/azureiotedge-hub:1.5");
  }

  @Test
  void reads_the_schema_version_of_the_hub_in_its_own_letter_case_only() {
    DeploymentManifest manifest =
        Trees.manifest(
            "{'modulesContent':{'$edgeHub':{'properties.desired':{'SchemaVersion':'1.1',"
                + "'ROUTES':{'r':'FROM /* INTO $upstream'}}}}}");

    assertThat(manifest.hubSchemaVersion().isPresent()).isFalse();
    assertThat(manifest.routes()).hasSize(1);
  }

  @Test
  void reads_keys_of_a_user_modules_twin_in_their_own_letter_case() {
    TwinSection twin =
        Trees.manifest("{'modulesContent':{'m':{'properties.desired':{'Rate':5}}}}")
            .section("m")
            .orElseThrow();

    assertThat(twin.get("Rate").isPresent()).isTrue();
    assertThat(twin.get("rate").isPresent()).isFalse();
  }

  @Test
  void is_full_with_system_modules_and_then_never_a_layer() {
    DeploymentManifest manifest =
        Trees.manifest(
            "{'modulesContent':{'$edgeAgent':{'properties.desired':{'systemModules':{}}},"
                + "'$edgeHub':{'properties.desired.routes.r':'FROM /* INTO $upstream'}}}");

    assertThat(manifest.isFullManifest()).isTrue();
    assertThat(manifest.isLayered()).isFalse();
  }

  @Test
  void is_a_layer_with_dotted_keys_and_no_system_modules() {
    DeploymentManifest layer = Trees.manifest(LAYER);

    assertThat(layer.isLayered()).isTrue();
    assertThat(layer.isFullManifest()).isFalse();
  }

  @Test
  void is_neither_full_nor_a_layer_without_both() {
    DeploymentManifest manifest =
        Trees.manifest(
            "{'modulesContent':{'$edgeAgent':{'properties.desired':{'modules':{'m':{}}}}}}");

    assertThat(manifest.isFullManifest()).isFalse();
    assertThat(manifest.isLayered()).isFalse();
  }

  @Test
  void takes_a_dotted_key_for_a_module_only_when_it_ends_at_the_name() {
    DeploymentManifest layer = Trees.manifest(LAYER);

    assertThat(layer.modules()).extracting(Module::name).containsExactly("alarms");
    Module alarms = layer.modules().get(0);
    assertThat(alarms.isLayered()).isTrue();
    assertThat(Trees.at(layer.tree(), alarms.nameRange())).isEqualTo("alarms");
  }

  @Test
  void finds_routes_and_credentials_of_a_layer() {
    DeploymentManifest layer = Trees.manifest(LAYER);

    assertThat(layer.routes()).extracting(RouteEntry::name).containsExactly("up", "down");
    assertThat(layer.routes()).extracting(RouteEntry::layered).containsExactly(true, false);
    assertThat(layer.registryCredentials())
        .extracting(RegistryCredential::name)
        .containsExactly("acr");
  }

  @Test
  void reads_a_route_in_both_forms() {
    List<RouteEntry> routes = Trees.manifest(LAYER).routes();

    assertThat(routes.get(0).text().orElseThrow().text()).isEqualTo("FROM /* INTO $upstream");
    assertThat(routes.get(0).object()).isEmpty();
    assertThat(routes.get(1).text().orElseThrow().text()).isEqualTo("FROM /a INTO $upstream");
    assertThat(routes.get(1).priority().asScalar().orElseThrow().text()).isEqualTo("3");
  }

  @Test
  void a_route_is_read_as_edge_hub_reads_it() {
    RouteEntry down = Trees.manifest(LAYER).routes().get(1);

    assertThat(down.route().orElseThrow().source().orElseThrow().path()).isEqualTo("/a");
    assertThat(down.embedded().orElseThrow().text()).isEqualTo("FROM /a INTO $upstream");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "FROM /messages/modules/${M}/* INTO $upstream ~ true ~ true",
        "FROM /messages/modules/__M__/* INTO $upstream ~ true ~ true",
        "$ROUTE ~ true ~ true",
        "FROM /messages/modules/$MODULE/* INTO $upstream ~ false ~ true",
        "FROM /* WHERE $body.a > 1 AND $outputName <> $iothub-interface-id INTO $upstream ~ false ~"
            + " false",
      })
  void tools_replace_parts_of_a_route(String text, boolean inManifest, boolean inTemplate) {
    String json =
        "{'modulesContent':{'$edgeHub':{'properties.desired':{'routes':{'r':'" + text + "'}}}}}";
    ConfigTree tree = Trees.manifest(json).tree();

    assertThat(hasPlaceholders(DeploymentManifest.of(tree, false))).isEqualTo(inManifest);
    assertThat(hasPlaceholders(DeploymentManifest.of(tree, true))).isEqualTo(inTemplate);
  }

  private static boolean hasPlaceholders(Optional<DeploymentManifest> manifest) {
    return manifest.orElseThrow().routes().get(0).route().orElseThrow().hasPlaceholders();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "[]", "{}", "{'route': 7}"})
  void a_route_of_another_kind_has_no_text(String value) {
    DeploymentManifest manifest =
        Trees.manifest(
            "{'modulesContent':{'$edgeHub':{'properties.desired':{'routes':{'r':"
                + value
                + "}}}}}");

    assertThat(manifest.routes().get(0).text()).isEmpty();
    assertThat(manifest.routes().get(0).route()).isEmpty();
  }

  @Test
  void of_two_modules_with_one_name_the_last_counts() {
    DeploymentManifest manifest =
        Trees.manifest(
            "{'modulesContent':{'$edgeAgent':{'properties.desired':{'modules':"
                + "{'m':{'version':'1'},'m':{'version':'2'}}}}}}");

    assertThat(manifest.userModules())
        .extracting(module -> module.version().asText().orElse(""))
        .containsExactly("2");
  }

  @Test
  void modules_that_differ_in_letter_case_are_two() {
    DeploymentManifest manifest =
        Trees.manifest(
            "{'modulesContent':{'$edgeAgent':{'properties.desired':{'modules':"
                + "{'camera':{},'Camera':{}}}}}}");

    assertThat(manifest.userModules()).hasSize(2);
  }

  @Test
  void an_unknown_entry_of_system_modules_is_no_module() {
    DeploymentManifest manifest =
        Trees.manifest(
            "{'modulesContent':{'$edgeAgent':{'properties.desired':{'systemModules':"
                + "{'edgeAgent':{},'edgeProxy':{},'edgeHub':{}}}}}}");

    assertThat(manifest.modules()).extracting(Module::name).containsExactly("edgeAgent", "edgeHub");
  }

  @Test
  void edge_hub_among_user_modules_is_no_system_module() {
    DeploymentManifest manifest =
        Trees.manifest(
            "{'modulesContent':{'$edgeAgent':{'properties.desired':{'modules':{'edgeHub':{}}}}}}");

    assertThat(manifest.hubModule()).isEmpty();
    assertThat(manifest.userModules()).extracting(Module::isHub).containsExactly(false);
  }

  @Test
  void reads_a_twin_as_iot_hub_shows_it() {
    DeploymentManifest manifest =
        Trees.manifest(
            "{'modulesContent':{'$edgeAgent':{'properties':{'desired':{'schemaVersion':'1.1'}}}}}");

    assertThat(manifest.agent("schemaVersion").asText()).contains("1.1");
  }

  @Test
  void a_dotted_key_gives_its_steps_and_the_place_of_the_last() {
    DeploymentManifest layer = Trees.manifest(LAYER);
    TwinSection.DottedKey key = layer.edgeAgent().orElseThrow().dottedKeys().get(2);

    assertThat(key.path()).containsExactly("runtime", "settings", "registryCredentials", "acr");
    assertThat(Trees.at(layer.tree(), key.lastStepRange())).isEqualTo("acr");
  }

  @Test
  void a_credential_never_shows_its_password() {
    RegistryCredential credential =
        Trees.manifest(
                "{'modulesContent':{'$edgeAgent':{'properties.desired':{'runtime':{'settings':"
                    + "{'registryCredentials':{'acr':{'address':'a.azurecr.io','password':'hunter2'}}}}}}}}")
            .registryCredentials()
            .get(0);

    assertThat(credential.password().asText()).contains("hunter2");
    assertThat(credential.toString()).doesNotContain("hunter2");
  }

  @Test
  void reads_the_manifests_of_public_repositories() throws IOException {
    Path folder = Shared.assumePresent("corpus/manifests");
    int manifests = 0;
    int modules = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        var tree = JsonParser.parse(SourceText.of(Files.readString(file)), true);
        var manifest = DeploymentManifest.of(tree, true);
        manifests += manifest.isPresent() ? 1 : 0;
        modules += manifest.map(found -> found.userModules().size()).orElse(0);
      }
    }
    assertThat(manifests).isGreaterThan(200);
    assertThat(modules).isGreaterThan(300);
  }
}
