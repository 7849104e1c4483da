package io.github.edgelint.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ChunksTest {

  @Test
  void a_text_is_cut_every_512_units() {
    assertThat(Chunks.of("x".repeat(1100)))
        .extracting(String::length)
        .containsExactly(512, 512, 76);
  }

  @Test
  void a_pair_of_surrogates_stays_whole() {
    assertThat(Chunks.of("x".repeat(511) + "😀y")).containsExactly("x".repeat(511), "😀y");
  }

  @Test
  void an_empty_text_is_one_empty_chunk() {
    assertThat(Chunks.of("")).containsExactly("");
  }

  @Property
  void joined_the_chunks_are_the_text(@ForAll @StringLength(max = 3000) String text) {
    assertThat(String.join("", Chunks.of(text))).isEqualTo(text);
  }
}
