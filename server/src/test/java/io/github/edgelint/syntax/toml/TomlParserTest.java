package io.github.edgelint.syntax.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ObjectNode.Form;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.Section;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.testing.TreeLaws;
import io.github.edgelint.text.SourceText;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of files that are TOML; what is said of others: TomlProblemsTest. */
class TomlParserTest {

  private static ConfigTree parse(String text) {
    ConfigTree tree = TomlParser.parse(SourceText.of(text));
    TreeLaws.check(tree);
    return tree;
  }

  private static ConfigTree sound(String text) {
    ConfigTree tree = parse(text);
    assertThat(tree.problems()).isEmpty();
    return tree;
  }

  private static String shown(ConfigTree tree, TextRange range) {
    return range.of(tree.text());
  }

  private static ObjectNode object(ConfigNode node) {
    return node.asObject().orElseThrow();
  }

  @Test
  void keys_and_values_keep_their_exact_ranges() {
    ConfigTree tree = sound("hostname = \"edge\" # name\n");
    ScalarNode value = tree.root().get("hostname").asScalar().orElseThrow();

    assertThat(value.text()).isEqualTo("edge");
    assertThat(shown(tree, value.range())).isEqualTo("\"edge\"");
    assertThat(shown(tree, tree.root().members().get(0).range())).isEqualTo("hostname = \"edge\"");
    assertThat(tree.comments().get(0).text()).isEqualTo(" name");
    assertThat(tree.comments().get(0).ownLine()).isFalse();
  }

  @Test
  void a_table_runs_from_its_header_to_its_last_own_entry() {
    ConfigTree tree = sound("[agent]\nname = \"a\"\n\n# env\n[agent.env]\nx = \"1\"\n");
    ObjectNode agent = object(tree.root().get("agent"));

    assertThat(agent.form()).isEqualTo(Form.TABLE);
    assertThat(shown(tree, agent.header())).isEqualTo("[agent]");
    assertThat(shown(tree, agent.range())).isEqualTo("[agent]\nname = \"a\"");
    assertThat(tree.root().at("agent", "env", "x").asText()).contains("1");
  }

  @Test
  void a_section_runs_to_the_next_header_and_the_first_has_none() {
    ConfigTree tree = sound("a = 1\n\n[b]\nc = 1\n# d\n[e]\n");

    assertThat(tree.sections())
        .extracting(section -> shown(tree, section.range()))
        .containsExactly("a = 1\n\n", "[b]\nc = 1\n# d\n", "[e]\n");
    assertThat(tree.sections().get(0).table()).isSameAs(tree.root());
    assertThat(tree.sections().get(1).table()).isSameAs(tree.root().get("b"));
  }

  @Test
  void a_table_that_only_longer_headers_name_is_implicit() {
    ConfigTree tree = sound("[agent.config.auth]\nusername = \"u\"\n");
    ObjectNode config = object(tree.root().at("agent", "config"));

    assertThat(config.form()).isEqualTo(Form.IMPLICIT);
    assertThat(shown(tree, config.range())).isEqualTo("config");
    assertThat(config.header().isEmpty()).isTrue();
  }

  @Test
  void a_header_below_its_sub_table_takes_the_table_over() {
    ConfigTree tree = sound("[agent.env]\nx = 1\n[agent]\nname = \"a\"\n");
    ObjectNode agent = object(tree.root().get("agent"));

    assertThat(agent.form()).isEqualTo(Form.TABLE);
    assertThat(agent.members()).extracting(m -> m.name()).containsExactly("env", "name");
    assertThat(tree.root().members()).hasSize(1);
    assertThat(tree.root().members().get(0).key().range().start()).isEqualTo(19);
  }

  @Test
  void dotted_keys_make_implicit_tables() {
    ConfigTree tree = sound("agent.env.https_proxy = \"p\"\nagent . name = \"a\"\n");

    assertThat(tree.root().at("agent", "env", "https_proxy").asText()).contains("p");
    assertThat(tree.root().at("agent", "name").asText()).contains("a");
    assertThat(object(tree.root().get("agent")).form()).isEqualTo(Form.IMPLICIT);
  }

