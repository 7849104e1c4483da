package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionTest {

  private static final List<String> FILES =
      List.of("device-config.txt", "manifest.txt", "route.txt", "unit.txt", "rules.txt");

  static Stream<CompletionCase> cases() {
    return FILES.stream().flatMap(file -> CompletionCase.in(file).stream());
  }

  static Stream<CompletionCase> accepted() {
    return cases().filter(each -> !each.isList());
  }

  static Stream<CompletionCase> listed() {
    return cases().filter(CompletionCase::isList);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void an_accepted_item_leaves_the_text_that_was_meant(CompletionCase each) {
    assertThat(each.accepted()).isEqualTo(each.expected());
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void snippets_start_with_the_plain_text(CompletionCase each) {
    assertThat(each.acceptedAsSnippet()).isEqualTo(each.accepted());
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void what_is_typed_finds_the_item(CompletionCase each) {
    CompletionItem item = each.item();
    String text = each.marked().document().source().text();
    String typed = text.substring(item.replace().start(), each.marked().offset());

    assertThat(item.filterText()).startsWithIgnoringCase(typed);
  }

  @ParameterizedTest
  @MethodSource("listed")
  void a_list_starts_with_what_a_person_needs_next(CompletionCase each) {
    List<String> labels = each.items().stream().map(CompletionItem::label).toList();
    List<String> expected = each.expected().lines().filter(line -> !line.startsWith("-")).toList();
    List<String> unwanted =
        each.expected()
            .lines()
            .filter(line -> line.startsWith("-"))
            .map(line -> line.substring(1))
            .toList();

    assertThat(labels).startsWith(expected.toArray(String[]::new));
    assertThat(unwanted).noneMatch(labels::contains);
  }
}
