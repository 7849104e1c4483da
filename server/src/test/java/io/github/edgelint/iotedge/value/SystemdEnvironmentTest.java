package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.SystemdEnvironment.Assignment;
import io.github.edgelint.iotedge.value.SystemdEnvironment.Problem;
import io.github.edgelint.text.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemdEnvironmentTest {

  private static String pairs(String raw) {
    return String.join(
        " & ",
        SystemdEnvironment.parse(raw).assignments().stream()
            .map(assignment -> assignment.name() + "=" + assignment.value())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          A=1                         | A=1
          A=1 B=2                     | A=1 & B=2
          "A=1 2"                     | A=1 2
          'A=1 2' "B=3"               | A=1 2 & B=3
          A="1 2"                     | A=1 2
          A=1"2 3"4                   | A=12 34
          "A=say \\"x\\""             | A=say "x"
          A=\\x41\\101\\u0042\\s      | A=AAB ^^
          A=$HOME                     | A=$HOME
          A=b=c                       | A=b=c
          A=                          | A=
          "A=p%%40w"                  | A=p%40w
          A=1 junk                    | A=1
          junk A=1                    | A=1
          A=1 2=x                     | A=1
          A={{ a }} B=2               | A={{ a }} & B=2
          "A={{ a("x") }}"            | A={{ a("x") }}
          A={% if a %}1{% endif %}    | A={% if a %}1{% endif %}
          A={{ 1 B=2                  | A={{ & B=2
          ^^                          | ^^
          """)
  void reads_words_as_systemd_does(String raw, String pairs) {
    assertThat(pairs(raw)).isEqualTo(pairs.replace("^^", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          A=1 2            | SPLIT_AT_BLANK    | A=1 2     | "A=1 2"
          A="1 2"          | VALUE_QUOTED      | A="1 2"   | "A=1 2"
          A='1'            | VALUE_QUOTED      | A='1'     | 'A=1'
          A=p%40w          | UNKNOWN_SPECIFIER | %         | A=p%%40w
          A=p%aw           | SPECIFIER         | %         | A=p%%aw
          A=100%           | LONE_PERCENT      | %         | A=100%%
          A="1             | UNCLOSED_QUOTE    | "         | A="1"
          "A=1             | UNCLOSED_QUOTE    | "         | "A=1"
          A=1"             | UNCLOSED_QUOTE    | "         | A=1
          "A=1 B=2         | UNCLOSED_QUOTE    | "         | "A=1 B=2
          A=\\q            | BAD_ESCAPE        | \\q       | A=\\q
          """)
  void finds_what_systemd_does_otherwise(
      String raw, Problem problem, String part, String repaired) {
    Assignment assignment = SystemdEnvironment.parse(raw).assignments().get(0);
    var finding =
        assignment.findings().stream()
            .filter(found -> found.problem() == problem)
            .findFirst()
            .orElseThrow();

    assertThat(finding.range().of(raw)).isEqualTo(part);
    assertThat(TextEdit.apply(raw, finding.repair())).isEqualTo(repaired);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A=1", "\"A=1 2\"", "A=p%%40w", "A=", "'A=x' B=y", "A={% if b %}"})
  void finds_nothing_where_systemd_does_as_meant(String raw) {
    assertThat(SystemdEnvironment.parse(raw).assignments())
        .allSatisfy(assignment -> assertThat(assignment.findings()).isEmpty());
    assertThat(SystemdEnvironment.parse(raw).strayWords()).isEmpty();
  }

  @Test
  void reads_no_further_than_a_broken_word() {
    assertThat(pairs("A=1 B=\"2 C=3")).isEqualTo("A=1 & B=2 C=3");
  }

  @Test
  void words_before_the_first_assignment_are_stray() {
    assertThat(SystemdEnvironment.parse("x y A=1").strayWords())
        .extracting(SystemdEnvironment.Finding::problem)
        .containsExactly(Problem.NO_ASSIGNMENT, Problem.NO_ASSIGNMENT);
  }

  @ParameterizedTest
  @CsvSource({"'',true", "'  ',true", "A=1,false", "x,false"})
  void an_empty_line_is_a_reset(String raw, boolean reset) {
    assertThat(SystemdEnvironment.parse(raw).isReset()).isEqualTo(reset);
  }

  @Test
  void an_assignment_knows_where_it_stands() {
    String raw = "X=0 \"https_proxy=http://u:p%%40@h:1\"";
    Assignment assignment = SystemdEnvironment.parse(raw).assignments().get(1);

    assertThat(assignment.range().of(raw)).isEqualTo("\"https_proxy=http://u:p%%40@h:1\"");
    assertThat(assignment.nameRange().of(raw)).isEqualTo("https_proxy");
    assertThat(assignment.offsets().toSource(assignment.value().indexOf('%')))
        .isEqualTo(raw.indexOf('%'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a b", "p%40", "\"'\\", "back\\slash", "\\s", "ü", "a=b"})
  void a_written_word_reads_back(String value) {
    assertThat(pairs(SystemdEnvironment.word("A", value))).isEqualTo("A=" + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "a b", "p%40", "\"'\\", "\\s", "tab\tline\nend", "ü", "a=b"})
  void an_escaped_value_reads_back_with_and_without_quotes(String value) {
    String escaped = SystemdEnvironment.escaped(value);

    assertThat(
            List.of(
                pairs("A=" + escaped),
                pairs("\"A=" + escaped + "\""),
                pairs("'A=" + escaped + "'")))
        .containsOnly("A=" + value);
  }

  @Test
  void shows_names_only() {
    assertThat(SystemdEnvironment.parse("A=hunter2").assignments().toString())
        .doesNotContain("hunter2");
  }
}