  @Test
  void each_header_in_double_brackets_adds_an_element() {
    ConfigTree tree = sound("[[p]]\nname = \"a\"\n[p.sub]\nx = 1\n[[p]]\nname = \"b\"\n");
    ArrayNode array = (ArrayNode) tree.root().get("p");

    assertThat(array.ofTables()).isTrue();
    assertThat(shown(tree, array.range())).isEqualTo("[[p]]");
    assertThat(array.items())
        .allMatch(item -> object(item).form() == Form.ELEMENT)
        .extracting(item -> item.get("name").asText().orElse(""))
        .containsExactly("a", "b");
    assertThat(array.get(0).at("sub", "x").isPresent()).isTrue();
  }

  @Test
  void inline_tables_and_arrays_are_values() {
    ConfigTree tree = sound("createOptions = { HostConfig = { Binds = [\"/a:/a\"], a.b = 1 } }\n");
    ObjectNode options = object(tree.root().get("createOptions"));

    assertThat(options.form()).isEqualTo(Form.BRACES);
    assertThat(options.header().length()).isEqualTo(1);
    assertThat(tree.root().at("createOptions", "HostConfig", "Binds").get(0).asText())
        .contains("/a:/a");
    assertThat(tree.root().at("createOptions", "HostConfig", "a", "b").isPresent()).isTrue();
  }

  @Test
  void an_escape_leads_back_to_its_place_in_the_file() {
    ConfigTree tree = sound("a = \"x\\u0041\\\"\\U0001F600y\"\n");
    ScalarNode value = tree.root().get("a").asScalar().orElseThrow();

    assertThat(value.text()).isEqualTo("xA\"\uD83D\uDE00y");
    assertThat(shown(tree, value.rangeOf(new TextRange(1, 2)))).isEqualTo("\\u0041");
    assertThat(shown(tree, value.rangeOf(new TextRange(3, 5)))).isEqualTo("\\U0001F600");
    assertThat(shown(tree, value.rangeOf(new TextRange(5, 6)))).isEqualTo("y");
  }

  @Test
  void texts_in_three_quotes_span_lines() {
    ConfigTree tree = sound("a = \"\"\"\nx\\\n   y \"\"z\"\"\"\"\nb = '''\n\\n'''\n");

    assertThat(tree.root().get("a").asText()).contains("xy \"\"z\"");
    assertThat(tree.root().get("a").asScalar().orElseThrow().quote())
        .isEqualTo(Quote.TRIPLE_DOUBLE);
    assertThat(tree.root().get("b").asText()).contains("\\n");
  }

  @Test
  void columns_count_utf_16_units() {
    assertThat(parse("\"\uD83D\uDE00\" = 1").root().get("\uD83D\uDE00").range())
        .isEqualTo(new TextRange(7, 8));
  }

  @Test
  void a_byte_order_mark_is_tolerated() {
    ConfigTree tree = sound("\uFEFF# c\na = 1\n");

    assertThat(tree.root().get("a").isPresent()).isTrue();
    assertThat(tree.comments().get(0).ownLine()).isTrue();
  }

