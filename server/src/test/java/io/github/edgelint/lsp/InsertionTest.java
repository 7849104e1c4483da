package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.ide.CompletionItem;
import io.github.edgelint.ide.CompletionItem.Kind;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import org.junit.jupiter.api.Test;

class InsertionTest {

  @Test
  void a_value_stays_within_the_quotation_marks_that_are_there() {
    assertThat(at("{\"a\": \"o|n\"}", "\"on\"", "\"on-failure\""))
        .isEqualTo(new Insertion(new TextRange(7, 9), "on-failure", false, "on-failure\""));
  }

  @Test
  void a_string_without_an_end_gets_one() {
    assertThat(at("{\"a\": \"o|n", "\"on", "\"on-failure\""))
        .isEqualTo(new Insertion(new TextRange(7, 9), "on-failure\"", false, "on-failure\""));
  }

  @Test
  void a_single_quotation_mark_is_one_too() {
    assertThat(at("a = 'o|n'", "'on'", "'on-failure'").text()).isEqualTo("on-failure");
  }

  @Test
  void a_value_without_quotation_marks_brings_its_own() {
    assertThat(at("{\"a\": o|n}", "on", "\"on-failure\""))
        .isEqualTo(new Insertion(new TextRange(6, 8), "\"on-failure\"", false, "\"on-failure\""));
  }

  @Test
  void other_quotation_marks_are_replaced() {
    assertThat(at("a = 'o|n'", "'on'", "\"on\\t\"").text()).isEqualTo("\"on\\t\"");
  }

  @Test
  void in_front_of_the_quotation_mark_the_whole_string_is_replaced() {
    assertThat(at("{\"a\": |\"on\"}", "\"on\"", "\"on-failure\"").text())
        .isEqualTo("\"on-failure\"");
  }

  @Test
  void the_cursor_of_a_snippet_ends_behind_the_closing_quotation_mark() {
    CompletionItem item =
        CompletionItem.of("on-failure", Kind.VALUE, new TextRange(0, 4), "\"on-failure\"")
            .withSnippet("\"on-failure\"");
    assertThat(Insertion.of(SourceText.of("\"on\""), 2, item, true).text())
        .isEqualTo("on-failure\"");
  }

  /** The insertion of {@code text} for {@code replaced} with the cursor at the bar. */
  private static Insertion at(String marked, String replaced, String text) {
    int cursor = marked.indexOf('|');
    String source = marked.replace("|", "");
    TextRange range = TextRange.ofLength(source.indexOf(replaced), replaced.length());
    return Insertion.of(
        SourceText.of(source), cursor, CompletionItem.of("x", Kind.VALUE, range, text), false);
  }
}
