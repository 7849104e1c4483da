package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.ide.FoldingRange.Kind;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Symbols, folding and selections: what an editor shows of the shape of a document. */
class OutlineTest {

  private static Document document(String path, String text) {
    return Document.of(new DocPath("/project").resolve(path), SourceText.of(text));
  }

  private static List<String> names(List<DocumentSymbol> symbols) {
    List<String> names = new ArrayList<>();
    for (DocumentSymbol symbol : symbols) {
      names.add(symbol.name() + (symbol.children().isEmpty() ? "" : names(symbol.children())));
    }
    return names;
  }

  @Test
  void json_nests_as_it_is_written() {
    List<DocumentSymbol> symbols =
        Symbols.of(document("x.json", "{\"a\": {\"b\": 1, \"c\": [{\"d\": 2}, 3]}, \"e\": null}"));

    assertThat(names(symbols)).containsExactly("a[b, c[0[d]]]", "e");
  }

  @Test
  void toml_nests_tables_and_dotted_keys() {
    List<DocumentSymbol> symbols =
        Symbols.of(document("x.toml", "[a]\nb.c = 1\n[a.d]\ne = 2\n[[f]]\ng = 3\n"));

    assertThat(names(symbols)).containsExactly("a[b[c], d[e]]", "f[0[g]]");
  }

  @Test
  void a_unit_has_its_sections_with_every_line() {
    List<DocumentSymbol> symbols =
        Symbols.of(
            document(
                "aziot-edged.service.d/x.conf",
                "[Service]\nEnvironment=A=b\nEnvironment=C=d\n[Unit]\nAfter=x\n"));

    assertThat(names(symbols)).containsExactly("Service[Environment, Environment]", "Unit[After]");
  }

  @Test
  void a_symbol_lies_around_its_name_and_its_children() {
    for (DocumentSymbol symbol :
        Symbols.of(document("x.toml", "[a.b]\nc = 1\n[x]\ny = 1\n[a]\nz.w = 2\n"))) {
      check(symbol);
    }
  }

  private static void check(DocumentSymbol symbol) {
    assertThat(symbol.range().contains(symbol.selection())).isTrue();
    for (DocumentSymbol child : symbol.children()) {
      assertThat(symbol.range().contains(child.range())).isTrue();
      check(child);
    }
  }

  @Test
  void a_text_is_never_shown_since_it_may_be_a_secret() {
    List<DocumentSymbol> symbols =
        Symbols.of(document("x.toml", "password = \"hunter2\"\nport = 8883\n"));

    assertThat(symbols.get(0).detail()).isEmpty();
    assertThat(symbols.get(1).detail()).isEqualTo("8883");
  }

  @Test
  void a_huge_document_has_a_limited_outline() {
    String keys = lines(20_000);

    assertThat(Symbols.of(document("x.toml", keys))).hasSize(5000);
  }

  private static String lines(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append('k').append(i).append(" = 1\n");
    }
    return text.toString();
  }

  @Test
  void the_line_of_a_closing_bracket_stays() {
    assertThat(Folding.of(document("x.json", "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}\n")))
        .containsExactly(new FoldingRange(0, 4, Kind.CODE), new FoldingRange(1, 2, Kind.CODE));
  }

  @Test
  void a_table_folds_up_to_its_last_entry() {
    assertThat(Folding.of(document("x.toml", "[a]\nb = 1\nc = 2\n\n# about d\n\n[d]\ne = 1\n")))
        .containsExactly(new FoldingRange(0, 2, Kind.CODE), new FoldingRange(6, 7, Kind.CODE));
  }

  @Test
  void comments_one_after_the_other_fold_together() {
    assertThat(Folding.of(document("x.toml", "# one\n# two\n# three\na = 1 # four\n# five\n")))
        .containsExactly(new FoldingRange(0, 2, Kind.COMMENT));
  }

  @Test
  void a_selection_grows_from_the_word_to_the_document() {
    String text = "{\"a\": {\"image\": \"mcr.io/hub:1.5\"}}";
    Document document = document("x.json", text);

    List<String> growing = new ArrayList<>();
    for (TextRange range : SelectionRanges.at(document, text.indexOf("hub") + 1)) {
      growing.add(range.of(text));
    }

    assertThat(growing)
        .containsExactly(
            "hub",
            "mcr.io/hub:1.5",
            "\"mcr.io/hub:1.5\"",
            "\"image\": \"mcr.io/hub:1.5\"",
            "{\"image\": \"mcr.io/hub:1.5\"}",
            "\"a\": {\"image\": \"mcr.io/hub:1.5\"}",
            text);
  }

  private static final String MANIFEST =
      """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired": {"modules": {"m": {"settings": {"createOptions":
          "{\\"HostConfig\\":{\\"Binds\\":[\\"/a:/b\\"]}}"}}}}},
        "$edgeHub": {"properties.desired": {"routes": {
          "up": "FROM /messages/modules/m/outputs/* WHERE speed > 10 AND hot INTO $upstream"}}}
      }}
      """;

  private static List<String> growing(String at, int count) {
    Document document = document("deployment.json", MANIFEST);
    return SelectionRanges.at(document, MANIFEST.indexOf(at) + 1).stream()
        .limit(count)
        .map(range -> range.of(MANIFEST))
        .toList();
  }

  @Test
  void inside_a_route_a_selection_grows_by_its_parts() {
    assertThat(growing("speed", 4))
        .containsExactly(
            "speed",
            "speed > 10 AND hot",
            "FROM /messages/modules/m/outputs/* WHERE speed > 10 AND hot INTO $upstream",
            "\"FROM /messages/modules/m/outputs/* WHERE speed > 10 AND hot INTO $upstream\"");
  }

  @Test
  void inside_create_options_a_selection_grows_by_their_values() {
    assertThat(growing("a:/b", 5))
        .containsExactly(
            "a", "/a:/b", "\\\"/a:/b\\\"", "[\\\"/a:/b\\\"]", "\\\"Binds\\\":[\\\"/a:/b\\\"]");
  }

  @ParameterizedTest
  @CsvSource({"x.toml", "deployment.json"})
  void every_selection_lies_in_the_next_one(String name) {
    String text =
        name.endsWith(".json") ? MANIFEST : "# note\n[a]\nb = \"x y\"\n\n[a.c]\nd.e = [1, 2]\n";
    Document document = document(name, text);
    for (int offset = 0; offset <= text.length(); offset++) {
      TextRange last = TextRange.at(offset);
      for (TextRange range : SelectionRanges.at(document, offset)) {
        assertThat(range.contains(last)).isTrue();
        last = range;
      }
      assertThat(last).isEqualTo(new TextRange(0, text.length()));
    }
  }

  @Test
  void an_empty_document_has_a_selection() {
    assertThat(SelectionRanges.at(document("x.toml", ""), 0)).containsExactly(TextRange.at(0));
  }
}
