package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      quoteCharacter = '`',
      value = {
        "name                   ; name                 ; name",
        "a ${1:b} c             ; a b c                ; a ${1:b} c",
        "a $1 c                 ; a  c                 ; a ${1} c",
        "${1;one,two;}          ; one                  ; ${1;one,two;}",
        "a$1 INTO \\$upstream   ; a INTO $upstream     ; a${1} INTO \\$upstream",
        "${1:\\$NAME}           ; $NAME                ; ${1:\\$NAME}",
        "${1;a\\,b,c;}          ; a,b                  ; ${1;a\\,b,c;}",
        "costs $ or ${x} ${1    ; costs $ or ${x} ${1  ; costs $ or ${x} ${1",
      })
  void snippets_are_read_and_written_again(String row) {
    String[] columns = row.split(" *; +");
    String snippet = columns[0].replace(';', '|');

    SnippetText text = SnippetText.parse(snippet);

    assertThat(text.plain()).isEqualTo(columns[1]);
    assertThat(text.toString()).isEqualTo(columns[2].replace(';', '|'));
  }

  @Test
  void what_looks_like_a_place_in_a_plain_text_stays_text() {
    SnippetText text = SnippetText.literal("$1 }").plus(SnippetText.stop(1, List.of()));

    assertThat(text.snippet()).contains("\\$1 \\}${1}");
    assertThat(SnippetText.parse(text.snippet().orElseThrow()).plain()).isEqualTo("$1 }");
  }

  @Test
  void a_text_without_places_is_no_snippet() {
    assertThat(SnippetText.parse("a \\$ b").snippet()).isEmpty();
  }

  @Test
  void a_notation_rewrites_texts_and_choices_alike() {
    SnippetText text = SnippetText.parse("a ${1|b,ab|}").map(part -> part.replace("a", "A"));

    assertThat(text.snippet()).contains("A ${1|b,Ab|}");
  }

  @Test
  void a_text_that_cannot_be_rewritten_leaves_nothing() {
    assertThat(
            SnippetText.parse("a ${1|b,c|}")
                .mapWhere(part -> Optional.of(part).filter(p -> !p.equals("c"))))
        .isEmpty();
  }
}
