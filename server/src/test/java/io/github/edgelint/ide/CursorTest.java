package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.ide.Cursor.Slot;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CursorTest {

  private static final String MANIFEST =
      """
      {"modulesContent": {"$edgeAgent": {"properties.desired": {
        "schemaVersion": "1.1",
        "runtime": {"type": "docker", "settings": {}},
        "systemModules": {
          "edgeAgent": {"type": "docker", "settings": {"image": "a:1", "createOptions": "%s"},
            "env": {"https_proxy": {"value": "%s"}}},
          "edgeHub": {"type": "docker", "settings": {"image": "h:1"}}
        },
        "modules": {}
      }}, "$edgeHub": {"properties.desired": {
        "schemaVersion": "1.1",
        "routes": {"up": "%s"},
        "storeAndForwardConfiguration": {"timeToLiveSecs": 7200}
      }}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // text | slot | path | token | typed
        "{'a': {$0}}                | KEY     | /a   | ''    | ''",
        "{'a': {'b$0c': 1}}         | KEY     | /a   | 'bc'  | b",
        "{'a': {b$0}}               | KEY     | /a   | b     | b",
        "{'a': 1, $0}               | KEY     | -    | ''    | ''",
        "{'a': 1 $0}                | NOWHERE | -    | ''    | ''",
        "{'a': $0}                  | VALUE   | /a   | ''    | ''",
        "{'a':$0 1}                 | VALUE   | /a   | ''    | ''",
        "{'a': t$0ru}               | VALUE   | /a   | tru   | t",
        "{'a': 'x$0y'}              | VALUE   | /a   | 'xy'  | x",
        "{'a': ['x', $0]}           | VALUE   | /a/1 | ''    | ''",
        "{'a': ['x', 'y$0']}        | VALUE   | /a/1 | 'y'   | y",
        "{'a': [$0]}                | VALUE   | /a/0 | ''    | ''",
        "{'a': ['x' $0]}            | NOWHERE | /a   | ''    | ''",
        "{'a': {'b': 1, $0          | KEY     | /a   | ''    | ''",
        "{'a': [{'c': $0            | VALUE   | /a/0/c | ''  | ''",
        "{'a': {}$0}                | NOWHERE | -    | ''    | ''",
      })
  void json_says_what_can_be_typed(
      String marked, Slot slot, String path, String token, String typed) {
    Cursor cursor = Marked.of("x.json", marked.replace('\'', '"')).cursor();

    assertThat(cursor.slot()).isEqualTo(slot);
    assertThat(cursor.path().toPointer()).isEqualTo(path == null ? "" : path);
    assertThat(cursor.token().of(cursor.tree().text())).isEqualTo(quotedAsWritten(marked, token));
    assertThat(cursor.typed()).isEqualTo(typed);
  }

  // CSV takes the quotation marks of a token away; the text still has them.
  private static String quotedAsWritten(String marked, String token) {
    String quoted = '\'' + token + '\'';
    boolean isQuoted = !token.isEmpty() && marked.replace(Marked.MARK, "").contains(quoted);
    return isQuoted ? '"' + token + '"' : token;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "[agent]¶na$0me = 1         | KEY     | /agent     | name | na",
        "[agent]¶$0                 | KEY     | /agent     | ''   | ''",
        "$0                         | KEY     | -          | ''   | ''",
        "[agent]¶name = $0          | VALUE   | /agent/name | ''  | ''",
        "[agent]¶name = 1 $0        | NOWHERE | /agent     | ''   | ''",
        "[agent]¶name = tr$0        | VALUE   | /agent/name | tr  | tr",
        "[agent.en$0]¶              | HEADER  | /agent     | en   | en",
        "[ag$0                      | HEADER  | -          | ag   | ag",
        "[$0]                       | HEADER  | -          | ''   | ''",
        "[agent.]¶[agent.$0]        | HEADER  | /agent     | ''   | ''",
        "[agent] $0                 | KEY     | /agent     | ''   | ''",
        "[[a]]¶b=1¶[[a]]¶$0         | KEY     | /a/1       | ''   | ''",
        "a.b.c$0 = 1                | KEY     | /a/b       | c    | c",
        "a.b = 1¶a.$0               | KEY     | /a         | ''   | ''",
        "a.b = 1¶a.c = $0           | VALUE   | /a/c       | ''   | ''",
        "a = {b = 1, $0}            | KEY     | /a         | ''   | ''",
        "a = {b = $0}               | VALUE   | /a/b       | ''   | ''",
        "a = [¶  1,¶  $0¶]          | VALUE   | /a/1       | ''   | ''",
        "[a]¶# no$0te               | COMMENT | /a         | ''   | ''",
        "[a.b]¶x = 1¶[a]¶y$0        | KEY     | /a         | y    | y",
      })
  void toml_says_what_can_be_typed(
      String marked, Slot slot, String path, String token, String typed) {
    Cursor cursor = Marked.of("x.toml", marked.replace('¶', '\n')).cursor();

    assertThat(cursor.slot()).isEqualTo(slot);
    assertThat(cursor.path().toPointer()).isEqualTo(path == null ? "" : path);
    assertThat(cursor.token().of(cursor.tree().text())).isEqualTo(token);
    assertThat(cursor.typed()).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "[Serv$0]                      | HEADER  | -        | Serv",
        "[Service]¶Env$0               | KEY     | /Service | Env",
        "[Service]¶$0                  | KEY     | /Service | ''",
        "[Service]¶Environment=$0      | VALUE   | /Service/Environment | ''",
        "[Service]¶Environment=A=b $0  | VALUE   | /Service/Environment | ''",
        "[Service]¶Environment=A=b \\¶  C$0=d | VALUE | /Service/Environment | 'A=b \\¶  C=d'",
        "[Service]¶# En$0              | COMMENT | /Service | ''",
      })
  void a_unit_says_what_can_be_typed(String marked, Slot slot, String path, String token) {
    Cursor cursor =
        Marked.of("aziot-edged.service.d/x.conf", marked.replace("\\\\", "\\").replace('¶', '\n'))
            .cursor();

    assertThat(cursor.slot()).isEqualTo(slot);
    assertThat(cursor.path().toPointer()).isEqualTo(path == null ? "" : path);
    assertThat(cursor.token().of(cursor.tree().text()))
        .isEqualTo(token.replace("\\\\", "\\").replace('¶', '\n'));
  }

  @Test
  void a_key_knows_whether_its_separator_is_there() {
    assertThat(Marked.of("x.json", "{\"a$0\" : 1}").cursor().hasSeparator()).isTrue();
    assertThat(Marked.of("x.json", "{\"a$0\" }").cursor().hasSeparator()).isFalse();
    assertThat(Marked.of("x.toml", "a$0 = 1").cursor().hasSeparator()).isTrue();
  }

  @Test
  void a_route_is_found_with_the_place_in_its_text() {
    Cursor cursor =
        Marked.of("deployment.json", MANIFEST.formatted("{}", "", "FROM $0/messages")).cursor();

    Cursor.InRoute route = cursor.route().orElseThrow();

    assertThat(route.entry().name()).isEqualTo("up");
    assertThat(route.place().text().text()).isEqualTo("FROM /messages");
    assertThat(route.place().offset()).isEqualTo(5);
  }

  @Test
  void create_options_have_a_cursor_of_their_own() {
    Cursor cursor =
        Marked.of(
                "deployment.json",
                MANIFEST.formatted("{\\\"HostConfig\\\": {\\\"Bi$0\\\": 1}}", "", ""))
            .cursor();

    Cursor inner = cursor.createOptions().orElseThrow();

    assertThat(inner.slot()).isEqualTo(Slot.KEY);
    assertThat(inner.path().toPointer()).isEqualTo("/HostConfig");
    assertThat(inner.typed()).isEqualTo("Bi");
  }

  @Test
  void edits_of_create_options_are_escaped_for_the_file() {
    Marked marked = Marked.of("deployment.json", MANIFEST.formatted("{\\\"A\\\": $0}", "", ""));
    Cursor inner = marked.cursor().createOptions().orElseThrow();

    List<TextEdit> edits =
        inner.toFile(List.of(TextEdit.insert(inner.offset(), "\"x\""))).orElseThrow();

    assertThat(edits).containsExactly(TextEdit.insert(marked.offset(), "\\\"x\\\""));
  }

  @Test
  void a_proxy_address_is_found_in_a_module() {
    Cursor cursor =
        Marked.of("deployment.json", MANIFEST.formatted("{}", "http://pro$0xy:3128", "")).cursor();

    assertThat(cursor.proxy().orElseThrow().owner()).isEqualTo("edgeAgent");
  }

  @Test
  void a_proxy_address_is_found_in_a_quoted_assignment() {
    Cursor cursor =
        Marked.of(
                "aziot-edged.service.d/proxy.conf",
                "[Service]\nEnvironment=\"https_proxy=http://pro$0xy:3128\"\n")
            .cursor();

    assertThat(cursor.isInAssignment()).isTrue();
    assertThat(cursor.proxy().orElseThrow().owner()).isEqualTo("aziot-edged");
  }

  @Test
  void no_offset_of_a_file_is_without_an_answer() {
    String text = MANIFEST.formatted("{\\\"A\\\": [1, ", "http://[", "FROM (").stripTrailing();
    for (int length = 0; length <= text.length(); length += 7) {
      for (int offset = 0; offset <= length; offset += 13) {
        Cursor cursor =
            Marked.of(
                    "deployment.json",
                    text.substring(0, offset) + "$0" + text.substring(offset, length))
                .cursor();
        assertThat(cursor.token().touches(cursor.offset()) || cursor.token().isEmpty()).isTrue();
        cursor.createOptions().ifPresent(CursorTest::inFile);
        cursor.proxy();
        cursor.route();
      }
    }
  }

  private static void inFile(Cursor inner) {
    TextRange range = inner.toFile(inner.token());
    assertThat(range.end()).isLessThanOrEqualTo(inner.document().source().length());
  }

  @Test
  void an_item_of_an_array_names_the_member_that_has_the_array() {
    Cursor cursor = Marked.of("x.json", "{\"a\": [\"b$0\"]}").cursor();

    assertThat(cursor.member().map(Member::name)).contains("a");
  }
}
