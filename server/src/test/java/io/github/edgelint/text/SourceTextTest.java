package io.github.edgelint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

  @Test
  void utf_16_is_told_from_its_mark_or_from_the_nuls_beside_its_letters() {
    String toml = "# \u4F60\u597D \u00FC\nhostname = \"line-1\"\n";

    assertThat(SourceText.decode(toml.getBytes(StandardCharsets.UTF_16LE)).isUtf16()).isTrue();
    assertThat(SourceText.decode(toml.getBytes(StandardCharsets.UTF_16BE)).isUtf16()).isTrue();
    assertThat(SourceText.decode(toml.getBytes(StandardCharsets.UTF_16)).isUtf16()).isTrue();
    assertThat(SourceText.decode(toml.getBytes(StandardCharsets.UTF_8)).isUtf16()).isFalse();
  }

  @Test
  void bytes_that_are_no_text_are_not_taken_for_utf_16() {
    byte[] numbers = {1, 0, 2, 0, 3, 0, 4, 0};
    byte[] zeros = new byte[64];
    byte[] program = {'M', 'Z', 0, 0, 'a', 0, 0, 0, 'b', 0, 0, 0};
    byte[] wide = {'a', 0, 0, 0, 'b', 0, 0, 0, 'c', 0, 0, 0};
    byte[] letters = new byte[64];
    letters[0] = 'a';
    letters[2] = 'b';

    for (byte[] bytes : List.of(numbers, zeros, program, wide, letters, new byte[0])) {
      assertThat(SourceText.decode(bytes).isUtf16()).isFalse();
    }
  }
}
