package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNetRewriteTest {

  @ParameterizedTest
  @CsvSource({
    "2020-01-02T03:04:05.000Z,2020-01-02T03:04:05Z",
    "2020-01-02T03:04:05.500Z,2020-01-02T03:04:05.5Z",
    "2020-01-02T03:04:05+02:00,2020-01-02T01:04:05+00:00",
    "2020-01-01T01:00:00+02:00,2019-12-31T23:00:00+00:00",
    "/Date(1330848000000)/,2012-03-04T08:00:00Z",
    "2020-01-02T03:04:05Z,",
    "2020-01-02T03:04:05,",
    "2020-01-02,",
    "2020-01-02 03:04:05,",
    "2020-13-02T03:04:05.0Z,",
    "2020-01-02T03:04:05.000Z and more,",
    "text,",
    "'',"
  })
  void a_text_that_looks_like_a_time_is_printed_again(String text, String rewritten) {
    assertThat(JsonNetRewrite.ofText(text)).isEqualTo(Optional.ofNullable(rewritten));
  }

  @ParameterizedTest
  @CsvSource({
    "1.50,1.5",
    "1e3,1000.0",
    "1.0e1,10.0",
    "-2.50,-2.5",
    "1.5,",
    "1.0,",
    "0.25,",
    "1,",
    "-7,",
    "00,",
    "1e400,"
  })
  void a_number_with_a_fraction_is_printed_again(String literal, String rewritten) {
    assertThat(JsonNetRewrite.ofNumber(literal)).isEqualTo(Optional.ofNullable(rewritten));
  }
}
