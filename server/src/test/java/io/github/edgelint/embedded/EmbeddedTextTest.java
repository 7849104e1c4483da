package io.github.edgelint.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Language;
import io.github.edgelint.syntax.Quote;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.syntax.unit.UnitParser;
import io.github.edgelint.text.OffsetMap;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedTextTest {

  private static ConfigTree json(String text) {
    return JsonParser.parse(SourceText.of(text));
  }

  private static ScalarNode scalar(ConfigNode node) {
    return node.asScalar().orElseThrow();
  }

  private static EmbeddedText only(ConfigTree tree) {
    return EmbeddedText.of(tree, scalar(tree.root().members().get(0).value()));
  }

  private static EmbeddedText chunks(ConfigTree tree) {
    return EmbeddedText.of(
        tree, tree.root().members().stream().map(member -> scalar(member.value())).toList());
  }

  @Test
  void a_place_in_the_text_leads_to_its_place_in_the_file() {
    ConfigTree tree = json("{\"o\": \"{\\\"a\\\": 1}\"}");
    EmbeddedText text = only(tree);

    assertThat(text.text()).isEqualTo("{\"a\": 1}");
    assertThat(text.toFile(new TextRange(1, 4)).of(tree.text())).isEqualTo("\\\"a\\\"");
    assertThat(text.toFile(TextRange.at(8))).isEqualTo(TextRange.at(17));
  }

  @Test
  void a_caret_in_the_file_leads_to_its_place_in_the_text() {
    ConfigTree tree = json("{\"o\": \"{\\\"a\\\": 1}\"}");
    int caret = tree.text().indexOf("a\\");

    assertThat(only(tree).fromFile(caret)).hasValue(2);
    assertThat(only(tree).fromFile(2)).isEmpty();
  }

  @Test
  void chunks_are_one_text() {
    ConfigTree tree = json("{\"o\": \"{\\\"a\", \"o01\": \"\\\": 1}\"}");
    EmbeddedText text = chunks(tree);

    assertThat(text.text()).isEqualTo("{\"a\": 1}");
    assertThat(text.toFile(TextRange.ofLength(6, 1)).of(tree.text())).isEqualTo("1");
    assertThat(text.fromFile(tree.text().indexOf("1}"))).hasValue(6);
  }

  @Test
  void a_range_in_several_chunks_is_shown_in_the_first() {
    ConfigTree tree = json("{\"o\": \"ab\", \"o01\": \"cd\"}");

    assertThat(chunks(tree).toFile(new TextRange(1, 4)).of(tree.text())).isEqualTo("b");
  }

  @Test
  void an_edit_is_escaped_for_its_string() {
    ConfigTree tree = json("{\"o\": \"{\\\"a\\\": 1}\"}");
    TextEdit edit = only(tree).encode(new TextEdit(new TextRange(6, 7), "\"C:\\x\"")).orElseThrow();

    assertThat(TextEdit.apply(tree.text(), List.of(edit)))
        .isEqualTo("{\"o\": \"{\\\"a\\\": \\\"C:\\\\x\\\"}\"}");
  }

  @Test
  void an_edit_across_chunks_is_refused() {
    EmbeddedText text = chunks(json("{\"o\": \"ab\", \"o01\": \"cd\"}"));

    assertThat(text.encode(new TextEdit(new TextRange(1, 3), "x"))).isEmpty();
    assertThat(text.encode(new TextEdit(new TextRange(2, 3), "x"))).isPresent();
  }

  @Test
  void edits_are_encoded_together_or_not_at_all() {
    EmbeddedText text = chunks(json("{\"o\": \"ab\", \"o01\": \"cd\"}"));
    TextEdit good = TextEdit.insert(0, "x");

    assertThat(text.encode(List.of(good))).isPresent();
    assertThat(text.encode(List.of(good, new TextEdit(new TextRange(1, 3), "x")))).isEmpty();
  }

  @Test
  void a_string_that_is_not_closed_is_not_edited() {
    assertThat(only(json("{\"o\": \"ab\n}")).encode(TextEdit.insert(0, "x"))).isEmpty();
  }

  @Test
  void a_unit_value_is_edited_across_its_joined_lines() {
    ConfigTree tree = UnitParser.parse(SourceText.of("[S]\nk=a \\\n b\n"));
    EmbeddedText text = EmbeddedText.of(tree, scalar(tree.root().get("S").get("k")));
    TextEdit edit = text.encode(new TextEdit(new TextRange(1, 4), ",")).orElseThrow();

    assertThat(text.text()).isEqualTo("a   b");
    assertThat(TextEdit.apply(tree.text(), List.of(edit))).isEqualTo("[S]\nk=a,b\n");
  }

  @Test
  void a_unit_value_holds_no_line_break() {
    ConfigTree tree = UnitParser.parse(SourceText.of("[S]\nk=a\n"));
    EmbeddedText text = EmbeddedText.of(tree, scalar(tree.root().get("S").get("k")));

    assertThat(text.encode(TextEdit.insert(1, "\nx=1"))).isEmpty();
    assertThat(text.encode(TextEdit.insert(1, "\\"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          DOUBLE        | say "hi" | say \\"hi\\"
          TRIPLE_DOUBLE | say "hi" | say \\"hi\\"
          SINGLE        | say "hi" | say "hi"
          TRIPLE_SINGLE | C:\\x    | C:\\x
          SINGLE        | it's     |
          TRIPLE_SINGLE | it's     |
          """)
  void the_quotes_of_toml_decide_how_a_text_is_written(Quote quote, String text, String written) {
    int mark = quote.mark().length();
    ScalarNode value =
        new ScalarNode(
            ScalarNode.Type.STRING,
            new TextRange(0, 1 + 2 * mark),
            "a",
            quote,
            OffsetMap.verbatim(mark, 1));
    ConfigTree tree =
        new ConfigTree(
            Language.TOML,
            SourceText.of(quote.mark() + "a" + quote.mark()),
            new Tokens.Builder(32).build(),
            value,
            List.of(),
            List.of(),
            List.of());

    Optional<TextEdit> edit = EmbeddedText.of(tree, value).encode(TextEdit.insert(0, text));

    assertThat(edit.map(TextEdit::newText)).isEqualTo(Optional.ofNullable(written));
  }

  @Property
  void an_edit_of_the_text_and_the_edit_of_the_file_say_the_same(
      @ForAll @StringLength(max = 30) String content,
      @ForAll @StringLength(max = 5) String added,
      @ForAll @IntRange(max = 30) int from,
      @ForAll @IntRange(max = 5) int length) {
    ConfigTree tree = json("{\"o\": " + JsonText.quote(content) + "}");
    int start = Math.min(from, content.length());
    int end = Math.min(start + length, content.length());
    TextEdit edit = new TextEdit(new TextRange(start, end), added);

    TextEdit inFile = only(tree).encode(edit).orElseThrow();
    ConfigTree edited = json(TextEdit.apply(tree.text(), List.of(inFile)));

    assertThat(only(edited).text()).isEqualTo(TextEdit.apply(content, List.of(edit)));
  }
}
