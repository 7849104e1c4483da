package io.github.edgelint.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgelint.schema.JsonValue.Items;
import io.github.edgelint.schema.JsonValue.Literal;
import io.github.edgelint.schema.JsonValue.Members;
import io.github.edgelint.schema.JsonValue.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static JsonValue read(String text) {
    return JsonReader.of(text.getBytes(StandardCharsets.UTF_8)).lastValue();
  }

  @Test
  void every_kind_of_value_is_read() {
    assertThat(read(" {\"a\" : [ 1, -2.5e3 , true,null], \"b\":{}, \"c\":[]} "))
        .isEqualTo(
            new Members(
                Map.of(
                    "a",
                    new Items(
                        List.of(
                            new Literal("1"),
                            new Literal("-2.5e3"),
                            new Literal("true"),
                            new Literal("null"))),
                    "b",
                    new Members(Map.of()),
                    "c",
                    new Items(List.of()))));
  }

  @Test
  void escapes_are_decoded() {
    assertThat(read("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\", \"plain\", \"\\\\\"]"))
        .isEqualTo(
            new Items(List.of(new Text("\"\\/\b\f\n\r\té"), new Text("plain"), new Text("\\"))));
  }

  @Test
  void texts_beyond_ascii_are_decoded() {
    assertThat(read("{\"µ – 😀\": \"\\n…\"}"))
        .isEqualTo(new Members(Map.of("µ – 😀", new Text("\n…"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": [1, {\"]\": \"}\\\"\"}, []], \"b\": null}",
        "[]",
        "\"a\\\\\"",
        "-1.5e3",
        "true"
      })
  void a_value_that_is_passed_over_ends_where_it_ends_when_it_is_read(String value) {
    JsonReader read = JsonReader.of(("[" + value + ", 7]").getBytes(StandardCharsets.UTF_8)).at(1);
    JsonReader passed = read.at(1);
    read.value();
    passed.skip();
    assertThat(passed.offset()).isEqualTo(read.offset());
  }

  @Test
  void a_value_can_be_read_again_from_its_offset() {
    JsonReader reader = JsonReader.of("[1, \"two\"]".getBytes(StandardCharsets.UTF_8));
    List<Integer> offsets = new ArrayList<>();
    reader.items(
        () -> {
          offsets.add(reader.offset());
          reader.skip();
        });
    assertThat(reader.at(offsets.get(1)).value()).isEqualTo(new Text("two"));
  }

  @Test
  void members_keep_their_order() {
    assertThat(((Members) read("{\"z\":1,\"a\":2,\"m\":3}")).members().keySet())
        .containsExactly("z", "a", "m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[1", "[1 2]", "{\"a\" 1}", "tru", "\"a", "{} {}", "{a:1}", "1x"})
  void what_is_no_json_is_refused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
