package io.github.edgelint.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.embedded.EmbeddedJson.Reading;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.syntax.json.JsonVerdict;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedJsonTest {

  private static ConfigTree file(String text) {
    return JsonParser.parse(SourceText.of("{\"o\": " + JsonText.quote(text) + "}"));
  }

  private static EmbeddedJson embedded(String text, boolean template) {
    ConfigTree file = file(text);
    return EmbeddedJson.parse(
        EmbeddedText.of(file, file.root().get("o").asScalar().orElseThrow()), template);
  }

  private static EmbeddedJson embedded(String text) {
    return embedded(text, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "null", "NULL", "undefined"})
  void some_texts_are_as_good_as_none(String text) {
    assertThat(embedded(text).reading()).isEqualTo(Reading.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", " {\"a\": [1, -2.5e3, true, null, \"x\\u0041\"]}\n", "{\"a\":1,\"a\":2}"})
  void one_object_is_strict(String text) {
    assertThat(embedded(text).reading()).isEqualTo(Reading.STRICT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {'a':1}            | SINGLE_QUOTES     | {"a":1}
          {"a":'it\\'s "x"'} | SINGLE_QUOTES     | {"a":"it's \\"x\\""}
          {a_1$:1}           | UNQUOTED_NAME     | {"a_1$":1}
          {"a":1} // why     | COMMENT           | {"a":1}
          {/* why */"a":1}   | COMMENT           | {"a":1}
          {"a":1,}           | TRAILING_COMMA    | {"a":1}
          {"a":[1,]}         | TRAILING_COMMA    | {"a":[1]}
          {"a":0x1F}         | NUMBER            | {"a":31}
          {"a":010}          | NUMBER            | {"a":8}
          {"a":.5}           | NUMBER            | {"a":0.5}
          {"a":5.}           | NUMBER            | {"a":5}
          {"a":"it\\'s"}     | ESCAPE            | {"a":"it's"}
          """)
  void the_agent_takes_more_than_json(String text, Leniency.Form form, String strict) {
    EmbeddedJson json = embedded(text);

    assertThat(json.reading()).isEqualTo(Reading.LENIENT);
    assertThat(json.leniencies()).extracting(Leniency::form).containsExactly(form);
    assertThat(TextEdit.apply(text, json.strictEdits().orElseThrow()).strip()).isEqualTo(strict);
  }

  @Test
  void a_raw_line_break_in_a_text_is_lenient() {
    EmbeddedJson json = embedded("{\"a\":\"x\ny\"}");

    assertThat(json.leniencies())
        .extracting(Leniency::form)
        .containsExactly(Leniency.Form.CONTROL_CHARACTER);
    assertThat(TextEdit.apply("{\"a\":\"x\ny\"}", json.strictEdits().orElseThrow()))
        .isEqualTo("{\"a\":\"x\\ny\"}");
  }

  @Test
  void what_json_cannot_say_has_no_strict_form() {
    EmbeddedJson json = embedded("{\"a\":NaN}");

    assertThat(json.reading()).isEqualTo(Reading.LENIENT);
    assertThat(json.strictEdits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          {"a":1 "b":2}   | a comma is missing               | 6
          {"a" 1}         | a colon is missing               | 4
          {"a":1          | `}` is missing at the end        | 6
          {"a":[1}        | `]` is expected instead of `}`   | 7
          {"a":1} x       | text follows the object          | 8
          {"a":1}{}       | text follows the object          | 7
          {"a":running}   | a text stands without quotes     | 5
          {"a":"x\\dy"}   | a backslash is written `\\\\`    | 7
          {"a":"x}        | a quote is not closed            | 5
          {"a":1,,}       | a name is expected instead of `,`| 7
          {“a”:1}         | a name is expected instead of `“`| 1
          []              | it is a list                     | 0
          [1]             | it is a list                     | 0
          1               | it is a number                   | 0
          "x"             | it is a text                     | 0
          true            | it is `true`                     | 0
          {"a":1 /*       | a comment is not closed          | 7
          """)
  void the_agent_refuses_the_rest(String text, String reason, int at) {
    EmbeddedJson json = embedded(text);

    assertThat(json.reading()).isEqualTo(Reading.REFUSED);
    assertThat(json.refusal().orElseThrow().reason()).isEqualTo(reason);
    assertThat(json.refusal().orElseThrow().range().start()).isEqualTo(at);
  }

  @Test
  void a_byte_order_mark_is_refused() {
    assertThat(embedded("\uFEFF{}").refusal().orElseThrow().reason())
        .isEqualTo("a byte-order mark stands before it");
  }

  @Test
  void an_object_that_is_encoded_twice_can_be_decoded_once() {
    EmbeddedJson json = embedded(JsonText.quote("{\"a\": 1}"));

    assertThat(json.reading()).isEqualTo(Reading.REFUSED);
    assertThat(json.isEncodedTwice()).isTrue();
    assertThat(json.decodedOnce()).isEqualTo("{\"a\": 1}");
  }

  @Test
  void a_placeholder_stands_for_a_value_in_a_template() {
    assertThat(embedded("{\"a\": $MEMORY, \"b\": [${X}]}", true).reading())
        .isEqualTo(Reading.STRICT);
    assertThat(embedded("{\"a\": $MEMORY}", false).reading()).isEqualTo(Reading.REFUSED);
  }

  @Test
  void a_value_of_the_tree_is_found_in_the_file() {
    String text = "{\"a\": {\"b\": \"x\"}}";
    EmbeddedJson json = embedded(text);
    ConfigNode value = json.root().at("a", "b");

    assertThat(json.source().toFile(value.range()).of(file(text).text())).isEqualTo("\\\"x\\\"");
  }

  @Test
  @Timeout(60)
  void depth_and_length_do_not_matter() {
    assertThat(embedded("{\"a\":" + "[".repeat(100_000)).reading()).isEqualTo(Reading.REFUSED);
    assertThat(embedded("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").reading())
        .isEqualTo(Reading.STRICT);
    assertThat(embedded("{" + "/**/".repeat(100_000) + "}").reading()).isEqualTo(Reading.LENIENT);
  }

  @Test
  void what_the_corpus_stores_is_understood() throws IOException {
    int strict = 0;
    try (Stream<Path> files = Files.walk(Shared.assumePresent("corpus/manifests"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        ConfigTree tree = JsonParser.parse(SourceText.decode(Files.readAllBytes(file)), true);
        for (EmbeddedJson json : createOptions(tree, tree.root())) {
          strict += json.reading() == Reading.STRICT ? 1 : 0;
        }
      }
    }
    assertThat(strict).isGreaterThan(500);
  }

  private static List<EmbeddedJson> createOptions(ConfigTree tree, ConfigNode node) {
    Stream<EmbeddedJson> here =
        node.get("createOptions").asText().isPresent()
            ? Stream.of(
                EmbeddedJson.parse(
                    EmbeddedText.of(tree, node.get("createOptions").asScalar().orElseThrow()),
                    true))
            : Stream.empty();
    return Stream.concat(
            here,
            Stream.concat(
                    node.members().stream().map(member -> member.value()), node.items().stream())
                .flatMap(child -> createOptions(tree, child).stream()))
        .toList();
  }

  @Property(tries = 2000)
  void without_leniencies_a_text_is_json_and_the_other_way_round(@ForAll("soup") String text) {
    JsonNetReader reader = JsonNetReader.read(text);
    boolean sound = reader.failure().isEmpty() && reader.leniencies().isEmpty();

    assertThat(sound).isEqualTo(!JsonVerdict.isRefused(text));
  }

  @Property(tries = 2000)
  void the_strict_form_is_json(@ForAll("soup") String text) {
    JsonNetReader reader = JsonNetReader.read(text);
    boolean possible =
        reader.failure().isEmpty()
            && reader.leniencies().stream().allMatch(l -> l.strict().isPresent());
    if (possible) {
      List<TextEdit> edits =
          reader.leniencies().stream().map(l -> l.strict().orElseThrow()).toList();
      assertThat(JsonVerdict.isRefused(TextEdit.apply(text, edits))).isFalse();
    }
  }

  @Property
  void whatever_is_embedded_leads_back_into_its_string(@ForAll("soup") String text) {
    EmbeddedJson json = embedded(text);
    TextRange string = file(text).root().get("o").range();

    json.refusal()
        .ifPresent(
            refusal -> assertThat(string.contains(json.source().toFile(refusal.range()))).isTrue());
    json.tree().problems().stream()
        .filter(problem -> problem.kind() != Kind.TOO_DEEP)
        .forEach(
            problem -> assertThat(string.contains(json.source().toFile(problem.range()))).isTrue());
  }

  @Provide
  Arbitrary<String> soup() {
    Arbitrary<String> value =
        Arbitraries.of(
            "1",
            "\"x\"",
            "'x'",
            "{}",
            "[]",
            "[1,]",
            "{'a':1,}",
            "{a:[2]}",
            "-0x1",
            "007",
            "1.e5",
            "null",
            "\"\\u00e9\"",
            "'\"\\''",
            "\"a\tb\"",
            "NaN",
            ".5",
            "-.5",
            "1.",
            "-",
            "tru");
    Arbitrary<String> glue =
        Arbitraries.of(
            "{", "}", "[", "]", ",", ":", "\"a\":", "b:", "'c' :", " ", "\n", "/*c*/", "// c\n",
            "\u00A0", "#");
    return Arbitraries.frequencyOf(Tuple.of(1, value), Tuple.of(1, glue))
        .list()
        .ofMaxSize(8)
        .map(pieces -> String.join("", pieces))
        .flatMap(text -> Arbitraries.of(text, "{\"k\":" + text + "}", "[" + text + "]"));
  }
}
