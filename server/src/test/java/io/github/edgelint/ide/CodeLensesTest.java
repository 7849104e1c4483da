package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeLensesTest {

  private static final String MANIFEST =
      """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired": {"modules": {"sensor": {}, "filter": {}}}},
        "$edgeHub": {"properties.desired": {"routes": {
          "a": "FROM /messages/modules/sensor/outputs/t INTO BrokeredEndpoint(\\"/modules/filter/inputs/in\\")",
          "b": "FROM /messages/* INTO $upstream"}}},
        "sensor": {"properties.desired": {"text": "%s"}}
      }}
      """;

  private static List<String> titles(String text) {
    return CodeLenses.of(document(text)).stream().map(CodeLens::title).toList();
  }

  private static Document document(String text) {
    return Document.of(new DocPath("/deployment.json"), SourceText.of(text));
  }

  @Test
  void modules_show_their_routes() {
    assertThat(titles(MANIFEST)).contains("0 routes in, 2 out", "1 route in, 1 out");
  }

  @Test
  void a_module_names_the_routes_that_it_counts() {
    assertThat(places("sensor")).containsExactly("a", "b");
    assertThat(places("filter")).containsExactly("a", "b");
    assertThat(places("$edgeHub")).isEmpty();
  }

  /** The names of the routes that the lens of a module or twin shows. */
  private static List<String> places(String name) {
    return CodeLenses.of(document(MANIFEST)).stream()
        .filter(lens -> lens.range().of(MANIFEST).replace("\"", "").equals(name))
        .findFirst()
        .orElseThrow()
        .places()
        .stream()
        .map(place -> place.of(MANIFEST).replace("\"", ""))
        .toList();
  }

  @Test
  void letter_case_does_not_matter_to_routes() {
    assertThat(titles(MANIFEST.replace("/modules/filter", "/modules/FILTER")))
        .contains("1 route in, 1 out");
  }

  @Test
  void twins_show_how_full_they_are() {
    assertThat(titles(MANIFEST.formatted("x".repeat(2044)))).last().isEqualTo("twin: 2.0 of 32 KB");
  }

  @Test
  void other_files_have_none() {
    assertThat(titles("{}")).isEmpty();
  }
}
