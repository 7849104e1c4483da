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
    Document document = Document.of(new DocPath("/deployment.json"), SourceText.of(text));
    return CodeLenses.of(document).stream().map(CodeLens::title).toList();
  }

  @Test
  void modules_show_their_routes() {
    assertThat(titles(MANIFEST)).contains("0 routes in, 2 out", "1 route in, 1 out");
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
