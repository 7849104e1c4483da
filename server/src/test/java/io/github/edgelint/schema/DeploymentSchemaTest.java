package io.github.edgelint.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.schema.SchemaProblem.MissingKeys;
import io.github.edgelint.schema.SchemaProblem.NotAllowedValue;
import io.github.edgelint.schema.SchemaProblem.OutOfRange;
import io.github.edgelint.schema.SchemaProblem.UnknownKey;
import io.github.edgelint.schema.SchemaProblem.WrongType;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What edgeAgent, edgeHub and aziot-edged were seen to do with a manifest, and that our schemas say
 * the same, where published schemas do not.
 */
class DeploymentSchemaTest {

  private static final String MODULE =
      """
      {
        'type': 'docker', 'status': 'running', 'restartPolicy': 'always',
        'settings': {'image': 'registry.example.com/filter:1.0.0', 'createOptions': '{}'}
      }\
      """;

  private static final String HUB =
      """
      {
        'schemaVersion': '1.1',
        'routes': {'up': 'FROM /messages/* INTO $upstream'},
        'storeAndForwardConfiguration': {'timeToLiveSecs': 7200}
      }\
      """;

  private static final String CREDENTIAL =
      "{'address': 'registry.example.com', 'username': 'u', 'password': 'p'}";

  private static final String AGENT =
      """
      {
        'schemaVersion': '1.1',
        'runtime': {'type': 'docker', 'settings': {'registryCredentials': {'r': %s}}},
        'systemModules': {
          'edgeAgent': {'type': 'docker', 'settings': {'image': 'example.com/agent:1.6'}},
          'edgeHub': {
            'type': 'docker', 'status': 'running', 'settings': {'image': 'example.com/hub:1.6'}
          }
        },
        'modules': {'filter': %s}
      }\
      """
          .formatted(CREDENTIAL, MODULE);

  private static List<SchemaProblem> problems(String schema, String json) {
    ConfigTree tree = JsonParser.parse(SourceText.of(json.replace('\'', '"')));
    assertThat(tree.problems()).isEmpty();
    return SchemaCheck.problems(
            tree, Schemas.bundled().get(schema), CheckOptions.STRICT.withIgnoreCase(true))
        .stream()
        .filter(problem -> !(problem instanceof SchemaProblem.OtherSpelling))
        .toList();
  }

  private static List<SchemaProblem> manifest(String agent, String hub) {
    return problems(
        "deployment-manifest",
        "{'modulesContent': {'$edgeAgent': {'properties.desired': %s}, '$edgeHub': {'properties.desired': %s}}}"
            .formatted(agent, hub));
  }

  private static List<SchemaProblem> agentWith(String old, String replacement) {
    assertThat(AGENT).contains(old);
    return manifest(AGENT.replace(old, replacement), HUB);
  }

  private static List<SchemaProblem> moduleWith(String old, String replacement) {
    assertThat(MODULE).contains(old);
    return manifest(AGENT.replace(MODULE, MODULE.replace(old, replacement)), HUB);
  }

  private static List<SchemaProblem> moduleWithMember(String member) {
    return moduleWith("'type': 'docker',", "'type': 'docker', " + member + ",");
  }

  private static List<SchemaProblem> hubWith(String old, String replacement) {
    assertThat(HUB).contains(old);
    return manifest(AGENT, HUB.replace(old, replacement));
  }

  private static List<SchemaProblem> routeOf(String value) {
    return hubWith("'FROM /messages/* INTO $upstream'", value);
  }

  private static List<SchemaProblem> createOptions(String json) {
    return problems("create-options", json);
  }

