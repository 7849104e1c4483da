package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.ide.Formatting.Options;
import io.github.edgelint.syntax.TokenKind;
import io.github.edgelint.syntax.Tokens;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormattingTest {

  private static final Options OPTIONS = new Options("  ", true);

  /** The file is one of ours, whatever its content. */
  private static Document document(String text) {
    return Document.of(new DocPath("/etc/docker/daemon.json"), SourceText.of(text));
  }

  private static String formatted(String text) {
    return formatted(document(text));
  }

  private static String formatted(Document document) {
    TextRange whole = new TextRange(0, document.source().length());
    return TextEdit.apply(document.source().text(), Formatting.of(document, OPTIONS, whole));
  }

  @Test
  void members_of_a_broken_object_stand_on_lines_of_their_own() {
    assertThat(formatted("{\"a\":1,\n\"b\" :[1,2], \"c\":{\"d\":null}}"))
        .isEqualTo(
            """
            {
              "a": 1,
              "b": [1, 2],
              "c": {"d": null}
            }
            """);
  }

  @Test
  void an_edit_is_no_larger_than_what_differs() {
    String text = "{\r\n    \"a\": 1,\r\n  \"b\":  2\r\n\r\n}\n\n";
    TextRange whole = new TextRange(0, text.length());

    assertThat(Formatting.of(document(text), OPTIONS, whole))
        .containsExactly(
            TextEdit.delete(new TextRange(5, 7)),
            TextEdit.delete(new TextRange(23, 24)),
            TextEdit.delete(new TextRange(27, 29)),
            new TextEdit(new TextRange(30, 32), "\r\n"));
  }

  @Test
  void what_stands_on_one_line_stays_there() {
    assertThat(formatted("{ \"a\":1,\"b\":[ ] }")).isEqualTo("{ \"a\": 1, \"b\": [] }\n");
  }

  @Test
  void comments_stay_beside_what_they_are_about() {
    assertThat(
            formatted(
                """
                // first


                // second
                { // behind
                "a":1,// behind a
                      // above b
                /* b */"b":2/* two */
                    // last
                }
                """))
        .isEqualTo(
            """
            // first

            // second
            { // behind
              "a": 1, // behind a
              // above b
              /* b */ "b": 2 /* two */
              // last
            }
            """);
  }

  @Test
  void one_empty_line_is_kept() {
    assertThat(formatted("{\n\n\"a\": 1,\n\n\n\"b\": 2\n\n}\n\n"))
        .isEqualTo("{\n  \"a\": 1,\n\n  \"b\": 2\n}\n");
  }

  @Test
  void line_breaks_stay_as_the_file_has_them() {
    assertThat(formatted("{\r\n\"a\": 1,\r\n\r\n\"b\": 2}\r\n"))
        .isEqualTo("{\r\n  \"a\": 1,\r\n\r\n  \"b\": 2\r\n}\r\n");
  }

  @Test
  void a_byte_order_mark_stays() {
    assertThat(formatted("\uFEFF {\n}")).isEqualTo("\uFEFF{}\n");
  }

  @ParameterizedTest
  @CsvSource({"{\"a\" 1}", "{\"a\": }", "'{\"a\": 1'"})
  void a_file_with_errors_is_left_alone(String text) {
    assertThat(formatted(text)).isEqualTo(text);
  }

  @Test
  void a_file_of_others_is_left_alone() {
    Document foreign = Document.of(new DocPath("/package.json"), SourceText.of("{\n\"a\":1}"));

    assertThat(foreign.kind()).isEqualTo(DocumentKind.OTHER);
    assertThat(formatted(foreign)).isEqualTo("{\n\"a\":1}");
  }

  @Test
  void only_the_part_changes() {
    String text = "{\n\"a\":1,\n\"b\":2}";
    Document document = document(text);

    List<TextEdit> edits =
        Formatting.of(document, OPTIONS, TextRange.ofLength(text.indexOf("1"), 1));

    assertThat(TextEdit.apply(text, edits)).isEqualTo("{\n\"a\": 1,\n\"b\":2}");
  }

  // --- laws --------------------------------------------------------------------------------

  static List<String> words(Document document) {
    List<String> words = new ArrayList<>();
    Tokens tokens = document.tree().tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.kind(i) != TokenKind.WHITESPACE && tokens.kind(i) != TokenKind.LINE_BREAK) {
        words.add(tokens.range(i).of(document.source().text()));
      }
    }
    return words;
  }

  private static void keepsTheLaws(Document document) {
    String once = formatted(document);
    Document result = Document.of(document.path(), SourceText.of(once));
    assertThat(words(result)).isEqualTo(words(document));
    assertThat(formatted(result)).isEqualTo(once);
  }

  @Test
  void no_token_changes_and_a_second_time_changes_nothing_in_real_files() throws IOException {
    int checked = 0;
    try (Stream<Path> files = Files.walk(Shared.assumePresent("corpus/manifests"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        keepsTheLaws(Document.of(DocPath.of(file), SourceText.decode(Files.readAllBytes(file))));
        checked++;
      }
    }
    assertThat(checked).isPositive();
  }

  @Test
  void no_token_changes_and_a_second_time_changes_nothing_in_any_layout() {
    List<String> pieces =
        List.of(
            "{", "\"a\"", ":", "[", "1", ",", "{", "\"b\"", ":", "2", "}", "]", ",", "\"c\"", ":",
            "[", "]", "}");
    List<String> gaps =
        List.of(
            "",
            "",
            " ",
            "\n",
            "\n\n\n",
            "\t",
            " // x\n",
            "\n// y\n",
            "/* z */",
            "\r\n",
            "\n/*\n*/ ");
    Random random = new Random(7);
    for (int run = 0; run < 3000; run++) {
      StringBuilder text = new StringBuilder();
      for (String piece : pieces) {
        text.append(gaps.get(random.nextInt(gaps.size()))).append(piece);
      }
      Document document = document(text + gaps.get(random.nextInt(gaps.size())));
      assertThat(document.tree().hasSyntaxErrors()).isFalse();
      keepsTheLaws(document);
    }
  }
}
