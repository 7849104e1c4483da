package io.github.edgelint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineIndexTest {

  @Test
  void a_line_ends_at_lf_at_crlf_and_at_a_lone_cr() {
    LineIndex lines = new LineIndex("a\nb\r\nc\rd");

    assertThat(lines.lineCount()).isEqualTo(4);
    assertThat(lines.lineStart(1)).isEqualTo(2);
    assertThat(lines.lineStart(2)).isEqualTo(5);
    assertThat(lines.lineStart(3)).isEqualTo(7);
  }

  @Test
  void the_end_of_a_line_leaves_its_line_end_out() {
    LineIndex lines = new LineIndex("ab\r\ncd\n");

    assertThat(lines.line(0)).isEqualTo(new TextRange(0, 2));
    assertThat(lines.line(1)).isEqualTo(new TextRange(4, 6));
    assertThat(lines.line(2)).isEqualTo(TextRange.at(7));
  }

  @Test
  void columns_count_what_the_encoding_says() {
    String text = "aä€😀x";
    LineIndex lines = new LineIndex(text);
    int atX = text.indexOf('x');

    assertThat(lines.position(atX, PositionEncoding.UTF_8).column()).isEqualTo(1 + 2 + 3 + 4);
    assertThat(lines.position(atX, PositionEncoding.UTF_16).column()).isEqualTo(5);
    assertThat(lines.position(atX, PositionEncoding.UTF_32).column()).isEqualTo(4);
  }

  @Test
  void a_column_beyond_the_line_is_its_end_and_a_line_beyond_the_text_its_end() {
    LineIndex lines = new LineIndex("ab\ncd");

    assertThat(lines.offset(new Position(0, 99), PositionEncoding.UTF_16)).isEqualTo(2);
    assertThat(lines.offset(new Position(9, 0), PositionEncoding.UTF_8)).isEqualTo(5);
    assertThat(lines.offset(new Position(1, Integer.MAX_VALUE), PositionEncoding.UTF_16))
        .isEqualTo(5);
  }

  @Test
  void a_column_inside_a_character_is_its_start() {
    LineIndex lines = new LineIndex("😀x");

    assertThat(lines.offset(new Position(0, 2), PositionEncoding.UTF_8)).isZero();
  }

  @Property
  void a_position_leads_back_to_its_offset_in_every_encoding(
      @ForAll @StringLength(max = 60) String text, @ForAll PositionEncoding encoding) {
    LineIndex lines = new LineIndex(text);
    for (int offset = 0; offset <= text.length(); offset++) {
      boolean insidePair =
          offset > 0
              && offset < text.length()
              && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
      boolean insideLineEnd =
          offset > 0
              && offset < text.length()
              && text.charAt(offset - 1) == '\r'
              && text.charAt(offset) == '\n';
      if (!insidePair && !insideLineEnd) {
        assertThat(lines.offset(lines.position(offset, encoding), encoding)).isEqualTo(offset);
      }
    }
  }

  @Property
  void after_an_edit_the_lines_are_those_of_the_new_text(
      @ForAll @Chars({'a', '\r', '\n'}) @StringLength(max = 12) String text,
      @ForAll @Chars({'a', '\r', '\n'}) @StringLength(max = 4) String typed,
      @ForAll @IntRange(max = 12) int start,
      @ForAll @IntRange(max = 4) int length) {
    int from = Math.min(start, text.length());
    TextRange replaced = new TextRange(from, Math.min(from + length, text.length()));
    SourceText before = SourceText.of(text);
    int lines = before.lines().lineCount();

    SourceText after = before.after(new TextEdit(replaced, typed));

    assertThat(starts(after.lines())).isEqualTo(starts(new LineIndex(after.text())));
    assertThat(before.lines().lineCount()).isEqualTo(lines);
  }

  private static List<Integer> starts(LineIndex lines) {
    return IntStream.range(0, lines.lineCount()).map(lines::lineStart).boxed().toList();
  }
}
