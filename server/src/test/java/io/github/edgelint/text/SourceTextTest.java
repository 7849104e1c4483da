package io.github.edgelint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void a_byte_order_mark_stays_in_the_text() {
    SourceText source = SourceText.decode("\uFEFF{}".getBytes(StandardCharsets.UTF_8));

    assertThat(source.hasByteOrderMark()).isTrue();
    assertThat(source.text()).isEqualTo("\uFEFF{}");
  }

  @Test
  void bytes_that_are_not_utf_8_are_found() {
    byte[] latin1 = "a = \"ü\"".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(SourceText.decode(latin1).firstInvalidOffset()).isEqualTo(5);
    assertThat(SourceText.decode("ü".getBytes(StandardCharsets.UTF_8)).firstInvalidOffset())
        .isEqualTo(-1);
  }

  @Test
  void the_line_end_is_that_of_the_first_line() {
    assertThat(SourceText.of("a\r\nb\n").lineBreak()).isEqualTo("\r\n");
    assertThat(SourceText.of("a").lineBreak()).isEqualTo("\n");
  }
}
