package io.github.edgelint.syntax.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Repair;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.SyntaxProblem.Kind;
import io.github.edgelint.testing.TreeLaws;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a file that is no TOML, and how it is mended. */
class TomlProblemsTest {

  private static ConfigTree parse(String text) {
    ConfigTree tree = TomlParser.parse(SourceText.of(text));
    TreeLaws.check(tree);
    return tree;
  }

  private static SyntaxProblem only(String text) {
    ConfigTree tree = parse(text);
    assertThat(tree.problems()).as(text).hasSize(1);
    return tree.problems().get(0);
  }

  private static String place(String text) {
    return only(text).range().of(text);
  }

  private static String repaired(String text) {
    return repaired(text, 0);
  }

  private static String repaired(String text, int repair) {
    String result = TextEdit.apply(text, only(text).repairs().get(repair).edits());
    assertThat(parse(result).problems()).as(result).isEmpty();
    return result;
  }

  private static boolean isSafe(String text) {
    return only(text).repairs().get(0).safe();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = Dynamic|a text must stand in quotes|Dynamic",
        "a = http://proxy:3128 # c|a text must stand in quotes|http://proxy:3128",
        "a = 10 seconds|a text must stand in quotes|10 seconds",
        "a = 1.6.0|a text must stand in quotes|1.6.0",
        "a = True|'true' is written in small letters|True",
        "a = yes|TOML has no 'yes', only 'true' and 'false'|yes",
        "a = null|TOML has no 'null'; a key without a value is left out|null",
        "a: 1|key and value are parted by '=', not by ':'|:",
        "a => 1|key and value are parted by '=', not by '=>'|=>",
        "a == 1|key and value are parted by '=', not by '=='|==",
        "a = = 1|'=' stands here twice|=",
        "// c|a comment starts with '#', not with '//'|// c",
        "; c|a comment starts with '#', not with ';'|; c",
        "a = 1 // c|a comment starts with '#', not with '//'|// c",
        "a = “x”|quotes must be straight|“x”",
        "“a” = 1|quotes must be straight|“a”",
        "a = 080|a number has no leading zero|080",
        "a = 1__0|an underscore in a number stands between two digits|1__0",
        "a = .5|a decimal point stands between two digits|.5",
        "a = 9223372036854775808|the number does not fit into 64 bits|9223372036854775808",
        "a = 2023-02-29|no calendar or clock shows this|2023-02-29",
        "a = {{x}}|a placeholder stands here without quotes|{{x}}",
        "a = x\"|the text has no opening quote|x\"",
        "a = \"x|the text has no closing quote|\"x",
        "a = \"x\" \"y\"|only a comment may follow on this line|\"y\"",
        "a = \"{\"b\":1}\"|a quote inside the text ends it|\"{\"b\":1}\"",
        "a = 1,|no comma stands at the end of a line|,",
        "a = 1;|no semicolon stands at the end of a line|;",
        "a = 1 b = 2|each key stands on a line of its own|b = 2",
        "[a] b = 2|each key stands on a line of its own|b = 2",
        "$a = 1|the key '$a' must stand in quotes|$a",
        "A:B = 1|the key 'A:B' must stand in quotes|A:B",
        "my key = 1|a key with blanks must stand in quotes|my key",
        "some words here|this is neither a key with a value nor a comment|some words here",
        "...|this is neither a key with a value nor a comment|...",
        "[a env]|a table name with blanks or signs must stand in quotes|a env",
        "[a}|a header ends with ']', not with '}'|}",
        "[a]]|one ']' too many stands here|]",
        "a = [1}|']' must stand here, not '}'|}",
        "a = [1,,2]|nothing stands before the comma|,",
        "a = [\"x, \"y\"]|a quote is missing here, or one too many|\"x, \"y\"",
        "a = {b = 1 c}|only a comma or '}' may follow the value|c",
        "a = {\"b\": {\"c\": 1}}|an inline table parts key and value by '=', not by ':' as JSON"
            + " does|:",
        "{\"a\": {\"b\": 1}}|no key stands before this value|{",
      })
  void a_known_cause_is_named_where_it_stands(String text, String reason, String where) {
    SyntaxProblem problem = only(text);

    assertThat(problem.kind()).isEqualTo(Kind.SYNTAX);
    assertThat(problem.detail()).isEqualTo(reason.replace('\'', '`'));
    assertThat(problem.range().of(text)).isEqualTo(where);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = Dynamic|a = \"Dynamic\"",
        "a = C:\\x|a = 'C:\\x'",
        "a = http://proxy:3128 # c|a = \"http://proxy:3128\" # c",
        "a = True|a = true",
        "a = off|a = false",
        "a: 1|a = 1",
        "a : 1|a = 1",
        "a:1 # c|a = 1 # c",
        "a := 1|a = 1",
        "a \"x\"|a = \"x\"",
        "// c|# c",
        "/* c */|# c",
        "a = 1 // c|a = 1 # c",
        "a = ‘x’|a = \"x\"",
        "a = \"x”|a = \"x\"",
        "a = \"C:\\certs\\x\"|a = 'C:\\certs\\x'",
        "a = \"x\u0001\"|a = \"x\\u0001\"",
        "a = 1__0|a = 10",
        "a = x\"|a = \"x\"",
        "a = 1;|a = 1",
        "$a = 1|\"$a\" = 1",
        "[a|[a]",
        "[[a]|[[a]]",
        "[a}|[a]",
        "a = [1}|a = [1]",
        "a = [1 2]|a = [1, 2]",
        "a = {b = 1 c = 2}|a = {b = 1, c = 2}",
        "a = {\"b\": {\"c\":1}}|a = {\"b\" = {\"c\" = 1}}",
      })
  void what_was_meant_beyond_doubt_is_mended_safely(String text, String mended) {
    assertThat(repaired(text)).isEqualTo(mended);
    assertThat(isSafe(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = 080|a = 80",
        "a = null|a = \"null\"",
        "a = \"x|a = \"x\"",
        "a = [\"x]|a = [\"x\"]",
        "a = [1|a = [1]",
        "a = {b = [1|a = {b = [1]}",
        "a = 'it's'|a = \"it's\"",
        "a = \"{\"b\":1}\"|a = '{\"b\":1}'",
        "a = \"x\\y\\\"\"|a = \"x\\\\y\\\"\"",
        "my key = 1|\"my key\" = 1",
        "some words here|# some words here",
        "[a]]|[a]",
        "[a env]|[\"a env\"]",
      })
  void what_was_probably_meant_is_only_offered(String text, String mended) {
    assertThat(repaired(text)).isEqualTo(mended);
    assertThat(isSafe(text)).isFalse();
  }

  @Test
  void a_blank_that_only_looks_like_one_is_replaced() {
    assertThat(only("a\u00A0= 1").detail())
        .isEqualTo("U+00A0 stands where only an ordinary blank may stand");
    assertThat(repaired("a\u00A0= 1")).isEqualTo("a = 1");
    assertThat(repaired("a =\u200B 1")).isEqualTo("a = 1");
  }

  @Test
  void a_bad_escape_makes_the_whole_text_doubtful() {
    String text = "a = \"C:\\certs\\users\"";

    assertThat(place(text)).isEqualTo("\\c");
    assertThat(only(text).region().of(text)).isEqualTo("\"C:\\certs\\users\"");
    assertThat(repaired(text, 1)).isEqualTo("a = \"C:\\\\certs\\\\users\"");
  }

  @Test
  void after_a_mistake_the_next_line_is_read() {
    ConfigTree tree = parse("a = \"x\nb = Dynamic\nc 1 2\n[d\ne = [1\nf = 1\n[g]\n");

    assertThat(tree.problems()).hasSize(5);
    assertThat(tree.root().at("d", "f").isPresent()).isTrue();
    assertThat(tree.root().get("g").isPresent()).isTrue();
  }

  @Test
  void a_bracket_that_is_missing_costs_its_value_only() {
    String text = "a = [\n  \"x\",\n\n[b.c]\nd = 1\n";
    SyntaxProblem problem = only(text);

    assertThat(problem.detail()).isEqualTo("`]` is missing");
    assertThat(problem.region().of(text)).isEqualTo("[\n  \"x\",");
    assertThat(problem.related().orElseThrow().of(text)).isEqualTo("[");
    assertThat(repaired(text)).isEqualTo("a = [\n  \"x\",\n]\n\n[b.c]\nd = 1\n");
  }

  @Test
  void a_brace_that_is_missing_costs_its_value_only() {
    assertThat(parse("a = { b = 1\nc = 2\n").root().get("c").isPresent()).isTrue();
    assertThat(repaired("a = { b = 1\nc = 2\n")).isEqualTo("a = { b = 1}\nc = 2\n");
  }

  @Test
  void an_open_text_in_three_quotes_ends_before_the_next_header() {
    String text = "a = \"\"\"\nx\ny\n[b]\nc = 1\n";

    assertThat(place(text)).isEqualTo("\"\"\"");
    assertThat(only(text).region().of(text)).isEqualTo("\"\"\"\nx\ny");
    assertThat(parse(text).root().at("b", "c").isPresent()).isTrue();
  }

  @Test
  void all_lines_below_a_header_that_cannot_be_read_are_doubtful() {
    String text = "[agent env]\nname = \"x\"\n[b]\n";

    assertThat(only(text).region().of(text)).isEqualTo("[agent env]\nname = \"x\"\n");
  }

  @Test
  void all_carriage_returns_without_line_feeds_are_one_mistake() {
    assertThat(repaired("a = 1\rb = 2\r# c\r")).isEqualTo("a = 1\nb = 2\n# c\n");
  }

  @Test
  void both_sides_of_a_merge_conflict_are_read_as_they_are() {
    String text = "<<<<<<< mine\na = 1\n=======\na = 2\n>>>>>>> theirs\nb = 3\n";
    ConfigTree tree = parse(text);

    assertThat(tree.root().get("b").isPresent()).isTrue();
    assertThat(tree.problems())
        .hasSize(3)
        .extracting(SyntaxProblem::detail)
        .containsOnly("a merge conflict marker stands here");
    assertThat(tree.isDamaged(tree.root().get("a").range())).isTrue();
    assertThat(tree.isDamaged(tree.root().get("b").range())).isFalse();
  }

  // --- defined twice -------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = 1;a = 2|a|a|a",
        "[p];[p]|p|[p]|[p]",
        "[p.q]|||",
        "[p.q];[p];[p.q]|p.q|[p.q]|[p.q]",
        "p.q = 1;p.q = 2|p.q|p.q|q",
        "p.q = 1;[p]|p|[p]|p",
        "p.q = 1;p = 2|p|p|p",
        "p = 1;[p.q]|p|[p.q]|p",
        "p = {};[p.q]|p|[p.q]|p",
        "p = {};p.q = 1|p|p|p",
        "[p];[[p]]|p|[[p]]|[p]",
        "[[p]];[p]|p|[p]|[[p]]",
        "p = [];[[p]]|p|[[p]]|p",
        "a = {b = 1, b = 2}|b|b|b",
        "[p.q.s];[p];q.r = 1|||",
        "[p.q.r];[p];q.r.s = 1|q.r|q.r|[p.q.r]",
      })
  void what_exists_already_is_named_with_its_first_place(
      String lines, String name, String later, String earlier) {
    String text = lines.replace(';', '\n');
    ConfigTree tree = parse(text);

    if (name == null) {
      assertThat(tree.problems()).isEmpty();
      return;
    }
    SyntaxProblem problem = only(text);
    assertThat(problem.kind()).isEqualTo(Kind.TOML_DEFINED_TWICE);
    assertThat(problem.detail()).isEqualTo(name);
    assertThat(problem.range().of(text)).isEqualTo(later);
    assertThat(problem.related().orElseThrow().of(text)).isEqualTo(earlier);
    assertThat(problem.related().orElseThrow().start()).isLessThan(problem.range().start());
  }

  @Test
  void two_alternatives_of_the_stock_template_are_one_mistake() {
    String text =
        "[provisioning]\n"
            + "source = \"manual\"\n\n"
            + "[provisioning.x]\n"
            + "a = 1\n\n"
            + "[provisioning]\n"
            + "source = \"dps\"\n"
            + "# c\n\n"
            + "[provisioning.x]\n"
            + "a = [\n"
            + "  2\n"
            + "]\n\n"
            + "[agent]\n";

    assertThat(repaired(text, 0))
        .isEqualTo(
            "[provisioning]\n"
                + "source = \"manual\"\n\n"
                + "[provisioning.x]\n"
                + "a = 1\n\n"
                + "# [provisioning]\n"
                + "# source = \"dps\"\n"
                + "# c\n\n"
                + "# [provisioning.x]\n"
                + "# a = [\n"
                + "  # 2\n"
                + "# ]\n\n"
                + "[agent]\n");
    assertThat(repaired(text, 1))
        .isEqualTo(
            "# [provisioning]\n"
                + "# source = \"manual\"\n\n"
                + "# [provisioning.x]\n"
                + "# a = 1\n\n"
                + "[provisioning]\n"
                + "source = \"dps\"\n"
                + "# c\n\n"
                + "[provisioning.x]\n"
                + "a = [\n"
                + "  2\n"
                + "]\n\n"
                + "[agent]\n");
    assertThat(only(text).repairs()).noneMatch(Repair::safe);
  }

  @Test
  void an_inline_table_that_a_header_adds_to_gets_a_header() {
    String text =
        "[agent]\n"
            + "name = \"a\"\n"
            + "config = { image = \"i\", o.p = 1 }\n\n"
            + "# auth\n"
            + "[agent.config.auth]\n"
            + "b = 1\n";
    String simple = text.replace(", o.p = 1", ", o = { p = 1 }");

    assertThat(only(text).repairs()).extracting(Repair::title).noneMatch(t -> t.startsWith("Turn"));
    assertThat(repaired(simple))
        .isEqualTo(
            "[agent]\n"
                + "name = \"a\"\n\n"
                + "[agent.config]\n"
                + "image = \"i\"\n"
                + "o = { p = 1 }\n\n"
                + "# auth\n"
                + "[agent.config.auth]\n"
                + "b = 1\n");
    assertThat(isSafe(simple)).isTrue();
  }

  @Test
  void an_inline_table_moves_below_the_header_that_repeats_it() {
    String text = "a.b = { c = 1 }\n[a.b]\nd = 1\n";

    assertThat(repaired(text)).isEqualTo("[a.b]\nc = 1\nd = 1\n");
    assertThat(isSafe(text)).isFalse();
  }

  @Test
  void in_an_inline_table_there_is_no_line_to_make_a_comment_of() {
    assertThat(only("a = {b = 1, b = 2}").repairs()).isEmpty();
  }

  // --- newer than TOML 1.0 -------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = {~  b = 1,~  c = [~ 2 ],~}|A line break inside an inline table|~|a = { b = 1, c = [~ 2"
            + " ] }",
        "a = { b = 1, }|A trailing comma in an inline table|,|a = { b = 1 }",
        "a = {b = 1,}|A trailing comma in an inline table|,|a = {b = 1}",
        "a = { # c~ b = 1 }|A comment inside an inline table|# c|a = { b = 1 }",
        "a = \"\\e[0m\\x41\"|The escape '\\e'|\\e|a = \"\\u001B[0m\\u0041\"",
        "a = 08:05|A time without seconds|08:05|a = 08:05:00",
        "a = 2024-01-01T08:05Z|A time without seconds|2024-01-01T08:05Z|a = 2024-01-01T08:05:00Z",
      })
  void what_only_toml_1_1_has_is_told_apart(
      String line, String construct, String first, String older) {
    String text = line.replace('~', '\n');
    SyntaxProblem problem = only(text);

    assertThat(problem.kind()).isEqualTo(Kind.TOML_NEWER_SYNTAX);
    assertThat(problem.detail()).isEqualTo(construct.replace('\'', '`'));
    assertThat(problem.range().of(text)).isEqualTo(first.replace('~', '\n'));
    assertThat(repaired(text)).isEqualTo(older.replace('~', '\n'));
    assertThat(isSafe(text)).isEqualTo(!text.contains("#"));
  }

  @Test
  void line_breaks_of_arrays_are_no_news() {
    assertThat(parse("a = [\n  { b = [\n 1,\n ] }, # c\n]\n").problems()).isEmpty();
  }
}
