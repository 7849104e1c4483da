package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Repository;
import io.github.edgelint.testing.RuleCases;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.workspace.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleCatalogTest {

  // The catalogue did not know that dockerd reads types strictly, nor that the topics of the broker
  // have formats.
  private static final Map<String, Set<DocumentKind>> BEYOND_CATALOGUE =
      Map.of(
          "EDGE105",
          EnumSet.of(DocumentKind.ENGINE_CONFIG),
          "EDGE109",
          EnumSet.of(DocumentKind.MANIFEST, DocumentKind.TEMPLATE, DocumentKind.LAYERED));

  static List<RuleInfo> infos() {
    return RuleCases.infos();
  }

  @Test
  void codes_and_slugs_are_unique() {
    assertThat(RuleCatalog.rules()).extracting(rule -> rule.info().code()).doesNotHaveDuplicates();
    assertThat(RuleCatalog.infos()).extracting(RuleInfo::slug).doesNotHaveDuplicates();
  }

  @Test
  void a_rule_is_found_by_its_code_in_any_letter_case_and_by_its_slug() {
    assertThat(RuleCatalog.find("edge900")).map(RuleInfo::slug).contains("internal-error");
    assertThat(RuleCatalog.find("internal-error")).map(RuleInfo::code).contains("EDGE900");
    assertThat(RuleCatalog.find("no-such-rule")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("infos")
  void every_rule_has_a_page_with_all_headings(RuleInfo info) {
    RulePage page = RulePage.of(info).orElseThrow();

    assertThat(page.title()).isEqualTo(info.code() + " " + info.slug());
    assertThat(page.summary()).isNotBlank();
    assertThat(page.headings()).isEqualTo(RulePage.HEADINGS);
    assertThat(page.section("Sources").orElseThrow()).doesNotContain("facts/").isNotBlank();
  }

  @Test
  void every_page_belongs_to_a_rule() throws IOException {
    try (Stream<Path> pages = Files.list(Repository.root().resolve("docs/rules"))) {
      Set<String> codes =
          pages
              .map(page -> page.getFileName().toString())
              .filter(name -> name.startsWith("EDGE"))
              .map(name -> name.substring(0, 7))
              .collect(Collectors.toSet());
      assertThat(codes)
          .isEqualTo(RuleCatalog.infos().stream().map(RuleInfo::code).collect(Collectors.toSet()));
    }
  }

  /**
   * The catalogue is the plan that codes, slugs, severities and documents were fixed in; rules that
   * came later are not in it.
   */
  @Test
  void rules_are_as_the_catalogue_of_the_plan_has_them() throws IOException {
    Map<String, String[]> rows = catalogue();

    assertThat(rows).isNotEmpty();
    for (RuleInfo info : infos()) {
      String[] row = rows.get(info.code());
      if (row == null) {
        continue;
      }
      assertThat(row[2]).as(info.code() + " slug").isEqualTo("`" + info.slug() + "`");
      assertThat(row[3].toLowerCase(Locale.ROOT))
          .as(info.code() + " severity")
          .contains(info.severity().word());
      if (!row[4].equals("any")) {
        Set<DocumentKind> kinds = kinds(row[4]);
        kinds.addAll(BEYOND_CATALOGUE.getOrDefault(info.code(), Set.of()));
        assertThat(info.kinds())
            .as(info.code() + " documents")
            .filteredOn(kind -> kind != DocumentKind.DAEMON_FILE)
            .containsExactlyInAnyOrderElementsOf(kinds);
      }
    }
  }

  private static Map<String, String[]> catalogue() throws IOException {
    Map<String, String[]> rows = new TreeMap<>();
    for (String line : Files.readAllLines(Shared.assumePresent("design/RULES.md"))) {
      if (line.matches("\\| EDGE\\d{3} \\| `[a-z0-9-]+` \\|.*")) {
        String[] cells =
            Arrays.stream(line.split("(?<!\\\\)\\|")).map(String::strip).toArray(String[]::new);
        rows.putIfAbsent(cells[1], cells);
      }
    }
    return rows;
  }

  /** {@code C}, {@code M T L}, {@code C X(M)}: kinds in which findings stand. */
  private static Set<DocumentKind> kinds(String cell) {
    EnumSet<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
    for (DocumentKind kind : DocumentKind.values()) {
      if (cell.replace("X", "").matches(".*\\b" + letter(kind) + "\\b.*")) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  private static String letter(DocumentKind kind) {
    return switch (kind) {
      case DEVICE_CONFIG -> "C";
      case MANIFEST -> "M";
      case TEMPLATE -> "T";
      case LAYERED -> "L";
      case UNIT -> "U";
      case ENGINE_CONFIG -> "D";
      case SETTINGS -> "S";
      default -> "no letter";
    };
  }
}
