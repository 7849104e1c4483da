package io.github.edgelint.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.json.JsonParser;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class JsonEditorTest {

  private static ConfigTree parse(String text) {
    return JsonParser.parse(SourceText.of(text));
  }

  private static String edited(
      String text, BiFunction<JsonEditor, ConfigNode, List<TextEdit>> edit) {
    ConfigTree tree = parse(text);
    return TextEdit.apply(text, edit.apply(new JsonEditor(tree), tree.root()));
  }

  private static ObjectNode object(ConfigNode node) {
    return node.asObject().orElseThrow();
  }

  private static Member member(ConfigNode parent, String name) {
    return object(parent).member(name).orElseThrow();
  }

  private static String inserted(String text) {
    return edited(text, (editor, root) -> editor.insert(object(root), "new", NewValue.text("x")));
  }

  private static String removed(String text, String name) {
    return edited(text, (editor, root) -> editor.remove(member(root, name)));
  }

  // --- insert ------------------------------------------------------------------------------

  @Test
  void a_member_goes_on_a_line_of_its_own_where_the_others_do() {
    assertThat(inserted("{\n  \"a\": 1\n}\n")).isEqualTo("{\n  \"a\": 1,\n  \"new\": \"x\"\n}\n");
  }

  @Test
  void a_member_goes_on_the_same_line_where_the_others_do() {
    assertThat(inserted("{ \"a\": 1 }")).isEqualTo("{ \"a\": 1, \"new\": \"x\" }");
  }

  @Test
  void blanks_around_colons_and_commas_are_those_of_the_file() {
    assertThat(inserted("{\"a\":1,\"b\":2}")).isEqualTo("{\"a\":1,\"b\":2,\"new\":\"x\"}");
    assertThat(inserted("{\n\t\"a\" : 1\n}")).isEqualTo("{\n\t\"a\" : 1,\n\t\"new\" : \"x\"\n}");
  }

  @Test
  void line_ends_are_those_of_the_file() {
    assertThat(inserted("{\r\n  \"a\": 1\r\n}"))
        .isEqualTo("{\r\n  \"a\": 1,\r\n  \"new\": \"x\"\r\n}");
  }

  @Test
  void a_comment_behind_the_last_member_stays_behind_it() {
    assertThat(inserted("{\n  \"a\": 1 // one\n}"))
        .isEqualTo("{\n  \"a\": 1, // one\n  \"new\": \"x\"\n}");
  }

  @Test
  void a_trailing_comma_becomes_the_comma_between() {
    assertThat(inserted("{\n  \"a\": 1, // one\n}"))
        .isEqualTo("{\n  \"a\": 1, // one\n  \"new\": \"x\"\n}");
  }

  @Test
  void nothing_is_written_into_a_comment() {
    assertThat(inserted("{\"a\": 1, \"b\": 2 // two\n}"))
        .isEqualTo("{\"a\": 1, \"b\": 2, // two\n\"new\": \"x\"\n}");
  }

  @Test
  void a_pair_in_braces_stays_on_one_line_where_the_others_do() {
    NewValue pair = NewValue.object("value", NewValue.text("x"));

    assertThat(
            edited(
                "{\n  \"a\": { \"value\": 1 }\n}",
                (editor, root) -> editor.insert(object(root), "b", pair)))
        .isEqualTo("{\n  \"a\": { \"value\": 1 },\n  \"b\": { \"value\": \"x\" }\n}");
    assertThat(
            edited(
                "{\n  \"a\": {\n    \"value\": 1\n  }\n}",
                (editor, root) -> editor.insert(object(root), "b", pair)))
        .isEqualTo(
            "{\n  \"a\": {\n    \"value\": 1\n  },\n" + "  \"b\": {\n    \"value\": \"x\"\n  }\n}");
  }

  @Test
  void an_empty_object_opens_up_where_its_surroundings_have_lines() {
    assertThat(
            edited(
                "{\n    \"env\": {}\n}",
                (editor, root) ->
                    editor.insert(
                        object(root.get("env")),
                        "A",
                        NewValue.object("value", NewValue.text("b")))))
        .isEqualTo(
            "{\n"
                + "    \"env\": {\n"
                + "        \"A\": {\n"
                + "            \"value\": \"b\"\n"
                + "        }\n"
                + "    }\n"
                + "}");
  }

  @Test
  void an_empty_object_stays_on_its_line_where_its_surroundings_do() {
    assertThat(
            edited(
                "{ \"env\": {} }",
                (editor, root) ->
                    editor.insert(object(root.get("env")), "A", NewValue.literal("1"))))
        .isEqualTo("{ \"env\": { \"A\": 1 } }");
  }

  @Test
  void the_only_comment_of_an_empty_object_stays_above_the_new_member() {
    assertThat(inserted("{\n  // nothing yet\n}"))
        .isEqualTo("{\n  // nothing yet\n  \"new\": \"x\"\n}");
  }

  @Test
  void a_member_can_follow_any_other() {
    assertThat(
            edited(
                "{\n  \"a\": 1, // one\n  \"b\": 2\n}",
                (editor, root) ->
                    editor.insertAfter(member(root, "a"), "new", NewValue.literal("true"))))
        .isEqualTo("{\n  \"a\": 1, // one\n  \"new\": true,\n  \"b\": 2\n}");
  }

  @Test
  void a_text_is_escaped() {
    assertThat(
            edited(
                "{}",
                (editor, root) ->
                    editor.insert(object(root), "k\"", NewValue.text("a\\b\n\u0001"))))
        .isEqualTo("{\n  \"k\\\"\": \"a\\\\b\\n\\u0001\"\n}");
  }

  @Test
  void a_placeholder_between_members_keeps_its_comma() {
    String text = "{\n  \"a\": 1,\n  {{rest}}\n}";
    ConfigTree tree = JsonParser.parse(SourceText.of(text), true);

    List<TextEdit> edits =
        new JsonEditor(tree).insert(object(tree.root()), "new", NewValue.literal("2"));

    assertThat(TextEdit.apply(text, edits))
        .isEqualTo("{\n  \"a\": 1,\n  \"new\": 2,\n  {{rest}}\n}");
  }

  @Test
  void an_item_goes_to_the_end_of_an_array() {
    assertThat(
            edited(
                "{\n  \"a\": [\n    1\n  ],\n  \"b\": [1]\n}",
                (editor, root) -> editor.append((ArrayNode) root.get("a"), NewValue.text("x"))))
        .isEqualTo("{\n  \"a\": [\n    1,\n    \"x\"\n  ],\n  \"b\": [1]\n}");
  }

  @Test
  void a_list_of_objects_is_written_on_lines_of_their_own() {
    NewValue ports = NewValue.array(NewValue.object("HostPort", NewValue.text("80")));

    assertThat(
            edited("{\n  \"a\": 1\n}", (editor, root) -> editor.insert(object(root), "p", ports)))
        .isEqualTo("{\n  \"a\": 1,\n  \"p\": [\n    {\n      \"HostPort\": \"80\"\n    }\n  ]\n}");
  }

  // --- set and rename ----------------------------------------------------------------------

  @Test
  void a_value_takes_the_place_of_another() {
    assertThat(
            edited(
                "{\"a\": 1 /* one */}",
                (editor, root) -> editor.set(root.get("a"), NewValue.array(NewValue.text("x")))))
        .isEqualTo("{\"a\": [\"x\"] /* one */}");
  }

  @Test
  void a_value_is_written_where_one_is_missing() {
    assertThat(
            edited(
                "{\"a\":}",
                (editor, root) -> editor.set(root.members().get(0).value(), NewValue.literal("1"))))
        .isEqualTo("{\"a\": 1}");
  }

  @Test
  void a_key_gets_another_name() {
    assertThat(edited("{\"a\" : 1}", (editor, root) -> editor.rename(member(root, "a").key(), "b")))
        .isEqualTo("{\"b\" : 1}");
  }

  // --- remove ------------------------------------------------------------------------------

  @Test
  void a_member_goes_with_its_line_and_its_comma() {
    assertThat(removed("{\n  \"a\": 1,\n  \"b\": 2\n}", "a")).isEqualTo("{\n  \"b\": 2\n}");
  }

  @Test
  void the_last_member_takes_the_comma_before_it_along() {
    assertThat(removed("{\n  \"a\": 1,\n  \"b\": 2\n}", "b")).isEqualTo("{\n  \"a\": 1\n}");
    assertThat(removed("{ \"a\": 1, \"b\": 2 }", "b")).isEqualTo("{ \"a\": 1 }");
  }

  @Test
  void a_member_between_others_on_one_line_leaves_no_gap() {
    assertThat(removed("{ \"a\": 1, \"b\": 2, \"c\": 3 }", "b"))
        .isEqualTo("{ \"a\": 1, \"c\": 3 }");
  }

  @Test
  void the_only_member_leaves_empty_brackets() {
    assertThat(removed("{\n  \"a\": 1\n}", "a")).isEqualTo("{}");
    assertThat(removed("{ \"a\": 1, }", "a")).isEqualTo("{}");
  }

  private static String removed(String text, List<String> names) {
    return edited(
        text,
        (editor, root) ->
            editor.remove(object(root), names.stream().map(name -> member(root, name)).toList()));
  }

  @Test
  void several_members_go_together_with_their_commas() {
    assertThat(removed("{ \"a\": 1, \"b\": 2, \"c\": 3 }", List.of("a", "b")))
        .isEqualTo("{ \"c\": 3 }");
    assertThat(removed("{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", List.of("c", "b")))
        .isEqualTo("{\n  \"a\": 1\n}");
    assertThat(removed("{\"a\":1,\"b\":2,\"c\":3}", List.of("b", "c"))).isEqualTo("{\"a\":1}");
    assertThat(removed("{\"a\":1,\"b\":2,\"c\":3}", List.of("a", "c"))).isEqualTo("{\"b\":2}");
  }

  @Test
  void several_members_can_be_added_at_once() {
    Map<String, NewValue> more = new LinkedHashMap<>();
    more.put("b", NewValue.text("x"));
    more.put("c", NewValue.literal("2"));
    assertThat(edited("{ \"a\": 1 }", (editor, root) -> editor.insert(object(root), more)))
        .isEqualTo("{ \"a\": 1, \"b\": \"x\", \"c\": 2 }");
    assertThat(edited("{\n  \"a\": 1\n}", (editor, root) -> editor.insert(object(root), more)))
        .isEqualTo("{\n  \"a\": 1,\n  \"b\": \"x\",\n  \"c\": 2\n}");
  }

  @Test
  void comments_outlive_the_member_they_stand_beside() {
    assertThat(removed("{\n  // above\n  \"a\": 1, // beside\n  \"b\": 2\n}", "a"))
        .isEqualTo("{\n  // above\n  // beside\n  \"b\": 2\n}");
  }

  @Test
  void a_comment_between_two_members_outlives_the_last() {
    assertThat(removed("{\n  \"a\": 1, // one\n  \"b\": 2\n}", "b"))
        .isEqualTo("{\n  \"a\": 1 // one\n}");
  }

  @Test
  void an_item_goes_with_its_comma() {
    assertThat(edited("[1, 2, 3]", (editor, root) -> editor.remove((ArrayNode) root, 2)))
        .isEqualTo("[1, 2]");
  }

  // --- move --------------------------------------------------------------------------------

  @Test
  void a_moved_member_gets_the_indentation_of_its_new_place() {
    assertThat(
            edited(
                "{\n"
                    + "  \"p\": {\n"
                    + "    \"x\": [\n"
                    + "      1 // one\n"
                    + "    ]\n"
                    + "  },\n"
                    + "  \"h\": {\n"
                    + "    \"k\": 2\n"
                    + "  }\n"
                    + "}",
                (editor, root) -> editor.move(member(root, "p"), object(root.get("h")))))
        .isEqualTo(
            "{\n"
                + "  \"h\": {\n"
                + "    \"k\": 2,\n"
                + "    \"p\": {\n"
                + "      \"x\": [\n"
                + "        1 // one\n"
                + "      ]\n"
                + "    }\n"
                + "  }\n"
                + "}");
  }

  @Test
  void a_member_can_move_up_a_level() {
    assertThat(
            edited(
                "{\n  \"h\": {\n    \"Env\": [],\n    \"k\": 2\n  }\n}",
                (editor, root) -> editor.move(member(root.get("h"), "Env"), object(root))))
        .isEqualTo("{\n  \"h\": {\n    \"k\": 2\n  },\n  \"Env\": []\n}");
  }

  @Test
  void a_member_cannot_move_into_itself() {
    ConfigTree tree = parse("{\"a\": {\"b\": {}}}");

    assertThat(
            new JsonEditor(tree).move(member(tree.root(), "a"), object(tree.root().at("a", "b"))))
        .isEmpty();
  }

  @Test
  void nothing_is_edited_where_the_notation_is_broken() {
    ConfigTree tree = parse("{\"a\": {\"b\": 1 \"c\": 2}, \"d\": {}}");
    JsonEditor editor = new JsonEditor(tree);

    assertThat(editor.insert(object(tree.root().get("a")), "x", NewValue.literal("1"))).isEmpty();
    assertThat(editor.remove(member(tree.root().get("a"), "b"))).isEmpty();
    assertThat(editor.insert(object(tree.root().get("d")), "x", NewValue.literal("1")))
        .isNotEmpty();
  }
}
