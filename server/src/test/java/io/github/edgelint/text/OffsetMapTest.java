package io.github.edgelint.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffsetMapTest {

  /**
   * The file text {@code "ab\\ncd"} at 10, decoded to {@code ab⏎cd}: the escape is two units wide.
   */
  private static final OffsetMap WITH_ESCAPE =
      OffsetMap.builder().add(2, 11, 2).add(1, 13, 2).add(2, 15, 2).build();

  @Test
  void text_that_stands_unchanged_maps_unit_by_unit() {
    OffsetMap map = OffsetMap.verbatim(7, 5);

    assertThat(map.toSource(new TextRange(1, 3))).isEqualTo(new TextRange(8, 10));
    assertThat(map.fromSource(9)).isEqualTo(2);
  }

  @Test
  void an_escape_maps_as_a_whole() {
    assertThat(WITH_ESCAPE.toSource(new TextRange(2, 3))).isEqualTo(new TextRange(13, 15));
    assertThat(WITH_ESCAPE.toSource(new TextRange(0, 5))).isEqualTo(new TextRange(11, 17));
    assertThat(WITH_ESCAPE.fromSource(14)).isEqualTo(2);
  }

  @Test
  void the_end_of_the_text_is_the_end_of_its_last_piece() {
    assertThat(WITH_ESCAPE.toSource(5)).isEqualTo(17);
    assertThat(WITH_ESCAPE.fromSource(99)).isEqualTo(5);
  }

  @Test
  void a_range_that_ends_at_the_border_of_two_chunks_ends_in_the_first() {
    OffsetMap chunks = OffsetMap.builder().add(3, 10, 3).add(3, 50, 3).build();

    assertThat(chunks.toSource(new TextRange(1, 3))).isEqualTo(new TextRange(11, 13));
    assertThat(chunks.toSource(new TextRange(2, 4))).isEqualTo(new TextRange(12, 51));
  }

  @Test
  void an_empty_text_has_an_empty_place() {
    OffsetMap map = OffsetMap.verbatim(4, 0);

    assertThat(map.toSource(TextRange.at(0))).isEqualTo(TextRange.at(4));
    assertThat(map.fromSource(4)).isZero();
  }
}