  @Test
  void a_sound_manifest_has_no_problems() {
    assertThat(manifest(AGENT, HUB)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'1.0'", "'1.1.0'", "'1.0.5'", "1.1"})
  void edge_agent_reads_these_schema_versions(String version) {
    assertThat(agentWith("'schemaVersion': '1.1'", "'schemaVersion': " + version)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'1'", "'1.1.1'", "'1.2'", "'1.4'", "'2.0'", "'11.1'", "'latest'"})
  void edge_agent_answers_412_to_these_schema_versions(String version) {
    assertThat(agentWith("'schemaVersion': '1.1'", "'schemaVersion': " + version))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.demand().consequence().orElse("")).contains("412"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'1.0'", "'1.2'", "'1.3'", "'1.1.7'", "1.2"})
  void edge_hub_reads_these_schema_versions(String version) {
    assertThat(hubWith("'schemaVersion': '1.1'", "'schemaVersion': " + version)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'1'", "'1.4'", "'2.0'", "1.0", "'1x1'"})
  void edge_hub_refuses_these_schema_versions(String version) {
    assertThat(hubWith("'schemaVersion': '1.1'", "'schemaVersion': " + version)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'stopped'", "'Running'", "2", "'failed'"})
  void the_agent_reads_a_status_in_any_letter_case_or_as_a_number(String status) {
    assertThat(moduleWith("'running'", status)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'enabled'", "'paused'", "''"})
  void a_status_that_the_agent_does_not_know_names_the_canonical_ones(String status) {
    assertThat(moduleWith("'running'", status))
        .singleElement()
        .isInstanceOfSatisfying(
            NotAllowedValue.class,
            problem ->
                assertThat(problem.allowed())
                    .extracting(allowed -> allowed.value().display())
                    .containsExactly("running", "stopped"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "99", "{}"})
  void a_status_of_another_type_is_refused(String status) {
    assertThat(moduleWith("'running'", status)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'Always'", "'OnFailure'", "'onfailure'", "'on-unhealthy'", "'never'"})
  void restart_policies_have_more_than_one_spelling(String policy) {
    assertThat(moduleWith("'always'", policy)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'unless-stopped'", "'no'", "'on_failure'", "'on-failured'"})
  void restart_policies_of_docker_and_typos_are_refused(String policy) {
    assertThat(moduleWith("'always'", policy)).singleElement().isInstanceOf(NotAllowedValue.class);
  }

  @ParameterizedTest
  @CsvSource({"'''Never''', 0", "'''on-create''', 0", "'''always''', 1", "'''IfNotPresent''', 1"})
  void pull_policies_are_on_create_and_never(String policy, int problems) {
    assertThat(moduleWithMember("'imagePullPolicy': " + policy)).hasSize(problems);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "4294967295, 0",
    "'''1''', 0",
    "1.5, 0",
    "-1, 1",
    "4294967296, 1",
    "'''-1''', 1",
    "null, 1"
  })
  void a_startup_order_is_an_unsigned_number_or_its_text(String order, int problems) {
    assertThat(moduleWithMember("'startupOrder': " + order)).hasSize(problems);
  }

  @Test
  void the_type_of_a_module_is_docker_in_lower_case() {
    assertThat(moduleWith("'docker'", "'Docker'"))
        .singleElement()
        .isInstanceOf(NotAllowedValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'status': 'running', ", "'type': 'docker', "})
  void the_agent_needs_type_and_status(String member) {
    assertThat(moduleWith(member, "")).singleElement().isInstanceOf(MissingKeys.class);
  }

  @Test
  void the_agent_does_without_restart_policy_and_without_runtime_settings() {
    assertThat(moduleWith("'restartPolicy': 'always',", "")).isEmpty();
    assertThat(
            agentWith(", 'settings': {'registryCredentials': {'r': %s}}".formatted(CREDENTIAL), ""))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "' '", "null"})
  void an_image_is_not_blank(String image) {
    assertThat(moduleWith("'registry.example.com/filter:1.0.0'", image)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'A': {'value': 'x'}}",
        "{'A': {'value': 1}}",
        "{'A': {}}",
        "{'A': {'value': null}}"
      })
  void variables_are_objects_with_a_scalar(String env) {
    assertThat(moduleWithMember("'env': " + env)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'A': 'x'}",
        "{'A': {'value': {}}}",
        "{'A': {'value': []}}",
        "{'A': null}",
        "[]",
        "{'https_proxy': 'http://proxy.example.com:3128'}"
      })
  void variables_in_another_form_refuse_the_deployment(String env) {
    assertThat(moduleWithMember("'env': " + env))
        .singleElement()
        .isInstanceOf(WrongType.class)
        .satisfies(
            problem ->
                assertThat(problem.demand().consequence().orElse(""))
                    .contains("refuses the whole deployment"));
  }

  @Test
  void a_misplaced_setting_is_an_unknown_key() {
    assertThat(moduleWith("'createOptions': '{}'", "'imagePullPolicy': 'never'"))
        .singleElement()
        .isInstanceOf(UnknownKey.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'{}'", "''", "{}", "null", "{'HostConfig': {'Binds': ['/a:/b']}}"})
  void create_options_are_text_or_an_object(String options) {
    assertThat(moduleWith("'createOptions': '{}'", "'createOptions': " + options)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "{'HostConfig': {'Binds': '/a:/b'}}"})
  void create_options_are_neither_lists_nor_numbers_and_objects_are_looked_into(String options) {
    assertThat(moduleWith("'createOptions': '{}'", "'createOptions': " + options))
        .singleElement()
        .isInstanceOf(WrongType.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'password': 'p'", "'username': 'u'", "'address': 'registry.example.com'"})
  void a_credential_field_is_not_blank(String field) {
    String blank = field.substring(0, field.indexOf(':')) + ": ' '";
    assertThat(agentWith(field, blank)).hasSize(1);
  }

  @Test
  void absent_modules_are_reported_with_what_follows() {
    assertThat(manifest(AGENT.replace(",\n  'modules': {'filter': %s}".formatted(MODULE), ""), HUB))
        .singleElement()
        .isInstanceOfSatisfying(
            MissingKeys.class,
            problem ->
                assertThat(problem.missing())
                    .singleElement()
                    .satisfies(
                        key ->
                            assertThat(
                                    key.place()
                                        .said(said -> said.annotation("absent"))
                                        .flatMap(JsonValue::asText)
                                        .orElse(""))
                                .contains("every user module on the device is removed")));
  }

  @Test
  void the_store_and_forward_configuration_is_required() {
    assertThat(hubWith(",\n  'storeAndForwardConfiguration': {'timeToLiveSecs': 7200}", ""))
        .singleElement()
        .isInstanceOf(MissingKeys.class);
  }

  @Test
  void routes_are_required_from_hub_schema_1_1_on() {
    String routes = "'routes': {'up': 'FROM /messages/* INTO $upstream'},";
    assertThat(hubWith(routes, "")).singleElement().isInstanceOf(MissingKeys.class);
    assertThat(manifest(AGENT, HUB.replace(routes, "").replace("'1.1'", "'1.0'"))).isEmpty();
  }

  @Test
  void route_objects_need_hub_schema_1_1() {
    String object = "{'route': 'FROM /messages/* INTO $upstream'}";
    assertThat(routeOf(object)).isEmpty();
    assertThat(
            manifest(
                AGENT,
                HUB.replace("'FROM /messages/* INTO $upstream'", object).replace("'1.1'", "'1.0'")))
        .singleElement()
        .isInstanceOf(WrongType.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "9, 0",
    "2000000000, 0",
    "'''3''', 0",
    "1.5, 0",
    "10, 1",
    "-1, 1",
    "'''10''', 1"
  })
  void a_route_priority_is_0_to_9(String priority, int problems) {
    assertThat(routeOf("{'route': 'FROM /* INTO $upstream', 'priority': %s}".formatted(priority)))
        .hasSize(problems);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "null", "['FROM /* INTO $upstream']", "{}", "{'route': 1}"})
  void a_route_is_text_or_an_object_with_a_route(String value) {
    assertThat(routeOf(value)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 0", "'''7200''', 0", "1.5, 1", "2147483648, 1", "null, 1"})
  void the_time_to_live_is_a_signed_32_bit_number_or_its_text(String seconds, int problems) {
    assertThat(hubWith("7200", seconds)).hasSize(problems);
  }

  @Test
  void the_broker_section_is_checked_although_nothing_uses_it() {
    assertThat(
            hubWith("'routes'", "'mqttBroker': {'authorizations': [{'identities': []}]}, 'routes'"))
        .hasAtLeastOneElementOfType(OutOfRange.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'modulesContent': {'$edgeAgent': {'properties.desired': %s}}}",
        "{'content': {'modulesContent': {'$edgeAgent': {'properties.desired': %s}}}}",
        "{'id': 'a', 'content': {'modulesContent': {'$edgeAgent': {'properties.desired': %s}}},"
            + " 'targetCondition': '*', 'priority': 10, 'labels': {}, 'metrics': {'queries': {}}}",
        "{'$edgeAgent': {'properties.desired': %s}}"
      })
  void every_envelope_leads_to_the_same_section(String envelope) {
    assertThat(problems("deployment-manifest", envelope.formatted(AGENT))).isEmpty();
    assertThat(
            problems("deployment-manifest", envelope.formatted(AGENT.replace("'always'", "'no'"))))
        .singleElement()
        .isInstanceOf(NotAllowedValue.class);
  }

  @Test
  void a_layer_adds_by_dotted_keys() {
    String layer =
        "{'modulesContent': {'$edgeAgent': {'properties.desired.modules.filter': %s},"
            + " '$edgeHub': {'properties.desired.routes.up': 'FROM /* INTO $upstream'},"
            + " 'filter': {'properties.desired.limits': {'high': 5}}}}";
    assertThat(problems("layered-deployment", layer.formatted(MODULE))).isEmpty();
    assertThat(problems("layered-deployment", layer.formatted(MODULE.replace("'always'", "'no'"))))
        .singleElement()
        .isInstanceOf(NotAllowedValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'HostConfig': {'Binds': '/a:/b'}}",
        "{'HostConfig': {'PortBindings': {'80/tcp': {'HostPort': '80'}}}}",
        "{'HostConfig': {'PortBindings': {'80/tcp': ['80']}}}",
        "{'HostConfig': {'Memory': '256m'}}",
        "{'HostConfig': {'Privileged': 'yes'}}",
        "{'HostConfig': {'RestartPolicy': 'always'}}",
        "{'HostConfig': {'Devices': ['/dev/ttyUSB0']}}",
        "{'HostConfig': {'LogConfig': {'Config': {'max-file': {}}}}}",
        "{'Env': {'A': 'b'}}",
        "{'ExposedPorts': ['80/tcp']}",
        "{'Labels': {'a': {}}}"
      })
  void a_wrong_type_that_the_agent_sees_costs_the_whole_deployment(String options) {
    assertThat(createOptions(options))
        .filteredOn(problem -> !(problem instanceof SchemaProblem.DeprecatedKey))
        .singleElement()
        .satisfies(problem -> assertThat(readerOf(problem)).isEqualTo("agent"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Cmd': 'run'} | edged",
        "{'Entrypoint': '/app'} | edged",
        "{'Hostname': 1} | edged",
        "{'Volumes': ['/a']} | edged",
        "{'User': 1000} | engine",
        "{'HostConfig': {'DeviceRequests': [{'Capabilities': ['gpu']}]}} | engine"
      })
  void a_wrong_type_that_only_later_readers_see_costs_the_module(String options, String reader) {
    assertThat(createOptions(options))
        .singleElement()
        .satisfies(problem -> assertThat(readerOf(problem)).isEqualTo(reader));
  }

  private static String readerOf(SchemaProblem problem) {
    return problem
        .place()
        .said(said -> said.annotation("reader"))
        .flatMap(JsonValue::asText)
        .orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'HostConfig': {'Memory': '268435456', 'MemorySwappiness': null, 'Privileged': 'true'}}",
        "{'HostConfig': {'PortBindings': {'80/tcp': [{'HostPort': 80}, {}]}}}",
        "{'HostConfig': {'vendor-setting': {'a': 1}}, 'vendor': 'x'}",
        "{'Env': ['A=b'], 'Labels': {'a': 1}, 'ExposedPorts': {'80/tcp': {}}}"
      })
  void what_the_agent_converts_or_passes_on_is_no_problem(String options) {
    assertThat(createOptions(options)).isEmpty();
  }
}
