package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.ide.FileMoves.Move;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileMovesTest {

  private static final DocPath PROJECT = new DocPath("/project");

  private static final String TEMPLATE =
      """
      {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {
        "a": {"settings": {"image": "${MODULES.filter.amd64}"}},
        "filter": {"settings": {"image": "${MODULES.filterpro}"}},
        "b": {"settings": {"image": "${MODULEDIR<./shared/b>.debug}"}}}}}}}
      """;

  private static final String SETTINGS =
      """
      # one device
      [[device]]
      config = "devices/press/config.toml"
      manifest = './deployment.json'
      layers = ["layers/a.json", "layers/*.json"]
      """;

  private static String after(String file, String from, String to) {
    List<Document> documents =
        List.of(
            document("deployment.template.json", TEMPLATE),
            document("modules/filter/module.json", "{}"),
            document("modules/filterpro/module.json", "{}"),
            document("shared/b/module.json", "{}"),
            document("devices/press/config.toml", ""),
            document("deployment.json", "{}"),
            document("layers/a.json", "{}"),
            document(".edgelint.toml", SETTINGS));
    Snapshot snapshot = Snapshot.of(Workspace.of(List.of(PROJECT)), documents);
    List<DocumentEdit> edits =
        FileMoves.edits(snapshot, List.of(new Move(PROJECT.resolve(from), PROJECT.resolve(to))));
    String text = snapshot.document(PROJECT.resolve(file)).orElseThrow().source().text();
    return edits.stream()
        .filter(edit -> edit.path().equals(PROJECT.resolve(file)))
        .map(edit -> TextEdit.apply(text, edit.edits()))
        .findFirst()
        .orElse(text);
  }

  private static Document document(String path, String text) {
    return Document.of(PROJECT.resolve(path), SourceText.of(text));
  }

  @Test
  void templates_follow_the_folder_of_a_module() {
    assertThat(after("deployment.template.json", "modules/filter", "modules/clean"))
        .isEqualTo(TEMPLATE.replace("MODULES.filter.amd64", "MODULES.clean.amd64"));
  }

  @ParameterizedTest
  @CsvSource({
    "shared/b, modules/b, ./modules/b",
    "shared, ../common, ../common/b",
  })
  void templates_follow_the_path_of_a_module_elsewhere(String from, String to, String path) {
    assertThat(after("deployment.template.json", from, to))
        .isEqualTo(TEMPLATE.replace("./shared/b", path));
  }

  @ParameterizedTest
  @CsvSource({
    "modules/filter, old/filter",
    "modules/filter, modules/a.b",
    "modules/filter, elsewhere/modules/filter",
    "modules/none, modules/filter",
  })
  void templates_stay_where_the_name_would_mean_nothing(String from, String to) {
    assertThat(after("deployment.template.json", from, to)).isEqualTo(TEMPLATE);
  }

  @ParameterizedTest
  @CsvSource({
    "devices/press/config.toml, devices/mill/config.toml, devices/press, devices/mill",
    "devices, machines, devices/press, machines/press",
    "deployment.json, base.json, ./deployment.json, ./base.json",
    "deployment.json, ../base.json, ./deployment.json, ../base.json",
    "layers/a.json, layers/b.json, layers/a.json, layers/b.json",
  })
  void settings_follow_the_files_they_name(String from, String to, String old, String written) {
    assertThat(after(".edgelint.toml", from, to)).isEqualTo(SETTINGS.replace(old, written));
  }

  @Test
  void settings_that_move_themselves_stay_as_they_are() {
    assertThat(after(".edgelint.toml", "../project", "../other")).isEqualTo(SETTINGS);
  }
}
