package io.github.edgelint.iotedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.EnvVariable.Origin;
import io.github.edgelint.iotedge.value.ImageReference;
import io.github.edgelint.syntax.ConfigTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleTest {

  @Test
  void reads_its_keys_in_any_letter_case() {
    Module module =
        Trees.module(
            "'STATUS':'running','RestartPolicy':'always','imagepullpolicy':'never',"
                + "'startuporder':3,'Version':'1.0'");

    assertThat(module.status().asText()).contains("running");
    assertThat(module.restartPolicy().asText()).contains("always");
    assertThat(module.imagePullPolicy().asText()).contains("never");
    assertThat(module.startupOrder().asScalar().orElseThrow().text()).isEqualTo("3");
    assertThat(module.version().asText()).contains("1.0");
  }

  @Test
  void splits_its_image() {
    Module module = Trees.module("'settings':{'image':'reg.io/team/camera:1.2'}");

    assertThat(module.imageReference().flatMap(ImageReference::tag)).contains("1.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'settings':null", "'settings':[]", "'settings':{'image':5}"})
  void has_no_image_where_none_is_written(String members) {
    assertThat(Trees.module(members).image()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {"value": "text"}   | text
          {"Value": "text"}   | text
          {"value": true}     | true
          {"value": 1.50}     | 1.50
          {"value": ""}       | ^^
          {"value": null}     | ^^
          {}                  | ^^
          "bare"              | bare
          7                   | 7
          """)
  void env_gives_what_is_written(String entry, String value) {
    EnvVariable variable = Trees.module("'env':{'A':" + entry + "}").env().get(0);

    assertThat(variable.name()).isEqualTo("A");
    assertThat(variable.value()).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'value': {'a': 1}}", "{'value': ['a']}", "['a']"})
  void env_has_no_value_where_it_is_no_single_one(String entry) {
    assertThat(Trees.module("'env':{'A':" + entry + "}").env().get(0).value()).isEmpty();
  }

  @Test
  void env_leads_back_to_the_file() {
    Module module = Trees.module("'env':{'https_proxy':{'value':'http://proxy:3128'}}");
    EnvVariable variable = module.env().get(0);
    ConfigTree tree =
        Trees.json(
            "{'modulesContent':{'$edgeAgent':{'properties.desired':{'modules':{'m':{"
                + "'env':{'https_proxy':{'value':'http://proxy:3128'}}}}}}}}");

    assertThat(variable.origin()).isEqualTo(Origin.ENV);
    assertThat(Trees.at(tree, variable.nameRange())).isEqualTo("\"https_proxy\"");
    assertThat(Trees.at(tree, variable.valueRange())).isEqualTo("http://proxy:3128");
    assertThat(Trees.at(tree, variable.range()))
        .isEqualTo("\"https_proxy\":{\"value\":\"http://proxy:3128\"}");
  }

  @Test
  void create_options_win_over_env() {
    Module module =
        Trees.module(
            "'env':{'A':{'value':'weak'}},'settings':{'createOptions':{'Env':['A=strong','B=2']}}");

    assertThat(module.variable("A").flatMap(EnvVariable::value)).contains("strong");
    assertThat(module.variable("B").flatMap(EnvVariable::value)).contains("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"edgeAgent", "edgeHub"})
  void the_runtime_ignores_the_letter_case_of_variables(String name) {
    Module module = Trees.systemModule(name, "'env':{'UPSTREAMPROTOCOL':{'value':'AmqpWs'}}");

    assertThat(module.variable("UpstreamProtocol").flatMap(EnvVariable::value)).contains("AmqpWs");
  }

  @Test
  void other_modules_mind_the_letter_case_of_variables() {
    Module module = Trees.module("'env':{'RATE':{'value':'5'}}");

    assertThat(module.variable("RATE")).isPresent();
    assertThat(module.variable("rate")).isEmpty();
  }

  @Test
  void a_variable_never_shows_its_value() {
    EnvVariable variable =
        Trees.module("'env':{'https_proxy':{'value':'http://u:hunter2@proxy:1'}}").env().get(0);

    assertThat(variable.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({"$PROXY,true", "${PROXY},true", "price in $USD,false", "plain,false"})
  void knows_placeholders_of_a_deployable_file(String value, boolean placeholder) {
    EnvVariable variable = Trees.module("'env':{'A':{'value':'" + value + "'}}").env().get(0);

    assertThat(variable.isPlaceholder()).isEqualTo(placeholder);
    assertThat(variable.isConcrete()).isNotEqualTo(placeholder);
  }
}
