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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(tree.problems()).hasSize(2);
  }

  @Test
  void a_half_typed_member_has_no_value_and_the_next_one_is_whole() {
    ConfigTree tree = parse("{\n  \"status\": \n  \"type\": \"docker\"\n}");

    assertThat(tree.root().get("type").asText()).contains("docker");
    assertThat(tree.root().members().get(0).value()).isInstanceOf(MissingNode.class);
  }

  @Test
  void a_template_may_hold_placeholders_without_quotes() {
    ConfigTree tree = template("{\"a\": $TTL, \"b\": ${X}, \"c\": {{ y }}, \"d\": #{z}#}");

    assertThat(tree.problems()).isEmpty();
    assertThat(tree.root().members())
        .allMatch(m -> m.value().asScalar().orElseThrow().type() == ScalarNode.Type.PLACEHOLDER);
    assertThat(parse("{\"a\": $TTL}").hasSyntaxErrors()).isTrue();
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
