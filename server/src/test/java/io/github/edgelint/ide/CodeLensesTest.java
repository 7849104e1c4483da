package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.testing.Project;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Map;
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
    return lenses(text).stream().map(CodeLens::title).toList();
  }

  private static List<CodeLens> lenses(String text) {
    return lenses(Map.of("deployment.json", text), "deployment.json");
  }

  private static List<CodeLens> lenses(Map<String, String> files, String file) {
    Snapshot snapshot = Project.of(files);
    return CodeLenses.of(snapshot, snapshot.document(Project.ROOT.resolve(file)).orElseThrow());
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
    return lenses(MANIFEST).stream()
        .filter(lens -> lens.range().of(MANIFEST).replace("\"", "").equals(name))
        .findFirst()
        .orElseThrow()
        .places()
        .stream()
        .map(place -> place.range().of(MANIFEST).replace("\"", ""))
        .toList();
  }

  private static final String BASE =
      """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired": {
          "systemModules": {"edgeAgent": {}, "edgeHub": {}},
          "modules": {"sensor": {}, "filter": {}}}},
        "$edgeHub": {"properties.desired": {"routes": {
          "a": "FROM /messages/modules/sensor/outputs/t INTO BrokeredEndpoint(\\"/modules/filter/inputs/in\\")",
          "b": "FROM /messages/* INTO $upstream"}}}
      }}
      """;

  private static final String LAYER =
      """
      {"content": {"modulesContent": {
        "$edgeAgent": {"properties.desired.modules.alarms": {}},
        "$edgeHub": {
          "properties.desired.routes.b": "FROM /messages/modules/filter/outputs/* INTO $upstream",
          "properties.desired.routes.c": "FROM /messages/modules/filter/outputs/* INTO BrokeredEndpoint(\\"/modules/alarms/inputs/in\\")"}
      }}}
      """;

  private static List<String> ofModules(String file) {
    return lenses(Map.of("deployment.json", BASE, "layer.json", LAYER), file).stream()
        .map(CodeLens::title)
        .filter(title -> title.contains("route"))
        .toList();
  }

  @Test
  void routes_that_a_layer_adds_or_replaces_count() {
    assertThat(ofModules("deployment.json"))
        .containsExactly("0 routes in, 1 out", "1 route in, 2 out");
  }

  @Test
  void a_module_of_a_layer_counts_the_routes_of_its_base() {
    assertThat(ofModules("layer.json")).containsExactly("1 route in, 0 out");
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
