package io.github.edgelint.iotedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.embedded.EmbeddedJson.Reading;
import io.github.edgelint.iotedge.CreateOptions.Form;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateOptionsTest {

  private static CreateOptions of(ConfigTree settings) {
    return CreateOptions.ofSettings(settings, settings.root(), false);
  }

  private static CreateOptions of(String settings) {
    return of(Trees.json(settings));
  }

  private static ConfigTree text(String json) {
    return JsonParser.parse(SourceText.of("{\"createOptions\": " + JsonText.quote(json) + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                              | ABSENT | NOTHING
          {'createOptions': null}                         | ABSENT | NOTHING
          {'createOptions': ''}                           | TEXT   | NOTHING
          {'createOptions': '{}'}                         | TEXT   | STRICT
          {'CREATEOPTIONS': '{}'}                         | TEXT   | STRICT
          {'createOptions': '{a:1}'}                      | TEXT   | LENIENT
          {'createOptions': '{'}                          | TEXT   | REFUSED
          {'createOptions': {}}                           | OBJECT | STRICT
          {'createOptions': []}                           | OTHER  | REFUSED
          {'createOptions': 5}                            | OTHER  | REFUSED
          {'createOptions': {}, 'createOptions01': '{}'}  | OTHER  | REFUSED
          {'createOptions01': '}', 'createOptions': '{'}  | CHUNKS | STRICT
          """)
  void knows_every_form(String settings, Form form, Reading reading) {
    CreateOptions options = of(settings.replace("''", "\"\""));

    assertThat(options.form()).isEqualTo(form);
    assertThat(options.reading()).isEqualTo(reading);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          createOptions                                   |                    |
          createOptions createOptions01 createOptions02   |                    |
          CreateOptions createoptions01                   |                    |
          createOptions createOptions1 createOptions2     |                    |
          createOptions createOptions02                   | createOptions02    | createOptions01
          createOptions createOptions00                   | createOptions00    | createOptions01
          createOptions01                                 | createOptions01    | createOptions
          createOptions myCreateOptions                   | myCreateOptions    | createOptions01
          createOptions _createOptions_old                | _createOptions_old | createOptions
          """)
  void finds_the_piece_that_breaks_the_row(String keys, String found, String expected) {
    StringBuilder settings = new StringBuilder("{'image': 'a'");
    for (String key : keys.split(" ", -1)) {
      settings.append(", '").append(key).append("': '{}'");
    }
    var misplaced = of(settings.append('}').toString()).misplaced();

    assertThat(misplaced.map(CreateOptions.Misplaced::found).map(Member::name).orElse(null))
        .isEqualTo(found);
    assertThat(misplaced.map(CreateOptions.Misplaced::expected).orElse(null)).isEqualTo(expected);
  }

  @Test
  void ten_pieces_need_numbers_of_two_digits() {
    StringBuilder settings = new StringBuilder("{'createOptions': ''");
    for (int i = 1; i <= 10; i++) {
      settings.append(", 'createOptions").append(i).append("': ''");
    }
    var misplaced = of(settings.append('}').toString()).misplaced().orElseThrow();

    assertThat(misplaced.found().name()).isEqualTo("createOptions10");
    assertThat(misplaced.expected()).isEqualTo("createOptions02");
  }

  @Test
  void ten_padded_pieces_are_fine_in_any_order() {
    StringBuilder settings = new StringBuilder("{'a': ''");
    for (int i = 10; i >= 0; i--) {
      settings.append(", '").append(CreateOptions.keyOf(i)).append("': ''");
    }
    CreateOptions options = of(settings.append('}').toString());

    assertThat(options.pieces()).hasSize(11);
    assertThat(options.misplaced()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"HostConfig\":{\"NetworkMode\":\"host\"}}",
        "{\"hostconfig\":{\"NETWORKMODE\":\"host\"}}",
        "{'HostConfig':{NetworkMode:'host'}}"
      })
  void reads_known_names_in_any_letter_case(String json) {
    assertThat(of(text(json)).usesHostNetwork()).isTrue();
  }

  @Test
  void a_table_of_toml_minds_letter_case() {
    ConfigTree tree = Trees.json("{'createOptions': {'hostConfig': {'NetworkMode': 'host'}}}");
    CreateOptions options =
        CreateOptions.ofTable(tree, tree.root().asObject().orElseThrow().member("createOptions"));

    assertThat(options.usesHostNetwork()).isFalse();
    assertThat(options.at("hostConfig", "NetworkMode").asText()).contains("host");
  }

  @Test
  void text_is_refused_in_toml() {
    ConfigTree tree = Trees.json("{'createOptions': '{}'}");
    CreateOptions options =
        CreateOptions.ofTable(tree, tree.root().asObject().orElseThrow().member("createOptions"));

    assertThat(options.reading()).isEqualTo(Reading.REFUSED);
  }

  @Test
  void an_entry_of_env_leads_back_through_two_layers_of_escapes() {
    ConfigTree file = text("{\"Env\":[\"A=b\\\\c\"]}");
    EnvVariable variable = of(file).env().get(0);

    assertThat(variable.name()).isEqualTo("A");
    assertThat(variable.value()).contains("b\\c");
    assertThat(Trees.at(file, variable.nameRange())).isEqualTo("A");
    assertThat(Trees.at(file, variable.valueRange())).isEqualTo("b\\\\\\\\c");
    assertThat(Trees.at(file, variable.range())).isEqualTo("\\\"A=b\\\\\\\\c\\\"");
  }

  @Test
  void an_edit_of_an_entry_of_env_is_escaped_twice() {
    ConfigTree file = text("{\"Env\":[\"A=b\"]}");
    ValueText value = of(file).env().get(0).text().orElseThrow();
    List<TextEdit> edits =
        value.encode(List.of(new TextEdit(new TextRange(0, 1), "say \"x\""))).orElseThrow();

    ConfigTree after = Trees.json(Trees.edited(file, edits));

    assertThat(of(after).env().get(0).value()).contains("say \"x\"");
  }

  @Test
  void an_entry_of_env_in_the_second_piece_leads_to_that_piece() {
    ConfigTree file =
        Trees.json(
            "{\"createOptions\": \"{\\\"Env\\\":[\", \"createOptions01\": \"\\\"A=b\\\"]}\"}");
    EnvVariable variable = of(file).env().get(0);

    assertThat(Trees.at(file, variable.valueRange())).isEqualTo("b");
    assertThat(variable.valueRange().start()).isGreaterThan(file.text().indexOf("createOptions01"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A=b=c | A | b=c
          A=    | A | ''
          A     | A | ''
          =b    | '' | b
          """)
  void an_entry_of_env_is_cut_at_its_first_equals_sign(String entry, String name, String value) {
    EnvVariable variable = of("{'createOptions': {'Env': ['" + entry + "']}}").env().get(0);

    assertThat(variable.name()).isEqualTo(name);
    assertThat(variable.value()).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'A': 'b'}", "'A=b'", "null", "[1, null, {}]"})
  void an_env_of_another_shape_sets_nothing(String env) {
    assertThat(of("{'createOptions': {'Env': " + env + "}}").env()).isEmpty();
  }

  @Test
  void nothing_is_asked_for_by_an_empty_object() {
    assertThat(of(text("{}")).isEmpty()).isTrue();
    assertThat(of("{}").isEmpty()).isTrue();
    assertThat(of(text("{\"Env\":[]}")).isEmpty()).isFalse();
  }

  @Test
  void edits_of_an_object_are_edits_of_the_file() {
    CreateOptions options = of("{'createOptions': {'Env': []}}");
    List<TextEdit> edits = List.of(TextEdit.insert(3, "x"));

    assertThat(options.encode(edits)).contains(edits);
  }
}
