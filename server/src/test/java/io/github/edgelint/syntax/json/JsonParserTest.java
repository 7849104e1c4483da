package io.github.edgelint.syntax.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.testing.TreeLaws;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {

  private static ConfigTree parse(String text) {
    return JsonParser.parse(SourceText.of(text));
  }

  private static ConfigTree template(String text) {
    return JsonParser.parse(SourceText.of(text), true);
  }

  /** The text after the first repair of the only problem. */
  private static String repaired(String text) {
    List<SyntaxProblem> problems = parse(text).problems();
    assertThat(problems).hasSize(1);
    Repair repair = problems.get(0).repairs().get(0);
    return TextEdit.apply(text, repair.edits());
  }

  @Test
  void members_keep_their_order_and_their_exact_ranges() {
    ConfigTree tree = parse("{ \"b\": 1, \"a\": \"x\" }");

    assertThat(tree.problems()).isEmpty();
    assertThat(tree.root().members()).extracting(m -> m.name()).containsExactly("b", "a");
    assertThat(tree.root().get("a").range()).isEqualTo(new TextRange(15, 18));
    assertThat(tree.root().members().get(1).key().range()).isEqualTo(new TextRange(10, 13));
  }

  @Test
  void an_escape_leads_back_to_its_place_in_the_file() {
    ConfigTree tree = parse("{\"a\":\"x\\u0041\\\"y\"}");
    ScalarNode value = (ScalarNode) tree.root().get("a");

    assertThat(value.text()).isEqualTo("xA\"y");
    assertThat(value.rangeOf(new TextRange(1, 2))).isEqualTo(new TextRange(7, 13));
    assertThat(value.rangeOf(new TextRange(3, 4))).isEqualTo(new TextRange(15, 16));
  }

  @Test
  void columns_count_utf_16_units() {
    assertThat(parse("{\"😀\":1}").root().get("😀").range()).isEqualTo(new TextRange(6, 7));
  }

  @Test
  void the_last_of_several_members_of_one_name_counts() {
    ConfigTree tree = parse("{\"a\":1,\"b\":2,\"a\":3}");

    assertThat(tree.root().get("a").asScalar().orElseThrow().text()).isEqualTo("3");
    assertThat(tree.problems())
        .extracting(SyntaxProblem::kind)
        .containsExactly(Kind.JSON_DUPLICATE_KEY);
    assertThat(repaired("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo("{\"b\":2,\"a\":3}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1 "b":2}           | {"a":1, "b":2}
          {"a" 1}                 | {"a": 1}
          {"a":1,}                | {"a":1}
          [1,2,]                  | [1,2]
          [1,,2]                  | [1,2]
          {'a':1}                 | {"a":1}
          {"a":'it\\'s "x"'}      | {"a":"it's \\"x\\""}
          {a:1}                   | {"a":1}
          {"a":True}              | {"a":true}
          {"a":running}           | {"a":"running"}
          {"a":1} // why          | {"a":1}
          {“a”:1}                 | {"a":1}
          {"a":1                  | {"a":1}
          {"a":[{"b":1            | {"a":[{"b":1}]}
          {“a":1}                 | {"a":1}
          {"a":‘x’}               | {"a":"x"}
          {"a"=1}                 | {"a":1}
          {"a":1; "b":2}          | {"a":1, "b":2}
          {"a"::1}                | {"a":1}
          {"a":.5}                | {"a":0.5}
          {"a":http://h:1/}       | {"a":"http://h:1/"}
          {"a":always on}         | {"a":"always on"}
          {"a":None}              | {"a":null}
          {"a":\u00A01}          | {"a": 1}
          {"a":1} # why           | {"a":1}
          {"a":1 /* why */, "b":2}| {"a":1 , "b":2}
          {"a":"C:\\dir"}       | {"a":"C:\\\\dir"}
          {"a: "b", "c":1}      | {"a": "b", "c":1}
          {a": "b", "c":1}      | {"a": "b", "c":1}
          {"a"": "b", "c":1}    | {"a": "b", "c":1}
          {"a": 1, "b: [2]}     | {"a": 1, "b": [2]}
          {"a"": [2]}           | {"a": [2]}
          {"a":"{"b":["c","d"]}", "e":1} | {"a":"{\\"b\\":[\\"c\\",\\"d\\"]}", "e":1}
          """)
  void a_common_slip_is_found_once_and_mended(String slip, String mended) {
    assertThat(repaired(slip).strip()).isEqualTo(mended);
  }

  @Test
  void a_missing_comma_is_shown_right_behind_the_last_good_token() {
    SyntaxProblem problem = parse("{\n  \"a\": 1\n  \"b\": 2\n}").problems().get(0);

    assertThat(problem.detail()).isEqualTo("a comma");
    assertThat(problem.range()).isEqualTo(TextRange.at(10));
  }

  @Test
  void a_quote_that_is_not_closed_costs_one_line() {
    ConfigTree tree = parse("{\n  \"a\": \"x,\n  \"b\": 2\n}");

    assertThat(tree.root().get("b").asScalar().orElseThrow().text()).isEqualTo("2");
    assertThat(tree.problems())
        .extracting(SyntaxProblem::detail)
        .containsExactly("a closing quote");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"b\"\": {", "b\": {", "\"b: {"})
  void a_quote_too_many_or_too_few_at_a_key_costs_nothing_else(String slip) {
    ConfigTree tree = parse("{\n  \"a\": 1,\n  " + slip + "\n    \"c\": 2\n  }\n}");

    assertThat(tree.root().at("b", "c").isPresent()).isTrue();
    assertThat(tree.problems()).hasSize(1);
  }

  @Test
  void a_text_with_a_colon_that_is_not_closed_is_no_key() {
    assertThat(parse("[\"53:53\",\n\"8080:80\n]").root().items()).hasSize(2);
  }

  @Test
  void a_quote_is_closed_before_the_comma_that_was_meant_to_follow() {
    assertThat(repaired("{\n  \"a\": \"x,\n  \"b\": 2\n}"))
        .isEqualTo("{\n  \"a\": \"x\",\n  \"b\": 2\n}");
  }

  @Test
  void brackets_missing_at_the_end_are_closed_each_on_a_line_of_its_own() {
    assertThat(repaired("{\n  \"a\": [\n    1\n")).isEqualTo("{\n  \"a\": [\n    1\n  ]\n}\n");
  }

  @Test
  void a_comment_alone_on_its_line_goes_with_the_line() {
    assertThat(repaired("{\n  // why\n  \"a\": 1\n}")).isEqualTo("{\n  \"a\": 1\n}");
  }

  @Test
  void a_comment_at_the_end_of_a_line_goes_with_the_blanks_before_it() {
    assertThat(repaired("{\n  \"a\": 1 // why\n}")).isEqualTo("{\n  \"a\": 1\n}");
  }

  @Test
  void a_comment_between_two_definitions_outlives_the_earlier_one() {
    String text = "{\"a\":1, // why\n\"a\":1}";
    SyntaxProblem twice = parse(text).problems().get(1);

    assertThat(TextEdit.apply(text, twice.repairs().get(0).edits())).isEqualTo("{// why\n\"a\":1}");
  }

  @Test
  void removing_an_earlier_definition_of_another_value_loses_something() {
    assertThat(parse("{\"a\":1,\"a\":1}").problems().get(0).repairs().get(0).safe()).isTrue();
    assertThat(parse("{\"a\":1,\"a\":2}").problems().get(0).repairs().get(0).safe()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": \"b\": 1}",
        "{\"a\": 1, 5 6}",
        "{\"a\": 1, <create options>, \"b\": 2}",
        "}",
        "[\"a\": 1]",
        "{\"a\": [1, {\"b\": 2]}",
        "{\"a\": {\"b\": [[1"
      })
  void one_mistake_is_one_problem(String text) {
    assertThat(parse(text).problems()).hasSize(1);
  }

  @Test
  void a_half_typed_member_has_no_value_and_the_next_one_is_whole() {
    ConfigTree tree = parse("{\n  \"status\": \n  \"type\": \"docker\"\n}");

    assertThat(tree.root().get("type").asText()).contains("docker");
    assertThat(tree.root().members().get(0).value()).isInstanceOf(MissingNode.class);
  }

  @Test
  void a_template_may_hold_placeholders_without_quotes() {
    ConfigTree tree =
        template(
            "{\"a\": $TTL, \"b\": ${X}, \"c\": {{ y }}, \"d\": #{z}#, \"e\": $A.${B}0, \"f\": __C__}");

    assertThat(tree.problems()).isEmpty();
    assertThat(tree.root().members())
        .allMatch(m -> m.value().asScalar().orElseThrow().type() == ScalarNode.Type.PLACEHOLDER);
    assertThat(parse("{\"a\": $TTL}").hasSyntaxErrors()).isTrue();
  }

  @Test
  void a_template_may_hold_a_placeholder_in_place_of_members() {
    ConfigTree tree = template("{\"a\": 1, $MODULES, {{ rest }}, ${NAME}: 2}");

    assertThat(tree.problems()).isEmpty();
    assertThat(tree.root().get("${NAME}").isPresent()).isTrue();
  }

  @Test
  void the_lines_of_a_merge_conflict_are_passed_over() {
    ConfigTree tree =
        parse("{\n<<<<<<< mine\n\"a\": 1,\n=======\n\"a\": 2,\n>>>>>>> theirs\n\"b\": 3\n}");

    assertThat(tree.root().get("b").asScalar().orElseThrow().text()).isEqualTo("3");
    assertThat(tree.problems())
        .filteredOn(p -> p.kind() == Kind.SYNTAX)
        .extracting(SyntaxProblem::detail)
        .containsOnly("JSON instead of a merge conflict marker");
  }

  @Test
  void nesting_beyond_the_limit_is_one_problem_and_what_follows_is_read() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    ConfigTree tree = parse("{\"deep\":" + deep + ",\"after\":1}");

    assertThat(tree.problems()).extracting(SyntaxProblem::kind).containsExactly(Kind.TOO_DEEP);
    assertThat(tree.root().get("after").isPresent()).isTrue();
  }

  @Test
  void brackets_that_are_never_closed_are_survived() {
    TreeLaws.check(parse("[".repeat(100_000)));
    TreeLaws.check(parse("{\"a\":".repeat(100_000)));
    TreeLaws.check(parse("}]".repeat(100_000)));
  }

  @Test
  @Timeout(60)
  void long_runs_of_anything_cost_no_more_than_their_length() {
    // Work that grows with the square of these lengths would not come back.
    for (String piece :
        List.of(
            "${",
            "{{",
            "#{",
            "$a",
            "\\",
            "\"a\\",
            "/*",
            "// x\n",
            "# x\n",
            " ",
            "\u00A0",
            "a:",
            "1",
            "a\":",
            "\"a: ",
            "{\"a: \n")) {
      parse(piece.repeat(300_000));
      template("{\"a\": " + piece.repeat(300_000));
    }
  }

  @Property
  void whatever_is_typed_every_code_unit_is_in_one_token(@ForAll("soup") String text) {
    TreeLaws.check(parse(text));
    TreeLaws.check(template(text));
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "'",
            "\"a\"",
            "1",
            "true",
            "//",
            "/*",
            "*/",
            "\n",
            "\r\n",
            " ",
            "\\",
            "$X",
            "${",
            "{{",
            "}}",
            "#{",
            "}#",
            "😀",
            "\uFEFF",
            "<<<<<<< ",
            "=======",
            "\u0000")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }
}
