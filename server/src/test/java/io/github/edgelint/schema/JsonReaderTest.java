package io.github.edgelint.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.edgelint.schema.JsonValue.Items;
import io.github.edgelint.schema.JsonValue.Literal;
import io.github.edgelint.schema.JsonValue.Members;
import io.github.edgelint.schema.JsonValue.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @Test
  void every_kind_of_value_is_read() {
    assertThat(JsonReader.read(" {\"a\" : [ 1, -2.5e3 , true,null], \"b\":{}, \"c\":[]} "))
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
    assertThat(JsonReader.read("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\", \"plain\", \"\\\\\"]"))
        .isEqualTo(
            new Items(List.of(new Text("\"\\/\b\f\n\r\té"), new Text("plain"), new Text("\\"))));
  }

  @Test
  void members_keep_their_order() {
    assertThat(((Members) JsonReader.read("{\"z\":1,\"a\":2,\"m\":3}")).members().keySet())
        .containsExactly("z", "a", "m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[1", "[1 2]", "{\"a\" 1}", "tru", "\"a", "{} {}", "{a:1}", "1x"})
  void what_is_no_json_is_refused(String text) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
