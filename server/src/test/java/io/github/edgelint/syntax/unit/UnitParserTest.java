package io.github.edgelint.syntax.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.Comment;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.SyntaxProblem;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.testing.TreeLaws;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitParserTest {

  private static ConfigTree parse(String text) {
    ConfigTree tree = UnitParser.parse(SourceText.of(text));
    TreeLaws.check(tree);
    return tree;
  }

  /** The only value of the only section. */
  private static ScalarNode value(String text) {
    ConfigNode section = parse(text).root().members().get(0).value();
    assertThat(section.members()).hasSize(1);
    return section.members().get(0).value().asScalar().orElseThrow();
  }

  private static List<String> reasons(String text) {
    return parse(text).problems().stream().map(SyntaxProblem::detail).toList();
  }

  @Test
  void an_assignment_has_a_name_and_the_text_behind_the_equals_sign() {
    ConfigTree tree = parse("[Service]\nEnvironment=\"A=b\"\n");

    Member member = tree.root().get("Service").members().get(0);
    assertThat(member.name()).isEqualTo("Environment");
    assertThat(member.value().asText()).contains("\"A=b\"");
    assertThat(member.key().range()).isEqualTo(new TextRange(10, 21));
    assertThat(member.value().range()).isEqualTo(new TextRange(22, 27));
  }

  @Test
  void blanks_around_name_and_value_do_not_count() {
    ConfigTree tree = parse(" [Service] \n\t Environment = A=b \t\n");

    assertThat(tree.problems()).isEmpty();
    assertThat(tree.root().get("Service").get("Environment").asText()).contains("A=b");
  }

  @Test
  void a_key_may_stand_several_times_in_a_section() {
    ObjectNode service =
        parse("[Service]\nEnvironment=A=1\nEnvironment=B=2\n")
            .root()
            .get("Service")
            .asObject()
            .orElseThrow();

    assertThat(service.members())
        .extracting(member -> member.value().asText().orElseThrow())
        .containsExactly("A=1", "B=2");
  }

  @Test
  void a_section_may_stand_several_times() {
    ConfigTree tree = parse("[Service]\nA=1\n[Unit]\n[Service]\nB=2\n");

    assertThat(tree.root().members())
        .extracting(Member::name)
        .containsExactly("Service", "Unit", "Service");
    assertThat(tree.root().members().get(2).value().get("B").asText()).contains("2");
  }

  @Test
  void an_assignment_before_the_first_header_belongs_to_the_root() {
    ConfigTree tree = parse("Environment=A=1\n[Service]\n");

    assertThat(tree.root().members().get(0).value()).isInstanceOf(ScalarNode.class);
    assertThat(tree.sections().get(0).table()).isSameAs(tree.root());
  }

  @Test
  void each_section_runs_to_the_next_header() {
    ConfigTree tree = parse("# top\n[Unit]\nA=1\n\n# about\n[Service]\n");

    assertThat(tree.sections())
        .extracting(section -> section.range().of(tree.text()))
        .containsExactly("# top\n", "[Unit]\nA=1\n\n# about\n", "[Service]\n");
    assertThat(tree.sections().get(1).header().of(tree.text())).isEqualTo("[Unit]");
  }

  @Test
  void the_range_of_a_section_ends_with_its_last_assignment() {
    ConfigTree tree = parse("[Unit]\nA=1\n\n# about\n[Service]\n");

    assertThat(tree.root().get("Unit").range().of(tree.text())).isEqualTo("[Unit]\nA=1");
  }

  @Test
  void a_backslash_at_the_end_joins_two_lines_with_a_blank() {
    assertThat(value("[Service]\nEnvironment=A=1\\\nB=2\n").text()).isEqualTo("A=1 B=2");
  }

  @Test
  void a_joined_value_leads_back_to_its_place_in_the_file() {
    String text = "[Service]\nEnvironment=A=1 \\\r\n  B=2\r\n";
    ScalarNode value = value(text);

    int b = value.text().indexOf("B=2");
    assertThat(value.rangeOf(TextRange.ofLength(b, 3)).of(text)).isEqualTo("B=2");
    assertThat(value.range().of(text)).isEqualTo("A=1 \\\r\n  B=2");
  }

  @Test
  void comment_lines_between_joined_lines_are_left_out() {
    ConfigTree tree = parse("[Service]\nEnvironment=A=1 \\\n# why \\\n; and\n B=2\nUser=u\n");

    assertThat(tree.root().get("Service").get("Environment").asText()).contains("A=1   B=2");
    assertThat(tree.root().get("Service").get("User").asText()).contains("u");
    assertThat(tree.comments()).extracting(Comment::text).containsExactly(" why \\", " and");
  }

  @Test
  void an_escaped_backslash_at_the_end_joins_nothing() {
    ConfigTree tree = parse("[Service]\nA=x\\\\\nB=y\n");

    assertThat(tree.root().get("Service").get("B").asText()).contains("y");
  }

  @Test
  void a_backslash_before_a_blank_joins_nothing() {
    assertThat(parse("[Service]\nA=x\\ \nB=y\n").root().get("Service").members()).hasSize(2);
  }

  @Test
  void a_value_may_start_on_the_joined_line() {
    String text = "[Service]\nEnvironment= \\\n   A=1\n";

    assertThat(value(text).text()).isEqualTo("A=1");
    assertThat(value(text).range().of(text)).isEqualTo("A=1");
  }

  @Test
  void an_empty_value_stands_right_behind_the_equals_sign() {
    ScalarNode value = value("[Service]\nEnvironment=   \n");

    assertThat(value.text()).isEmpty();
    assertThat(value.range()).isEqualTo(TextRange.at(22));
    assertThat(value.offsets().toSource(0)).isEqualTo(22);
  }

  @Test
  void a_backslash_at_the_end_of_the_file_joins_nothing() {
    assertThat(value("[Service]\nEnvironment=A=1 \\").text()).isEqualTo("A=1");
  }

  @Test
  void comments_start_with_a_hash_or_a_semicolon_and_only_at_the_start_of_a_line() {
    ConfigTree tree = parse("# one\n  ;two\n[Service]\nA=x # no comment\n");

    assertThat(tree.comments()).extracting(Comment::text).containsExactly(" one", "two");
    assertThat(tree.root().get("Service").get("A").asText()).contains("x # no comment");
  }

  @Test
  void a_line_without_an_equals_sign_is_no_assignment() {
    SyntaxProblem problem = parse("[Service]\nexport it\nA=1\n").problems().get(0);

    assertThat(problem.kind()).isEqualTo(SyntaxProblem.Kind.UNIT_LINE_IGNORED);
    assertThat(problem.detail()).isEqualTo("it is no assignment");
    assertThat(problem.range()).isEqualTo(new TextRange(10, 19));
  }

  @Test
  void a_half_typed_name_is_a_member_without_a_value() {
    ConfigTree tree = parse("[Service]\nEnviron\n");

    Member member = tree.root().get("Service").members().get(0);
    assertThat(member.name()).isEqualTo("Environ");
    assertThat(member.value()).isInstanceOf(MissingNode.class);
    assertThat(tree.problems()).hasSize(1);
  }

  @Test
  void a_line_that_starts_with_an_equals_sign_sets_nothing() {
    assertThat(reasons("[Service]\n=x\n")).containsExactly("no name stands before the equals sign");
  }

  @Test
  void text_behind_a_header_stops_systemd_but_not_us() {
    ConfigTree tree = parse("[Service] # proxy\nA=1\n");

    assertThat(tree.problems().get(0).detail()).isEqualTo("a section header must end with `]`");
    assertThat(tree.root().get("Service").get("A").asText()).contains("1");
  }

  @Test
  void a_bracket_that_is_not_closed_is_closed_by_its_repair() {
    String text = "[Service\nA=1\n";
    SyntaxProblem problem = parse(text).problems().get(0);

    assertThat(TextEdit.apply(text, problem.repairs().get(0).edits()))
        .isEqualTo("[Service]\nA=1\n");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_line() {
    ConfigTree tree = parse("\uFEFF[Service]\nA=1\n");

    assertThat(tree.problems()).isEmpty();
    assertThat(tree.tokens().kind(0)).isEqualTo(TokenKind.BYTE_ORDER_MARK);
    assertThat(tree.root().get("Service").get("A").isPresent()).isTrue();
  }

  @Test
  void the_joint_of_two_lines_is_a_token_of_its_own() {
    ConfigTree tree = parse("[Service]\r\nA=1 \\\r\n 2\r\n");

    assertThat(
            Stream.iterate(0, i -> i < tree.tokens().size(), i -> i + 1)
                .filter(i -> tree.tokens().kind(i) == TokenKind.CONTINUATION)
                .map(i -> tree.tokens().range(i).of(tree.text())))
        .containsExactly("\\\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "[", "[]", "]", "=", "\\", "#", "\uFEFF", "A=\\\n#", "[A\\\nB]"})
  void scraps_are_read_without_a_gap(String scrap) {
    TreeLaws.check(UnitParser.parse(SourceText.of(scrap)));
  }

  @Test
  void many_joined_and_commented_lines_cost_no_more_than_their_length() {
    // Would not come back if each joint looked at all others.
    String text = "[Service]\nA=" + "x \\\n# y\n".repeat(200_000) + "z\n";

    assertThat(value(text).text()).hasSize(3 * 200_000 + 1);
  }

  @Test
  void every_prefix_of_every_unit_of_the_corpus_is_read() throws IOException {
    Path corpus = Shared.assumePresent("corpus/companions");
    List<Path> units;
    try (Stream<Path> found = Files.list(corpus)) {
      units = found.filter(file -> file.toString().matches(".*\\.(conf|service|socket)")).toList();
    }
    assertThat(units).isNotEmpty();
    for (Path file : units) {
      String text = SourceText.decode(Files.readAllBytes(file)).text();
      for (int end = 0; end <= text.length(); end++) {
        parse(text.substring(0, end));
      }
      assertThat(parse(text).problems()).as(file.getFileName().toString()).isEmpty();
    }
  }

  @Property
  void whatever_is_typed_every_code_unit_is_in_one_token(@ForAll("soup") String text) {
    parse(text);
  }

  @Property
  void joined_values_lead_back_to_what_was_typed(@ForAll("soup") String text) {
    ConfigTree tree = parse("[S]\nk=" + text);
    for (Member member : tree.root().get("S").members()) {
      member.value().asScalar().ifPresent(value -> leadsBack(value, tree.text()));
    }
  }

  private static void leadsBack(ScalarNode value, String file) {
    for (int i = 0; i < value.text().length(); i++) {
      String typed = value.rangeOf(TextRange.ofLength(i, 1)).of(file);
      assertThat(typed.startsWith("\\") && typed.length() > 1 ? " " : typed)
          .isEqualTo(value.text().substring(i, i + 1));
    }
  }

  @Provide
  Arbitrary<String> soup() {
    return Arbitraries.of(
            "[", "]", "Service", "=", "\\", "\n", "\r\n", "\r", " ", "\t", "#", ";", "\"", "A", "%",
            "😀", "\u0000")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }
}