  @Test
  void both_kinds_of_line_end_are_read() {
    ConfigTree tree = sound("[a]\r\nb = [\r\n  1,\r\n]\r\nc = 2\n");

    assertThat(tree.root().at("a", "b").get(0).isPresent()).isTrue();
    assertThat(tree.root().at("a", "c").isPresent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a =", "a", "[t]\na = # c\n", "a = { b = }", "a ="})
  void a_value_that_is_not_typed_yet_is_missing(String text) {
    ConfigTree tree = parse(text);
    ConfigNode value = tree.root();
    while (!value.members().isEmpty()) {
      value = value.members().get(0).value();
    }

    assertThat(value).isInstanceOf(MissingNode.class);
    assertThat(tree.problems()).hasSize(1);
  }

  @Test
  void the_parts_of_a_header_that_are_typed_are_known() {
    ConfigTree tree = parse("[agent.]\nx = 1\n");

    assertThat(tree.root().at("agent", "", "x").isPresent()).isTrue();
  }

  @Test
  void the_first_of_two_definitions_counts_and_the_second_is_there_too() {
    ConfigTree tree = parse("[p]\na = 1\n[p]\na = 2\n[p.sub]\n");

    assertThat(tree.root().at("p", "a").asScalar().orElseThrow().text()).isEqualTo("1");
    assertThat(tree.root().members()).extracting(Member::name).containsExactly("p", "p");
    assertThat(tree.root().members().get(1).value().get("sub").isPresent()).isTrue();
  }

  @Test
  void a_template_may_hold_placeholders_where_values_belong() {
    ConfigTree tree =
        TomlParser.parse(
            SourceText.of(
                "a = {{ hostname }}\nb = @uri@\nc = ${NAME}\nd = [ {{x}}, {{y}} ]\n"
                    + "e = {{host}}:{{port}} # c\nf = { g = ${X} }\n"),
            true);

    TreeLaws.check(tree);
    assertThat(tree.problems()).isEmpty();
    assertThat(tree.root().get("e").asScalar().orElseThrow().text()).isEqualTo("{{host}}:{{port}}");
    for (ConfigNode value :
        List.of(
            tree.root().get("a"),
            tree.root().get("b"),
            tree.root().get("c"),
            tree.root().get("d").get(1),
            tree.root().get("e"),
            tree.root().at("f", "g"))) {
      assertThat(value.asScalar().orElseThrow().type()).isEqualTo(ScalarNode.Type.PLACEHOLDER);
    }
  }

  @Test
  void a_template_may_choose_between_lines() {
    ConfigTree tree =
        TomlParser.parse(
            SourceText.of(
                "{% if a %}\nb = 1\n{%- else -%}\nb = 2\n{% endif %} # c\n%{ if d }\n{{ e }}\n"
                    + "f = {% if g %}\"x\"{% else %}\"y\"{% endif %}\n"
                    + "{% if h %}i = \"{{ j | default(\"k\") }}\"{% endif %}\n[l] {# m #}\n"),
            true);

    TreeLaws.check(tree);
    assertThat(tree.problems()).isEmpty();
    assertThat(tree.root().members())
        .extracting(member -> member.name())
        .containsExactly("b", "b", "f", "i", "l");
    assertThat(tree.root().get("i").asText()).contains("{{ j | default(\"k\") }}");
  }

  @Test
  void a_template_may_make_up_keys() {
    ConfigTree tree =
        TomlParser.parse(
            SourceText.of(
                "[a]\n{% for k, v in env %}\n{{ k }} = \"{{ v }}\"\n{% endfor %}\n"
                    + "  ${k}=${v} # c\npre_@K@ = 1\nb.{{ k }} = [\"x\"]\nc = \"{{ d }}\"\n"),
            true);

    TreeLaws.check(tree);
    assertThat(tree.problems()).isEmpty();
    assertThat(TomlVerdict.isRefused(tree, TomlVersion.V1_1)).isFalse();
    assertThat(tree.root().get("a").members())
        .extracting(member -> member.name())
        .containsExactly("c");
  }

  @Test
  void the_types_of_values_are_told_apart() {
    ConfigTree tree =
        sound("a = 1_000\nb = -0.5e3\nc = true\nd = 1979-05-27 07:32:00Z\ne = 07:32:00\nf = +inf");

    assertThat(tree.root().members())
        .extracting(member -> member.value().asScalar().orElseThrow().type())
        .containsExactly(
            ScalarNode.Type.INTEGER,
            ScalarNode.Type.FLOAT,
            ScalarNode.Type.BOOLEAN,
            ScalarNode.Type.DATE_TIME,
            ScalarNode.Type.DATE_TIME,
            ScalarNode.Type.FLOAT);
  }

  @Test
  void nesting_beyond_the_limit_is_one_problem_and_what_follows_is_read() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    ConfigTree tree = parse("deep = " + deep + "\nafter = 1\n");

    assertThat(tree.problems())
        .extracting(SyntaxProblem::kind)
        .containsExactly(SyntaxProblem.Kind.TOO_DEEP);
    assertThat(tree.root().get("after").isPresent()).isTrue();
  }

  @Test
  void a_path_beyond_the_limit_is_left_out() {
    String path = "a" + ".a".repeat(100_000);
    ConfigTree tree = parse(path + " = 1\n[" + path + "]\nx = 1\n[[" + path + "]]\n");

    assertThat(tree.problems())
        .extracting(SyntaxProblem::kind)
        .containsOnly(SyntaxProblem.Kind.TOO_DEEP)
        .hasSize(3);
    assertThat(tree.root().members()).isEmpty();
  }

  @Test
  void brackets_that_are_never_closed_are_survived() {
    for (String piece : List.of("[", "{a=", "{", "[[", "a=[", "}]", "[{a=")) {
      parse(piece.repeat(100_000));
      parse("a = " + piece.repeat(100_000));
    }
  }

  @Test
  @Timeout(60)
  void long_runs_of_anything_cost_no_more_than_their_length() {
    // Work that grows with the square of these lengths would not come back.
    for (String piece :
        List.of(
            "${",
            "{{",
            "@",
            "@a ",
            "{{ a ",
            "\\",
            "\"\"\"",
            "a = \"\"\"\n",
            "a = '''x\n",
            "# x\n",
            " ",
            "\t",
            "\u00A0",
            "\r",
            "\n",
            "a:",
            "a.",
            "1",
            "1, ",
            "[a.b]\n",
            "[[a]]\n",
            "[a]\n",
            "a = 1\n",
            "x y z\n",
            "a = [\n",
            "a = {\n",
            "a = { b\n",
            "<<<<<<< \n",
            ">>>>>>> \n",
            "// a\n",
            "/* a\n",
            "'a' ",
            "\"a\" = ",
            "\uD83D\uDE00")) {
      String text = piece.repeat(40_000 / piece.length());
      TomlParser.parse(SourceText.of(text));
      TomlParser.parse(SourceText.of("a = " + text), true);
      TomlParser.parse(SourceText.of("a = [" + text), true);
      TomlParser.parse(SourceText.of("a = { b = " + text));
    }
  }

  @Property
  void whatever_is_typed_every_code_unit_is_in_one_token(@ForAll("soup") String text) {
    parse(text);
    TreeLaws.check(TomlParser.parse(SourceText.of(text), true));
  }

  @Property
  void sections_follow_one_another_without_a_gap(@ForAll("soup") String text) {
    int end = 0;
    for (Section section : parse(text).sections()) {
      assertThat(section.range().start()).isEqualTo(end);
      end = section.range().end();
    }
    assertThat(end).isEqualTo(text.length());
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            "[[",
            "]]",
            ",",
            ".",
            "=",
            ":",
            "\"",
            "'",
            "\"\"\"",
            "'''",
            "\"a\"",
            "a",
            "b",
            "a = 1\n",
            "[a]\n",
            "[b.c]\n",
            "[[d]]\n",
            "1",
            "true",
            "0x1F",
            "08:00",
            "1979-05-27",
            "#",
            "//",
            "/*",
            "*/",
            ";",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "\\",
            "\\u00",
            "\\x41",
            "${",
            "{{",
            "}}",
            "@",
            "\u201C",
            "\u201D",
            "\u00A0",
            "\uD83D\uDE00",
            "\uFEFF",
            "<<<<<<< ",
            "=======",
            ">>>>>>> ",
            "\u0000")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }
}
