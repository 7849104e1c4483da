package io.github.edgelint.ide.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenameTest {

  private static final String MANIFEST =
      """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired": {"systemModules": {"edgeHub": {}}, "modules": {
          "sensor": {}, "filter": {}}}},
        "$edgeHub": {"properties.desired": {"routes": {
          "a": "FROM /messages/modules/sensor/outputs/t INTO BrokeredEndpoint(\\"/modules/filter/inputs/in\\")",
          "b": "FROM /messages/modules/Sensor/outputs/* WHERE $connectionModuleId = 'sensor' INTO $upstream"}}},
        "sensor": {"properties.desired": {"sensor": 1}}
      }}
      """;

  private static final String LAYER =
      """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired.modules.sensor": {}},
        "$edgeHub": {"properties.desired.routes.a": "FROM /messages/modules/sensor/outputs/t INTO $upstream"}
      }}
      """;

  private static final Document DOCUMENT =
      Document.of(new DocPath("/project/deployment.json"), SourceText.of(MANIFEST));
  private static final Document LAYER_DOCUMENT =
      Document.of(new DocPath("/project/layers/layer.json"), SourceText.of(LAYER));
  private static final Snapshot SNAPSHOT =
      Snapshot.of(
          Workspace.of(List.of(new DocPath("/project"))), List.of(DOCUMENT, LAYER_DOCUMENT));

  private static Optional<Rename> renameAt(String text) {
    return Rename.at(SNAPSHOT, DOCUMENT, MANIFEST.indexOf(text) + 1);
  }

  private static String renamed(Rename rename, Document document, String newName) {
    List<TextEdit> edits =
        rename.edits(newName).stream()
            .filter(edit -> edit.path().equals(document.path()))
            .map(DocumentEdit::edits)
            .findFirst()
            .orElse(List.of());
    return TextEdit.apply(document.source().text(), edits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sensor\": {}", "sensor/outputs", "Sensor/outputs", "sensor' INTO"})
  void a_module_is_renamed_wherever_it_is_named(String at) {
    Rename rename = renameAt(at).orElseThrow();

    assertThat(renamed(rename, DOCUMENT, "camera"))
        .isEqualTo(
            MANIFEST
                .replaceAll("(?i)sensor", "camera")
                .replace("{\"camera\": 1}", "{\"sensor\": 1}"));
    assertThat(renamed(rename, LAYER_DOCUMENT, "camera"))
        .isEqualTo(LAYER.replace("sensor", "camera"));
  }

  @Test
  void a_route_is_renamed_in_its_layers_as_well() {
    Rename rename = renameAt("a\": \"FROM").orElseThrow();

    assertThat(renamed(rename, DOCUMENT, "up")).isEqualTo(MANIFEST.replace("\"a\"", "\"up\""));
    assertThat(renamed(rename, LAYER_DOCUMENT, "up"))
        .isEqualTo(LAYER.replace("routes.a", "routes.up"));
  }

  @Test
  void an_output_is_that_of_its_module_only() {
    Rename rename = renameAt("t INTO Brokered").orElseThrow();

    assertThat(rename.oldName()).isEqualTo("t");
    assertThat(renamed(rename, DOCUMENT, "out"))
        .isEqualTo(MANIFEST.replace("outputs/t", "outputs/out"));
  }

  @Test
  void system_modules_keep_their_names() {
    Rename rename = renameAt("edgeHub\": {}").orElseThrow();

    assertThat(rename.refusal()).contains("edgeHub is part of the runtime and keeps its name.");
    assertThat(rename.edits("hub")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"x y", "filter", "where", "12", "edgeHub", "FILTER"})
  void a_module_cannot_get_a_name_that_breaks_the_manifest(String name) {
    Rename rename = renameAt("sensor\": {}").orElseThrow();

    assertThat(rename.problem(name)).isPresent();
    assertThat(rename.edits(name)).isEmpty();
  }
}
