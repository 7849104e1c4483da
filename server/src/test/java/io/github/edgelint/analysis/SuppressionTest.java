package io.github.edgelint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.testing.Project;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {

  private static final String UNIT = "aziot-edged.service.d/proxy.conf";

  private static List<String> codes(Map<String, String> files) {
    return new Analyzer()
        .analyze(Project.of(files)).findings().stream().map(Finding::code).toList();
  }

  private static List<String> inUnit(String text) {
    return codes(Map.of(UNIT, text));
  }

  @Test
  void a_comment_alone_covers_the_line_below() {
    assertThat(inUnit("# edgelint: ignore[EDGE010] packaged\nEnvironment=A=b\nEnvironment=B=c\n"))
        .containsExactly("EDGE010");
  }

  @Test
  void a_comment_above_a_section_covers_the_section() {
    assertThat(
            inUnit(
                "# edgelint: ignore[unit-line-ignored] x\n"
                    + "[Unit]\n"
                    + "Environment=A=b\n"
                    + "Environment=B=c\n"))
        .isEmpty();
  }

  @Test
  void a_comment_at_the_end_of_a_line_covers_the_line() {
    String config =
        "[provisioning]\nsource = \"manual\"\nsource = \"dps\" # edgelint: ignore[EDGE006] x\n";
    assertThat(codes(Map.of("config.toml", config))).doesNotContain("EDGE006");
  }

  @Test
  void a_file_comment_counts_only_in_the_first_comments() {
    assertThat(inUnit("# edgelint: ignore-file[EDGE010] x\nEnvironment=A=b\n")).isEmpty();
    assertThat(inUnit("Environment=A=b\n# edgelint: ignore-file[EDGE010] x\n"))
        .containsExactly("EDGE010", "EDGE920");
  }

  @Test
  void a_comment_without_codes_or_with_unknown_ones_is_a_finding() {
    assertThat(
            inUnit("[Service]\n# edgelint: ignore\n# edgelint: ignore[EDGE999]\n# edgelint: off\n"))
        .containsExactly("EDGE920", "EDGE920", "EDGE920");
  }

  @Test
  void nothing_is_called_unused_while_the_file_has_syntax_errors() {
    assertThat(codes(Map.of("etc/aziot/config.toml", "hostname = x # edgelint: ignore[EDGE100]\n")))
        .doesNotContain("EDGE921");
  }

  @Test
  void a_reason_is_asked_for_only_when_the_settings_do() {
    String unit = "# edgelint: ignore[EDGE010]\nEnvironment=A=b\n";
    assertThat(inUnit(unit)).isEmpty();
    assertThat(
            codes(Map.of(".edgelint.toml", "[suppressions]\nrequire-reason = true\n", UNIT, unit)))
        .containsExactly("EDGE922");
  }

  @Test
  void an_entry_of_the_settings_covers_files_and_parts_of_them() {
    String settings =
        """
        [[suppressions.entry]]
        rules = ["EDGE003"]
        path = "docker/*.json"
        pointer = "/features"
        reason = "on purpose"
        """;
    String json =
        "{ \"features\": { \"a\": true, \"a\": true }, \"log-opts\": { \"b\": \"1\", \"b\": \"1\" } }";

    Snapshot snapshot = Project.of(Map.of(".edgelint.toml", settings, "docker/daemon.json", json));
    Analysis analysis = new Analyzer().analyze(snapshot);

    assertThat(analysis.findings()).extracting(Finding::code).containsExactly("EDGE003");
    assertThat(analysis.suppressed().values()).hasSize(1);
    assertThat(analysis.findings().get(0).range().start()).isGreaterThan(json.indexOf("log-opts"));
  }

  private static final String BROKEN = "{ \"log-opts\": { \"a\": \"1\", \"a\": \"1\" } }";
  private static final String WHOLE = "{ \"log-opts\": { \"a\": \"1\" } }";

  private static List<String> withEntry(String entry, String json) {
    return codes(
        Map.of(
            ".edgelint.toml",
            "[[suppressions.entry]]\n" + entry + "\n",
            "docker/daemon.json",
            json));
  }

  @Test
  void an_entry_that_keeps_nothing_quiet_any_more_is_a_finding() {
    assertThat(withEntry("rules = [\"EDGE003\"]", BROKEN)).isEmpty();
    assertThat(withEntry("rules = [\"EDGE003\"]", WHOLE)).containsExactly("EDGE921");
    assertThat(withEntry("rules = [\"EDGE0xx\"]\npath = \"docker/**\"", WHOLE))
        .containsExactly("EDGE921");
  }

  @Test
  void an_entry_is_not_called_unused_where_nobody_can_know() {
    assertThat(withEntry("rules = [\"EDGE003\"]\npath = \"elsewhere/**\"", WHOLE)).isEmpty();
    assertThat(withEntry("rules = [\"EDGE100\"]", "{ \"dns\": }")).containsExactly("EDGE001");
    assertThat(withEntry("rules = [\"EDGE003\"]\n[rules]\nEDGE003 = \"off\"", WHOLE)).isEmpty();
  }

  @Test
  void of_two_entries_for_one_finding_both_are_used() {
    assertThat(
            withEntry(
                "rules = [\"EDGE003\"]\n[[suppressions.entry]]\nrules = [\"EDGE0xx\"]", BROKEN))
        .isEmpty();
  }

  @Test
  void an_entry_needs_a_reason_where_the_settings_ask_for_one() {
    assertThat(
            codes(
                Map.of(
                    ".edgelint.toml",
                    "[suppressions]\nrequire-reason = true\n"
                        + "[[suppressions.entry]]\nrules = [\"EDGE003\"]\n",
                    "docker/daemon.json",
                    BROKEN)))
        .containsExactly("EDGE922");
  }

  @Test
  void the_fix_removes_the_entry_and_nothing_else() {
    String settings =
        "version = \"1.5\"\n\n[[suppressions.entry]]\nrules = [\"EDGE003\"]\n"
            + "reason = \"old\"\n\n[rules]\nEDGE439 = \"off\"\n";
    Snapshot snapshot = Project.of(Map.of(".edgelint.toml", settings, "docker/daemon.json", WHOLE));

    Fixer.Result result = new Fixer(new Analyzer()).fix(snapshot, finding -> true, false);

    assertThat(result.snapshot().document(Project.ROOT.resolve(".edgelint.toml")))
        .hasValueSatisfying(
            document ->
                assertThat(document.source().text())
                    .isEqualTo("version = \"1.5\"\n\n[rules]\nEDGE439 = \"off\"\n"));
  }

  @Test
  void a_comment_is_not_called_unused_while_its_rule_is_off() {
    assertThat(
            codes(
                Map.of(
                    ".edgelint.toml",
                    "[rules]\nEDGE010 = \"off\"\n",
                    UNIT,
                    "[Service]\n# edgelint: ignore[EDGE010] x\nEnvironment=A=b\n")))
        .isEmpty();
  }

  @Test
  void an_extended_file_that_cannot_be_read_is_a_finding() {
    assertThat(codes(Map.of(".edgelint.toml", "extend = \"no/.edgelint.toml\"\n")))
        .containsExactly("EDGE910");
    assertThat(codes(Map.of(".edgelint.toml", "extend = \"base.toml\"\n")))
        .containsExactly("EDGE910");
    assertThat(
            codes(
                Map.of(
                    ".edgelint.toml",
                    "extend = \"base.edgelint.toml\"\n",
                    "base.edgelint.toml",
                    "version = \"1.5\"\n")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/features/x", "features.x", "features"})
  void an_entry_names_a_part_by_pointer_or_by_keys(String part) {
    String json =
        "{ \"features\": { \"x\": true, \"x\": true }, \"log-opts\": { \"b\": \"1\", \"b\": \"1\" } }";
    assertThat(withEntry("rules = [\"EDGE003\"]\npointer = \"" + part + "\"", json))
        .containsExactly("EDGE003");
  }
}
