package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.iotedge.value.TwinRules.KeyProblem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          plain        |
          8883/tcp     |
          a-b_c#d      |
          schlüssel    |
          com.example  | DOT
          $metadata    | DOLLAR
          a b          | BLANK
          ^a	b^       | CONTROL_CHARACTER
          """)
  void a_key_has_no_dot_dollar_blank_or_control_character(String key, KeyProblem problem) {
    assertThat(TwinRules.keyProblem(key)).isEqualTo(Optional.ofNullable(problem));
  }

  @Test
  void a_key_has_at_most_1024_bytes() {
    assertThat(TwinRules.keyProblem("ü".repeat(512))).isEmpty();
    assertThat(TwinRules.keyProblem("ü".repeat(512) + "x")).contains(KeyProblem.TOO_LONG);
  }

  @ParameterizedTest
  @CsvSource({
    "4503599627370495,true",
    "4503599627370496,false",
    "-4503599627370496,true",
    "-4503599627370497,false",
    "99999999999999999999,false",
    "1.5,true",
    "1e300,true",
    "-,true"
  })
  void an_integer_has_53_bits_with_sign(String literal, boolean inRange) {
    assertThat(TwinRules.isIntegerInRange(literal)).isEqualTo(inRange);
  }

  @Test
  void size_is_counted_in_utf_8_without_control_characters() {
    assertThat(TwinRules.utf8Length("aü€😀")).isEqualTo(1 + 2 + 3 + 4);
    assertThat(TwinRules.countedLength("aü€😀")).isEqualTo(10);
    assertThat(TwinRules.countedLength("a\n\tb\u007f\u0085")).isEqualTo(2);
  }
}
