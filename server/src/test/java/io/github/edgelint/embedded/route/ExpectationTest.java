package io.github.edgelint.embedded.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.embedded.route.Expectation.Kind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be written at the caret, which the texts mark with a bar. */
class ExpectationTest {

  private static Expectation at(String marked) {
    int caret = marked.indexOf('¦');
    return Route.parse(marked.replace("¦", "")).expectationAt(caret);
  }

  private static String replaced(String marked) {
    return at(marked).replaced().of(marked.replace("¦", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "¦ ~ FROM ~ ``",
        "fr¦ ~ FROM ~ fr",
        "SELECT ¦ ~ * ~ ``",
        "SELECT * ¦ ~ FROM ~ ``",
        "FROM /¦ ~ messages ~ ``",
        "FROM /mes¦ages/x ~ messages ~ mesages",
        "FROM /messages/¦ ~ modules ~ ``",
        "FROM /messages/¦ INTO $upstream ~ modules ~ ``",
        "FROM /messages/modules/m/o¦ ~ outputs ~ o",
        "FROM /messages/* ¦ ~ INTO ~ ``",
        "FROM /messages/* wh¦ ~ WHERE ~ wh",
        "FROM /messages WHERE a ¦ ~ = ~ ``",
        "FROM /messages WHERE a = 'x' an¦ ~ AND ~ an",
        "FROM /messages WHERE f(a) ¦ ~ INTO ~ ``",
        "FROM /messages INTO BrokeredEndpoint(\"/¦ ~ modules ~ ``",
        "FROM /messages INTO BrokeredEndpoint(\"mod¦ ~ modules ~ mod",
        "FROM /messages INTO BrokeredEndpoint(\"/modules/m/in¦/i\") ~ inputs ~ in",
      })
  void a_fixed_word_is_expected(String marked, String word, String replaced) {
    assertThat(at(marked).kinds()).isEqualTo(Set.of(Kind.WORD));
    assertThat(at(marked).words()).contains(word);
    assertThat(replaced(marked)).isEqualTo(replaced);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "FROM ¦ ~ SOURCE ~ ``",
        "FROM m¦ ~ SOURCE ~ m",
        "FROM /messages/modules/¦ ~ MODULE ~ ``",
        "FROM /messages/modules/fil¦ter/outputs/* INTO $upstream ~ MODULE ~ filter",
        "FROM /messages/modules/from/outputs/x¦ ~ OUTPUT ~ x",
        "FROM /messages/modules/*¦ ~ MODULE ~ *",
        "FROM /messages/modules/m/outputs/¦ ~ OUTPUT ~ ``",
        "FROM /messages WHERE ¦ ~ OPERAND ~ ``",
        "FROM /messages WHERE ¦ INTO $upstream ~ FUNCTION ~ ``",
        "FROM /messages WHERE a = ¦ ~ OPERAND ~ ``",
        "FROM /messages WHERE (te¦ ~ OPERAND ~ te",
        "FROM /messages WHERE f(a, ¦ ~ OPERAND ~ ``",
        "FROM /messages WHERE NOT ¦ ~ FUNCTION ~ ``",
        "FROM /messages WHERE $con¦ ~ SYSTEM_PROPERTY ~ $con",
        "FROM /messages WHERE {¦ ~ SYSTEM_PROPERTY ~ ``",
        "FROM /messages WHERE $connectionModuleId = '¦ ~ MODULE ~ ``",
        "FROM /messages WHERE {$connectionModuleId} <> \"f¦x\" ~ MODULE ~ fx",
        "FROM /messages WHERE $outputName = 'a¦' INTO $upstream ~ OUTPUT ~ a",
        "FROM /messages INTO ¦ ~ SINK ~ ``",
        "FROM /messages INTO $up¦ ~ SINK ~ $up",
        "FROM /messages INTO Bro¦ ~ SINK ~ Bro",
        "FROM /messages INTO BrokeredEndpoint(¦ ~ ADDRESS ~ ``",
        "FROM /messages INTO BrokeredEndpoint(\"/modules/¦ ~ MODULE ~ ``",
        "FROM /messages INTO BrokeredEndpoint(\"/modules/fil¦ter/inputs/i\") ~ MODULE ~ filter",
        "FROM /messages INTO BrokeredEndpoint(\"/modules/m/inputs/¦\") ~ INPUT ~ ``",
      })
  void a_name_or_an_expression_is_expected(String marked, Kind kind, String replaced) {
    assertThat(at(marked).kinds()).contains(kind);
    assertThat(replaced(marked)).isEqualTo(replaced);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM /messages /* he¦re */ INTO $upstream",
        "FROM /messages WHERE a = 'te¦xt' INTO $upstream",
        "FROM /messages INTO $upstream ¦",
        "FROM /messages INTO BrokeredEndpoint(\"/modules/m/inputs/i\")¦",
        "FROM /messages INTO BrokeredEndpoint(\"/modules/m/inputs/i/¦\")",
        "FROM /messages/modules/m/outputs/o/¦",
        "x y z ¦",
      })
  void nothing_is_expected(String marked) {
    assertThat(at(marked).kinds()).isEmpty();
  }

  @Test
  void an_output_and_an_input_belong_to_their_module() {
    assertThat(at("FROM /messages/modules/filter/outputs/¦").module()).contains("filter");
    assertThat(at("FROM /messages INTO BrokeredEndpoint('/modules/m/inputs/¦').").module())
        .contains("m");
  }

  @Test
  void every_caret_of_a_route_gets_an_answer() {
    String text =
        "SELECT * FROM /messages/modules/m/outputs/o WHERE NOT (f(a, {$b}) = 'x') /* c */"
            + " INTO BrokeredEndpoint(\"/modules/m/inputs/i\") ; 'x";
    for (int end = 0; end <= text.length(); end++) {
      Route route = Route.parse(text.substring(0, end));
      for (int caret = 0; caret <= end; caret++) {
        Expectation expectation = route.expectationAt(caret);
        assertThat(expectation.replaced().touches(caret)).isTrue();
        assertThat(expectation.replaced().end()).isLessThanOrEqualTo(end);
      }
    }
  }
}
