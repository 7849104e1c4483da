package io.github.edgelint.syntax.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.text.SourceText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  private static ConfigTree parse(String text) {
    return JsonParser.parse(SourceText.of(text));
  }

  @Test
  void a_value_becomes_one_line_without_blanks() {
    ConfigTree tree = parse("{\n  \"a\": [ 1, {} ], // one\n  'b' : \"\\u00e9\",\n}");

    assertThat(JsonText.compact(tree, tree.root())).contains("{\"a\":[1,{}],\"b\":\"\\u00e9\"}");
  }

  @Test
  void a_value_becomes_lines_with_indentation() {
    ConfigTree tree = parse("{\"a\":[1,{}],\"b\":[]}");

    assertThat(JsonText.pretty(tree, tree.root(), "  ", "\t", "\n"))
        .contains("{\n  \t\"a\": [\n  \t\t1,\n  \t\t{}\n  \t],\n  \t\"b\": []\n  }");
  }

  @Test
  void what_could_not_be_read_is_not_written() {
    ConfigTree tree = parse("{\"a\": , \"b\": 1}");

    assertThat(JsonText.compact(tree, tree.root())).isEmpty();
    assertThat(JsonText.compact(tree, tree.root().get("b"))).contains("1");
  }

  @Property
  void a_quoted_text_is_read_back(@ForAll String text) {
    ConfigTree tree = parse(JsonText.quote(text));

    assertThat(tree.problems()).isEmpty();
    assertThat(tree.root().asText()).contains(text);
  }
}
