package io.github.edgelint.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.edit.TomlEditor.Wanted;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.toml.TomlParser;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class TomlEditorTest {

  private static final NewValue ONE = NewValue.literal("1");

  private static ConfigTree parse(String text) {
    return TomlParser.parse(SourceText.of(text));
  }

  /** The text after edits to it; fails where there are none. */
  private static String edited(
      String text, BiFunction<TomlEditor, ConfigNode, List<TextEdit>> edit) {
    ConfigTree tree = parse(text);
    List<TextEdit> edits = edit.apply(new TomlEditor(tree), tree.root());
    assertThat(edits).isNotEmpty();
    String result = TextEdit.apply(text, edits);
    assertThat(parse(result).problems()).hasSizeLessThanOrEqualTo(tree.problems().size());
    return result;
  }

  private static boolean isRefused(
      String text, BiFunction<TomlEditor, ConfigNode, List<TextEdit>> edit) {
    ConfigTree tree = parse(text);
    return edit.apply(new TomlEditor(tree), tree.root()).isEmpty();
  }

  private static ObjectNode table(ConfigNode root, String... path) {
    return root.at(path).asObject().orElseThrow();
  }

  private static Member member(ConfigNode root, String... path) {
    ConfigNode parent = root;
    for (int i = 0; i < path.length - 1; i++) {
      parent = parent.get(path[i]);
    }
    return parent.asObject().orElseThrow().member(path[path.length - 1]).orElseThrow();
  }

  private static String inserted(String text, String... path) {
    return edited(text, (editor, root) -> editor.insert(table(root, path), "x", ONE));
  }

  private static String removed(String text, String... path) {
    return edited(text, (editor, root) -> editor.remove(member(root, path)));
  }

  // --- set -----------------------------------------------------------------------------------

  @Test
  void a_value_is_replaced_where_it_stands() {
    assertThat(
            edited(
                "[agent.env]\nhttps_proxy = \"old\"   # c\n",
                (editor, root) ->
                    editor.set(
                        root.at("agent", "env", "https_proxy"), NewValue.text("http://p:1"))))
        .isEqualTo("[agent.env]\nhttps_proxy = \"http://p:1\"   # c\n");
  }

  @Test
  void single_quotes_stay_where_the_new_text_allows_them() {
    String text = "a = 'x'\n";

    assertThat(edited(text, (editor, root) -> editor.set(root.get("a"), NewValue.text("\\y"))))
        .isEqualTo("a = '\\y'\n");
    assertThat(edited(text, (editor, root) -> editor.set(root.get("a"), NewValue.text("it's"))))
        .isEqualTo("a = \"it's\"\n");
  }

  @Test
  void an_empty_place_is_filled() {
    assertThat(edited("a =  \nb = 1\n", (editor, root) -> editor.set(root.get("a"), ONE)))
        .isEqualTo("a = 1\nb = 1\n");
    assertThat(edited("a = # c\n", (editor, root) -> editor.set(root.get("a"), ONE)))
        .isEqualTo("a = 1 # c\n");
    assertThat(edited("a", (editor, root) -> editor.set(root.get("a"), ONE))).isEqualTo("a = 1");
  }

  @Test
  void tables_and_arrays_are_written_on_one_line() {
    NewValue value =
        NewValue.object(
            "uri", NewValue.array(NewValue.text("file:///a"), NewValue.object("b c", ONE)));

    assertThat(edited("a = 1\n", (editor, root) -> editor.set(root.get("a"), value)))
        .isEqualTo("a = { uri = [\"file:///a\", { \"b c\" = 1 }] }\n");
  }

  @Test
  void a_table_with_a_header_is_no_value_to_set() {
    assertThat(isRefused("[a]\n", (editor, root) -> editor.set(root.get("a"), ONE))).isTrue();
  }

  // --- insert --------------------------------------------------------------------------------

  @Test
  void a_key_goes_below_the_last_one_and_above_what_belongs_to_the_next_header() {
    assertThat(inserted("[a]\nb = 1 # c\n\n# about d\n[d]\n", "a"))
        .isEqualTo("[a]\nb = 1 # c\nx = 1\n\n# about d\n[d]\n");
    assertThat(inserted("[a]\n[d]\n", "a")).isEqualTo("[a]\nx = 1\n[d]\n");
    assertThat(inserted("[a]", "a")).isEqualTo("[a]\nx = 1");
  }

  @Test
  void a_key_is_written_like_its_neighbours() {
    assertThat(inserted("[a]\r\n  'b'='c'\r\n", "a")).isEqualTo("[a]\r\n  'b'='c'\r\n  x=1\r\n");
    assertThat(inserted("[a]\n\"b\" = 1\n\"c\" = 2\n", "a"))
        .isEqualTo("[a]\n\"b\" = 1\n\"c\" = 2\n\"x\" = 1\n");
    assertThat(inserted("[a]\nb     = 1\n", "a")).isEqualTo("[a]\nb     = 1\nx = 1\n");
  }

  @Test
  void a_key_of_the_root_goes_above_the_first_header() {
    assertThat(inserted("a = 1\n\n[b]\n")).isEqualTo("a = 1\nx = 1\n\n[b]\n");
    assertThat(inserted("[b]\n")).isEqualTo("x = 1\n\n[b]\n");
    assertThat(inserted("# file\n\n# about b\n[b]\n"))
        .isEqualTo("# file\n\nx = 1\n\n# about b\n[b]\n");
    assertThat(inserted("# file\n\n# about b\n# [b]\n# c = 1\n"))
        .isEqualTo("# file\n\nx = 1\n\n# about b\n# [b]\n# c = 1\n");
    assertThat(inserted("")).isEqualTo("x = 1\n");
    assertThat(inserted("# c")).isEqualTo("# c\nx = 1\n");
    assertThat(inserted("\uFEFF[b]\n")).isEqualTo("\uFEFFx = 1\n\n[b]\n");
  }

  @Test
  void a_key_of_the_root_goes_below_the_comment_that_shows_it() {
    assertThat(inserted("# name\n# x = 2\n\n# [b]\n"))
        .isEqualTo("# name\n# x = 2\nx = 1\n\n# [b]\n");
  }

  @Test
  void a_table_of_dotted_keys_gets_another_one() {
    assertThat(inserted("agent.env.a = 1\nagent.env . b = 2 # c\nd = 1\n", "agent", "env"))
        .isEqualTo("agent.env.a = 1\nagent.env . b = 2 # c\nagent.env . x = 1\nd = 1\n");
  }

  @Test
  void a_table_that_only_longer_headers_name_gets_a_header_above_them() {
    assertThat(inserted("[z]\n\n# auth\n[agent.config.auth]\n", "agent", "config"))
        .isEqualTo("[z]\n\n[agent.config]\nx = 1\n\n# auth\n[agent.config.auth]\n");
  }

  @Test
  void an_inline_table_takes_a_key_between_its_braces() {
    assertThat(inserted("a = { b = 1 }\n", "a")).isEqualTo("a = { b = 1, x = 1 }\n");
    assertThat(inserted("a = {b = 1}\n", "a")).isEqualTo("a = {b = 1, x = 1}\n");
    assertThat(inserted("a = {}\n", "a")).isEqualTo("a = { x = 1 }\n");
    assertThat(inserted("a = { b.c = 1 }\n", "a", "b")).isEqualTo("a = { b.c = 1, b.x = 1 }\n");
    assertThat(inserted("a = {\n  b = 1, # c\n}\n", "a"))
        .isEqualTo("a = {\n  b = 1, # c\n  x = 1,\n}\n");
  }

  @Test
  void an_element_of_an_array_of_tables_takes_a_key() {
    assertThat(
            edited(
                "[[p]]\na = 1\n\n[[p]]\na = 2\n",
                (editor, root) ->
                    editor.insert(root.get("p").get(0).asObject().orElseThrow(), "x", ONE)))
        .isEqualTo("[[p]]\na = 1\nx = 1\n\n[[p]]\na = 2\n");
  }

  @Test
  void a_value_without_its_end_is_no_place_to_go_below() {
    assertThat(
            isRefused(
                "[a]\nb = [\n 1,\n", (editor, root) -> editor.insert(table(root, "a"), "x", ONE)))
        .isTrue();
  }

  @Test
  void an_array_takes_another_item_in_its_layout() {
    BiFunction<TomlEditor, ConfigNode, List<TextEdit>> edit =
        (editor, root) -> editor.append((ArrayNode) root.get("a"), NewValue.text("x"));

    assertThat(edited("a = ['b']\n", edit)).isEqualTo("a = ['b', 'x']\n");
    assertThat(edited("a = []\n", edit)).isEqualTo("a = [\"x\"]\n");
    assertThat(edited("a = [\n    \"b\",\n]\n", edit))
        .isEqualTo("a = [\n    \"b\",\n    \"x\",\n]\n");
    assertThat(edited("a = [\n    \"b\" # c\n]\n", edit))
        .isEqualTo("a = [\n    \"b\", # c\n    \"x\"\n]\n");
  }

  // --- remove --------------------------------------------------------------------------------

  @Test
  void a_key_goes_with_its_line_and_the_comment_behind_it() {
    assertThat(removed("# a\na = 1 # c\nb = 2\n", "a")).isEqualTo("# a\nb = 2\n");
    assertThat(removed("a = 1\nb = [\n  1, # c\n]", "b")).isEqualTo("a = 1\n");
    assertThat(removed("\uFEFFa = 1\nb = 2\n", "a")).isEqualTo("\uFEFFb = 2\n");
  }

  @Test
  void a_table_goes_with_all_tables_below_it() {
    assertThat(
            removed("[a]\nb = 1\n\n[c]\nd = 1\n\n[c.e]\nf = 1\n\n# about g\n[g]\n\n[c.h]\n", "c"))
        .isEqualTo("[a]\nb = 1\n\n# about g\n[g]\n\n");
  }

  @Test
  void all_dotted_keys_of_a_table_go() {
    assertThat(removed("a.b = 1\nc = 1\na.d.e = 1\n", "a")).isEqualTo("c = 1\n");
    assertThat(removed("a.b = 1\nc = 1\na.d.e = 1\n", "a", "d")).isEqualTo("a.b = 1\nc = 1\n");
  }

  @Test
  void a_key_goes_out_of_braces_with_its_comma() {
    assertThat(removed("a = { b = 1, c.d = 2, e = 3 }\n", "a", "c"))
        .isEqualTo("a = { b = 1, e = 3 }\n");
    assertThat(removed("a = { b = 1, c = 2 }\n", "a", "c")).isEqualTo("a = { b = 1 }\n");
    assertThat(removed("a = { b = 1 }\n", "a", "b")).isEqualTo("a = {}\n");
  }

  @Test
  void an_item_goes_out_of_an_array() {
    BiFunction<TomlEditor, ConfigNode, List<TextEdit>> edit =
        (editor, root) -> editor.remove((ArrayNode) root.get("a"), 1);

    assertThat(edited("a = [1, [2, 3], 4]\n", edit)).isEqualTo("a = [1, 4]\n");
    assertThat(edited("[[a]]\nb = 1\n\n[[a]]\nb = 2\n[a.c]\n", edit)).isEqualTo("[[a]]\nb = 1\n\n");
  }

  // --- rename and move -----------------------------------------------------------------------

  @Test
  void a_key_gets_another_name_and_keeps_its_quotes() {
    BiFunction<TomlEditor, ConfigNode, List<TextEdit>> edit =
        (editor, root) -> editor.rename(root.asObject().orElseThrow().members().get(0), "b.c");

    assertThat(edited("a = 1\n", edit)).isEqualTo("\"b.c\" = 1\n");
    assertThat(edited("'a' = 1\n", edit)).isEqualTo("'b.c' = 1\n");
    assertThat(edited("\"a\" = 1\n", edit)).isEqualTo("\"b.c\" = 1\n");
  }

  @Test
  void a_table_gets_another_name_wherever_it_is_named() {
    assertThat(
            edited(
                "[agent]\nEnv.a = 1\n[agent.\"Env\".b]\n[agent.x]\nEnv = 1\n",
                (editor, root) -> editor.rename(member(root, "agent", "Env"), "env")))
        .isEqualTo("[agent]\nenv.a = 1\n[agent.env.b]\n[agent.x]\nEnv = 1\n");
  }

  @Test
  void a_key_moves_as_it_is_written() {
    assertThat(
            edited(
                "# a\n\n[b]\nc = 0x1F # d\ne = 1\n",
                (editor, root) -> editor.move(member(root, "b", "c"), table(root))))
        .isEqualTo("# a\n\nc = 0x1F # d\n\n[b]\ne = 1\n");
    assertThat(
            edited(
                "[b]\nc = 'x' # d\n\n[e]\nf = 1\n",
                (editor, root) -> editor.move(member(root, "b", "c"), table(root, "e"))))
        .isEqualTo("[b]\n\n[e]\nf = 1\nc = 'x' # d\n");
    assertThat(
            edited(
                "[b]\nc = 1\n[e]\nf = { g = 1 }\n",
                (editor, root) -> editor.move(member(root, "b", "c"), table(root, "e", "f"))))
        .isEqualTo("[b]\n[e]\nf = { g = 1, c = 1 }\n");
    assertThat(
            edited(
                "[b]\nc = { d = 1, e = 2 } # f\n",
                (editor, root) -> editor.move(member(root, "b", "c", "d"), table(root, "b"))))
        .isEqualTo("[b]\nc = { e = 2 } # f\nd = 1\n");
  }

  @Test
  void the_words_above_a_key_go_with_it_where_they_can_mean_no_other() {
    assertThat(
            edited(
                "[b]\nc = 1\n  # about d,\n  # at length\n  d = 2\n\n[e]\n",
                (editor, root) -> editor.move(member(root, "b", "d"), table(root))))
        .isEqualTo("# about d,\n# at length\nd = 2\n\n[b]\nc = 1\n\n[e]\n");
    assertThat(
            edited(
                "[b]\n# about both\nc = 1\nd = 2\n",
                (editor, root) -> editor.move(member(root, "b", "c"), table(root))))
        .isEqualTo("c = 1\n\n[b]\n# about both\nd = 2\n");
    assertThat(
            edited(
                "[b]\n# =====\n# c = 2\nc = 1\n",
                (editor, root) -> editor.move(member(root, "b", "c"), table(root))))
        .isEqualTo("c = 1\n\n[b]\n# =====\n# c = 2\n");
  }

  @Test
  void a_dotted_key_may_move_to_where_it_stands() {
    assertThat(
            edited(
                "a = 1\nb.c = 1 # d\n",
                (editor, root) -> editor.move(member(root, "b", "c"), table(root))))
        .isEqualTo("a = 1\nc = 1 # d\n");
  }

  @Test
  void a_table_moves_by_its_header() {
    assertThat(
            edited(
                "[edge_ca.auth]\na = 1\n[edge_ca.auth.b]\n\n[cert_issuance.est]\n",
                (editor, root) ->
                    editor.move(
                        member(root, "edge_ca", "auth"), table(root, "cert_issuance", "est"))))
        .isEqualTo(
            "[cert_issuance.est.auth]\na = 1\n[cert_issuance.est.auth.b]\n\n[cert_issuance.est]\n");
  }

  @Test
  void nothing_moves_into_itself() {
    assertThat(
            isRefused(
                "[a]\n[a.b]\n",
                (editor, root) -> editor.move(member(root, "a"), table(root, "a", "b"))))
        .isTrue();
  }

  @Test
  void a_text_whose_last_line_looks_like_a_comment_is_none() {
    assertThat(
            edited(
                "[a]\nb = \"\"\"\n# c\"\"\"\n[d.e]\n",
                (editor, root) ->
                    editor.put(new Wanted(List.of("d"), Map.of("f", NewValue.literal("1"))))))
        .isEqualTo("[a]\nb = \"\"\"\n# c\"\"\"\n[d]\nf = 1\n\n[d.e]\n");
  }

  // --- tables --------------------------------------------------------------------------------

  private static String withTable(String text, String... path) {
    return edited(text, (editor, root) -> editor.put(new Wanted(List.of(path), Map.of())));
  }

  @Test
  void a_new_table_goes_below_its_relatives() {
    assertThat(withTable("[agent]\na = 1\n# b = 1\n\n# about z\n[z]\n", "agent", "env"))
        .isEqualTo("[agent]\na = 1\n# b = 1\n\n[agent.env]\n\n# about z\n[z]\n");
    assertThat(withTable("[agent.config]\n# about z\n[z]\n", "agent", "env"))
        .isEqualTo("[agent.config]\n\n[agent.env]\n# about z\n[z]\n");
  }

  @Test
  void a_new_table_without_relatives_goes_to_the_end() {
    assertThat(withTable("a = 1", "b", "c.d")).isEqualTo("a = 1\n\n[b.\"c.d\"]\n");
    assertThat(withTable("a = 1\r\n\r\n", "b")).isEqualTo("a = 1\r\n\r\n[b]\r\n");
    assertThat(withTable("", "b")).isEqualTo("[b]\n");
  }

  @Test
  void a_table_that_is_there_needs_no_header() {
    assertThat(
            isRefused(
                "a.b = 1\n", (editor, root) -> editor.put(new Wanted(List.of("a"), Map.of()))))
        .isTrue();
    assertThat(
            isRefused(
                "a = 1\n", (editor, root) -> editor.put(new Wanted(List.of("a", "b"), Map.of()))))
        .isTrue();
  }

  // --- put -----------------------------------------------------------------------------------

  private static Wanted wanted(String table, String... keysAndTexts) {
    Map<String, NewValue> keys = new LinkedHashMap<>();
    for (int i = 0; i < keysAndTexts.length; i += 2) {
      keys.put(keysAndTexts[i], NewValue.text(keysAndTexts[i + 1]));
    }
    return new Wanted(table.isEmpty() ? List.of() : List.of(table.split("\\.")), keys);
  }

  private static String put(String text, Wanted... wanted) {
    return edited(text, (editor, root) -> editor.put(List.of(wanted)));
  }

  @Test
  void what_is_there_is_set_and_what_is_missing_is_added() {
    assertThat(
            put(
                "[agent.env]\na = \"1\"\nb = \"2\"\n",
                wanted("agent.env", "x", "0", "b", "3", "a", "1", "y", "4")))
        .isEqualTo("[agent.env]\na = \"1\"\nb = \"3\"\nx = \"0\"\ny = \"4\"\n");
  }

  @Test
  void what_stands_in_a_comment_becomes_active_in_place() {
    assertThat(
            put(
                "[agent.env]\n# https_proxy = \"http://old\" # the proxy\na = \"1\"\n",
                wanted("agent.env", "https_proxy", "http://new")))
        .isEqualTo("[agent.env]\nhttps_proxy = \"http://new\" # the proxy\na = \"1\"\n");
    assertThat(put("# hostname = \"x\"\n\n# [agent]\n", wanted("", "hostname", "y")))
        .isEqualTo("hostname = \"y\"\n\n# [agent]\n");
  }

  @Test
  void a_header_in_a_comment_becomes_active_where_no_key_is_below_it() {
    assertThat(
            put(
                "[z]\n\n# [agent.env]\n# \"a\" = \"1\"\n# \"b\" = \"2\"\n\n# about y\n[y]\n",
                wanted("agent.env", "x", "0", "b", "3")))
        .isEqualTo(
            "[z]\n\n[agent.env]\nx = \"0\"\n# \"a\" = \"1\"\n\"b\" = \"3\"\n\n# about y\n[y]\n");
    assertThat(put("[z]\n# [agent.env]\na = 1\n", wanted("agent.env", "x", "0")))
        .isEqualTo("[z]\n# [agent.env]\na = 1\n\n[agent.env]\nx = \"0\"\n");
  }

  @Test
  void of_several_alternatives_in_comments_none_is_chosen() {
    assertThat(put("# [p]\n# a = 1\n\n# [p]\n# b = 1\n", wanted("p", "c", "2")))
        .isEqualTo("# [p]\n# a = 1\n\n# [p]\n# b = 1\n\n[p]\nc = \"2\"\n");
  }

  @Test
  void an_inline_table_is_filled_between_its_braces() {
    assertThat(put("agent = { name = \"a\" }\n", wanted("agent.env", "x", "1", "y", "2")))
        .isEqualTo("agent = { name = \"a\", env = { x = \"1\", y = \"2\" } }\n");
    assertThat(put("agent = { env = {} }\n", wanted("agent.env", "x", "1", "y", "2")))
        .isEqualTo("agent = { env = { x = \"1\", y = \"2\" } }\n");
  }

  @Test
  void keys_of_the_last_table_go_before_a_table_that_is_added_behind_it() {
    assertThat(put("[a]\n\n[a.b]\nx = 1", wanted("a.c", "y", "2"), wanted("a.b", "z", "3")))
        .isEqualTo("[a]\n\n[a.b]\nx = 1\nz = \"3\"\n\n[a.c]\ny = \"2\"");
  }

  @Test
  void several_new_tables_follow_one_another() {
    assertThat(put("a = 1", wanted("b", "c", "1"), wanted("b.d", "e", "2")))
        .isEqualTo("a = 1\n\n[b]\nc = \"1\"\n\n[b.d]\ne = \"2\"\n");
    assertThat(put("# [b]\n# c = 1\n\n[z]\n", wanted("b", "c", "1"), wanted("b.d", "e", "2")))
        .isEqualTo("[b]\nc = \"1\"\n\n[b.d]\ne = \"2\"\n\n[z]\n");
  }

  @Test
  void where_one_key_has_no_place_nothing_is_changed() {
    assertThat(
            isRefused(
                "agent = 1\n",
                (editor, root) ->
                    editor.put(List.of(wanted("x", "a", "1"), wanted("agent.env", "a", "1")))))
        .isTrue();
  }

  @Test
  void the_stock_file_gets_its_agent_section() throws IOException {
    String text =
        Files.readString(
            Shared.assumePresent("conformance/iotedge-templates/config.toml.edge.template"));
    String result =
        put(
            text,
            wanted("agent", "name", "edgeAgent", "type", "docker"),
            wanted("agent.config", "image", "mcr.microsoft.com/azureiotedge-agent:1.5"),
            wanted("agent.env", "https_proxy", "http://proxy:3128", "UpstreamProtocol", "AmqpWs"));
    ConfigNode agent = parse(result).root().get("agent");

    assertThat(result)
        .contains(
            "\n[agent]\nname = \"edgeAgent\"\ntype = \"docker\"\n# imagePullPolicy",
            "\n"
                + "[agent.config]\n"
                + "image = \"mcr.microsoft.com/azureiotedge-agent:1.5\"\n"
                + "# createOptions",
            "\n"
                + "[agent.env]\n"
                + "https_proxy = \"http://proxy:3128\"\n"
                + "# \"RuntimeLogLevel\" = \"debug\"\n"
                + "\"UpstreamProtocol\" = \"AmqpWs\"\n"
                + "# \"storageFolder\"");
    assertThat(agent.at("env", "https_proxy").asText()).contains("http://proxy:3128");
    assertThat(result.lines().count()).isEqualTo(text.lines().count() + 1);
  }

  @Test
  void what_the_stock_file_shows_above_an_active_table_becomes_active() throws IOException {
    String text =
        Files.readString(
                Shared.assumePresent("conformance/iotedge-templates/config.toml.edge.template"))
            .replace("# [agent.env]", "[agent.env]");
    String result =
        put(
            text,
            wanted("agent", "name", "edgeAgent", "type", "docker"),
            wanted("agent.config", "image", "mcr.microsoft.com/azureiotedge-agent:1.6"));

    assertThat(result)
        .contains("\n[agent]\nname = \"edgeAgent\"\ntype = \"docker\"\n# imagePull")
        .contains("\n[agent.config]\nimage = \"mcr.microsoft.com/azureiotedge-agent:1.6\"\n# cre");
    assertThat(result.lines().count()).isEqualTo(text.lines().count());
  }

  // --- comments ------------------------------------------------------------------------------

  @Test
  void lines_become_comments() {
    String text = "[a]\n  b = 1\n\n# c\nd = 2\n";

    assertThat(edited(text, (editor, root) -> editor.commentOut(new TextRange(0, 16))))
        .isEqualTo("# [a]\n  # b = 1\n\n# c\nd = 2\n");
  }
}
