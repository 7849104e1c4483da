package io.github.edgelint.iotedge.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HumanDurationTest {

  @ParameterizedTest
  @CsvSource({
    "1ns,1",
    "2us,2000",
    "3ms,3000000",
    "1s,1000000000",
    "1m,60000000000",
    "1min,60000000000",
    "1h,3600000000000",
    "1d,86400000000000",
    "1w,604800000000000",
    "1d 12h,129600000000000",
    "1day12hours,129600000000000",
    "0s,0",
    "0,0",
    "00,0",
    "1 d,86400000000000",
    "10 0s,100000000000"
  })
  void is_read_as_the_daemons_do(String text, BigInteger nanoseconds) {
    HumanDuration duration = HumanDuration.parse(text).orElseThrow();

    assertThat(duration.nanoseconds()).isEqualTo(nanoseconds);
    assertThat(duration.fractional()).isFalse();
  }

  @Test
  void capital_m_is_a_month() {
    assertThat(HumanDuration.parse("1M")).isEqualTo(HumanDuration.parse("1month"));
    assertThat(HumanDuration.parse("1M")).isNotEqualTo(HumanDuration.parse("1m"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "d",
        "1D",
        "1 Day",
        "one day",
        "-1d",
        "1d,2h",
        "1d 2",
        "1x",
        "1.d",
        ".5d",
        "18446744073709551616s",
        "P1D"
      })
  void is_refused_where_the_daemons_refuse_it(String text) {
    assertThat(HumanDuration.parse(text)).isEmpty();
  }

  @Test
  void a_fraction_is_told_apart() {
    HumanDuration duration = HumanDuration.parse("1.5d").orElseThrow();

    assertThat(duration.fractional()).isTrue();
    assertThat(duration.nanoseconds()).isEqualTo(BigInteger.valueOf(129_600_000_000_000L));
  }

  @ParameterizedTest
  @CsvSource({"1d,true", "24h,true", "1w,true", "0s,true", "36h,false", "1M,false"})
  void knows_whole_days(String text, boolean whole) {
    assertThat(HumanDuration.parse(text).orElseThrow().isMultipleOfDays()).isEqualTo(whole);
  }

  @Test
  void knows_zero() {
    assertThat(HumanDuration.parse("0d").orElseThrow().isZero()).isTrue();
    assertThat(HumanDuration.parse("1ns").orElseThrow().isZero()).isFalse();
  }
}
