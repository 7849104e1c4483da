package io.github.edgelint.ide.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.ide.Completion;
import io.github.edgelint.ide.CompletionItem;
import io.github.edgelint.testing.Project;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderCompletionTest {

  private static final String MODULE =
      """
      {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"m": {
        "settings": {"image": "%s", "createOptions": "{\\"Env\\":[\\"%s\\"]}"}
      }}}}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "‸,           ${MODULES.camera}, ${MODULES.camera}",
    "$‸,          ${MODULES.camera}, ${MODULES.camera}",
    "${MOD‸,      ${MODULES.camera}, ${MODULES.camera}",
    "${MODULES.‸}, ${MODULES.camera}, ${MODULES.camera}",
    "${MODULES.camera.‸}, ${MODULES.camera.windows-amd64}, ${MODULES.camera.windows-amd64}",
    "${MODULES.camera.‸windows-amd64}, ${MODULES.camera.amd64}, ${MODULES.camera.amd64}",
    "r.io/m:${TA‸-amd64, ${TAG},     r.io/m:${TAG}-amd64",
    "r.io/m:${‸,  ${TAG},            r.io/m:${TAG}",
    "${‸}/m:1,    ${REGISTRY},       ${REGISTRY}/m:1",
  })
  void an_accepted_item_leaves_the_placeholder_that_was_meant(
      String image, String label, String expected) {
    String text = MODULE.formatted(image, "");

    assertThat(accepted("deployment.template.json", text, label))
        .isEqualTo(MODULE.formatted(expected, ""));
  }

  @Test
  void variables_complete_in_create_options_as_well() {
    assertThat(accepted("deployment.template.json", MODULE.formatted("a:1", "A=$‸"), "${TAG}"))
        .isEqualTo(MODULE.formatted("a:1", "A=${TAG}"));
  }

  @Test
  void nothing_fills_in_a_manifest() {
    assertThat(labels("deployment.json", MODULE.formatted("$‸", "")))
        .noneMatch(this::isPlaceholder);
  }

  @Test
  void a_text_that_is_no_image_gets_no_placeholder_unasked() {
    assertThat(labels("deployment.template.json", MODULE.formatted("a:1", "‸")))
        .noneMatch(this::isPlaceholder);
  }

  private boolean isPlaceholder(String label) {
    return label.startsWith("$");
  }

  private static List<String> labels(String path, String marked) {
    return items(path, marked).stream().map(CompletionItem::label).toList();
  }

  private static String accepted(String path, String marked, String label) {
    CompletionItem item =
        items(path, marked).stream()
            .filter(each -> each.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError(labels(path, marked)));
    String text = marked.replace("‸", "");
    assertThat(item.filterText())
        .startsWith(text.substring(item.replace().start(), marked.indexOf('‸')));
    return TextEdit.apply(text, List.of(new TextEdit(item.replace(), item.newText())));
  }

  private static List<CompletionItem> items(String path, String marked) {
    Snapshot snapshot =
        Project.of(
            Map.of(
                path,
                marked.replace("‸", ""),
                ".env",
                "REGISTRY=r.azurecr.io\nTAG=1.0\n",
                "modules/camera/module.json",
                """
                {"image": {"repository": "r.azurecr.io/camera",
                  "tag": {"platforms": {"amd64": "f", "windows-amd64": "w"}}}}
                """));
    Document document = snapshot.document(Project.ROOT.resolve(path)).orElseThrow();
    return Completion.at(snapshot, document, marked.indexOf('‸')).items();
  }
}
