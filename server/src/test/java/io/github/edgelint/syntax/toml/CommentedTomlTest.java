package io.github.edgelint.syntax.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.toml.CommentedToml.Block;
import io.github.edgelint.syntax.toml.CommentedToml.Entry;
import io.github.edgelint.syntax.toml.CommentedToml.Header;
import io.github.edgelint.syntax.toml.CommentedToml.Item;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentedTomlTest {

  private static final String STOCK =
      """
      # ====
      # Hostname
      #
      # hostname = "my-device"

      ## Manual provisioning
      # [provisioning]
      # source = "manual"
      #
      # device_id_pk = { value = "YQ==" }   # inline key, or...
      # device_id_pk = { uri = "file:///k" } # file URI

      # [cert_issuance.est]
      # trusted_certs = [
      #     "file:///a.pem", # one
      # ]
      # # not this = 1
      # mode = Dynamic

      [agent]
      name = "edgeAgent"
      # type = "docker"
      # [agent.env]
      # "RuntimeLogLevel" = "debug"

      # a.b = 1
      """;

  private static CommentedToml of(String text) {
    return CommentedToml.of(TomlParser.parse(SourceText.of(text)));
  }

  private static String shown(String text, Item item) {
    return item.range().of(text);
  }

  @Test
  void headers_are_found_by_their_path() {
    List<Header> headers = of(STOCK).headers("agent", "env");

    assertThat(headers).hasSize(1);
    assertThat(shown(STOCK, headers.get(0))).isEqualTo("# [agent.env]");
    assertThat(of(STOCK).headers("agent")).isEmpty();
  }

  @Test
  void a_key_belongs_to_the_header_above_it_active_or_not() {
    CommentedToml commented = of(STOCK);

    assertThat(commented.entries("hostname")).hasSize(1);
    assertThat(commented.entries("agent", "type").get(0).text()).contains("docker");
    assertThat(commented.entries("agent", "env", "RuntimeLogLevel")).hasSize(1);
    assertThat(commented.entries("agent", "env", "a", "b").get(0).key()).containsExactly("a", "b");
  }

  @Test
  void a_value_is_known_as_it_is_written_and_where() {
    Entry entry = of(STOCK).entries("provisioning", "device_id_pk").get(1);

    assertThat(entry.value()).isEqualTo("{ uri = \"file:///k\" }");
    assertThat(entry.valueRange().of(STOCK)).isEqualTo(entry.value());
    assertThat(entry.text()).isEmpty();
  }

  @Test
  void a_value_may_run_over_several_lines() {
    Entry entry = of(STOCK).entries("cert_issuance", "est", "trusted_certs").get(0);

    assertThat(shown(STOCK, entry)).startsWith("# trusted").endsWith("\n# ]");
    assertThat(entry.uncomment()).hasSize(3);
    assertThat(TextEdit.apply(STOCK, entry.uncomment()))
        .contains("\ntrusted_certs = [\n    \"file:///a.pem\", # one\n]\n# # not this");
  }

  @Test
  void a_word_without_quotes_is_a_value_too() {
    assertThat(of(STOCK).entries("cert_issuance", "est", "mode").get(0).value())
        .isEqualTo("Dynamic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## a = 1",
        "# # a = 1",
        "# ====",
        "# a = 1 means that it is one",
        "# a =",
        "# a = [",
        "# a = [\n\n# 1 ]",
        "# [a] and more",
        "# If you need a = 1",
        "b = 1 # a = 1",
        "#",
      })
  void prose_is_left_alone(String text) {
    assertThat(of(text).items()).isEmpty();
  }

  @Test
  void an_item_becomes_active_where_it_stands() {
    String text = "  # [agent] # c\n#name = \"a\"\n";
    List<Item> items = of(text).items();

    assertThat(TextEdit.apply(text, items.get(0).uncomment())).startsWith("  [agent] # c\n#name");
    assertThat(TextEdit.apply(text, items.get(1).uncomment())).endsWith("# c\nname = \"a\"\n");
  }

  @Test
  void a_block_runs_to_the_next_header() {
    Block block = of(STOCK).blocks("provisioning").get(0);

    assertThat(block.entries()).hasSize(3);
    assertThat(block.entry("source").orElseThrow().text()).contains("manual");
    assertThat(block.isFree()).isTrue();
  }

  @Test
  void a_block_above_active_keys_is_not_free() {
    assertThat(of("[a]\n# [b]\n# c = 1\nd = 1\n# e = 1\n").blocks("b").get(0).isFree()).isFalse();
    assertThat(of("[a]\n# [b]\n# c = 1\nd = 1\n# e = 1\n").blocks("b").get(0).entries()).hasSize(1);
    assertThat(of("[a]\n# [b]\n\n# c\n[d]\n").blocks("b").get(0).isFree()).isTrue();
  }

  @Test
  void the_stock_file_is_a_menu_of_which_every_line_can_be_chosen() throws IOException {
    String text =
        Files.readString(
            Shared.assumePresent("conformance/iotedge-templates/config.toml.edge.template"));
    CommentedToml commented = of(text);

    assertThat(commented.headers("provisioning")).hasSize(6);
    assertThat(commented.headers("edge_ca")).hasSize(4);
    assertThat(commented.blocks("agent").get(0).entries()).hasSize(3);
    assertThat(commented.entries("agent", "config", "image").get(0).text())
        .contains("mcr.microsoft.com/azureiotedge-agent:1.6");
    assertThat(commented.items().stream().filter(Header.class::isInstance)).hasSize(36);
    assertThat(commented.items().stream().filter(Entry.class::isInstance)).hasSize(125);
    for (Item item : commented.items()) {
      ConfigTree tree = TomlParser.parse(SourceText.of(TextEdit.apply(text, item.uncomment())));
      boolean bare = shown(text, item).equals("# auto_reprovisioning_mode = Dynamic");
      assertThat(tree.hasSyntaxErrors()).as(shown(text, item)).isEqualTo(bare);
      assertThat(tree.root().members()).hasSize(1);
    }
  }

  @Test
  @Timeout(60)
  void long_comments_cost_no_more_than_their_length() {
    for (String line :
        List.of("# a = [\n", "# a = 1\n", "# [a]\n", "# a = '''\n", "# a = {b=[\n")) {
      assertThat(of(line.repeat(5_000)).items()).hasSizeLessThanOrEqualTo(5_000);
    }
  }
}
