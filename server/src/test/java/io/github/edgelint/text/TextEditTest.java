package io.github.edgelint.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextEditTest {

  @Test
  void edits_refer_to_the_text_as_it_was() {
    List<TextEdit> edits =
        List.of(TextEdit.insert(3, "!"), new TextEdit(new TextRange(0, 1), "xyz"));

    assertThat(TextEdit.apply("abc", edits)).isEqualTo("xyzbc!");
  }

  @Test
  void insertions_at_one_place_keep_their_order() {
    assertThat(TextEdit.apply("ab", List.of(TextEdit.insert(1, "1"), TextEdit.insert(1, "2"))))
        .isEqualTo("a12b");
  }

  @Test
  void edits_that_overlap_are_refused() {
    List<TextEdit> edits =
        List.of(TextEdit.delete(new TextRange(0, 2)), TextEdit.delete(new TextRange(1, 3)));

    assertThatThrownBy(() -> TextEdit.apply("abc", edits))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
