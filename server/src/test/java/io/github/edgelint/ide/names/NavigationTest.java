package io.github.edgelint.ide.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A project of several files, one of which has the cursor {@code $0}. */
class NavigationTest {

  private static final String BASE =
      """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired": {
          "systemModules": {"edgeAgent": {}, "edgeHub": {}},
          "modules": {
            "blob": {},
            "sensor": {"env": {"OUT": {"value": "http://blob:11002/a"}}}}}},
        "$edgeHub": {"properties.desired": {"routes": {
          "up": "FROM /messages/modules/sensor/outputs/t INTO $upstream"}}},
        "sensor": {"properties.desired": {}}
      }}
      """;

  private static final String LAYER =
      """
      {"modulesContent": {"$edgeAgent": {
        "properties.desired.modules.sensor.env": {}, "properties.desired.modules.extra": {}}}}
      """;

  private static final String TWIN =
      """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired": {"systemModules": {}}},
        "$edgeHub": {"properties.desired": {"routes": {}}},
        "sensor": {"properties.desired": {"interval": 5, "limits": {"high": 90}}}
      }}
      """;

  private static final String TWIN_LAYER =
      """
      {"modulesContent": {
        "$edgeAgent": {"properties.desired.modules.extra": {}},
        "sensor": {
          "properties.desired.interval": 10,
          "properties.desired.limits.high": 95,
          "properties.desired.added": true}}}
      """;

  private static final String TEMPLATE =
      """
      {"$schema-template": "4.0.0", "modulesContent": {"$edgeAgent": {"properties.desired": {
        "modules": {
          "a": {"settings": {"image": "${MODULES.filter.amd64}"}, "env": {
            "X": {"value": "$REGISTRY/x"}, "Y": {"value": "${REGISTRY}"}, "Z": {"value": "$PATH"}}},
          "b": {"settings": {"image": "${MODULES.filter}"}}}}}}}
      """;

  private static final String ENV = "# local\nREGISTRY=r.azurecr.io\nOTHER=1\n";

  private static final String MODULE = "{\"image\": {\"repository\": \"r/filter\"}}";

  private final List<Document> documents = new ArrayList<>();
  private Document cursorDocument;
  private int offset;

  private Snapshot project(String path, String marked) {
    file("deployment.json", BASE);
    file("layers/layer.json", LAYER);
    file("build/deployment.template.json", TEMPLATE);
    file("build/.env", ENV);
    file("build/modules/filter/module.json", MODULE);
    offset = marked.indexOf("$0");
    cursorDocument = file(path, marked.replace("$0", ""));
    return Snapshot.of(Workspace.of(List.of(new DocPath("/project"))), documents);
  }

  private Document file(String path, String text) {
    Document document = Document.of(new DocPath("/project").resolve(path), SourceText.of(text));
    documents.removeIf(other -> other.path().equals(document.path()));
    documents.add(document);
    return document;
  }

  private static String marked(String text, String at) {
    int start = text.indexOf(at);
    assertThat(start).as(at).isNotNegative();
    return text.substring(0, start) + "$0" + text.substring(start);
  }

  /** File, line from 1 and text of each place. */
  private static List<String> shown(List<Location> places) {
    List<String> shown = new ArrayList<>();
    for (Location place : places) {
      SourceText source = place.document().source();
      int line = source.lines().position(place.range().start()).line() + 1;
      shown.add(
          place.document().path().name() + ":" + line + " " + place.range().of(source.text()));
    }
    return shown;
  }

  private List<String> definitions(String path, String text, String at) {
    Snapshot snapshot = project(path, marked(text, at));
    return shown(
        Navigation.definitions(snapshot, cursorDocument, offset)
            .map(Navigation.Definitions::places)
            .orElse(List.of()));
  }

  private List<String> references(String path, String text, String at) {
    Snapshot snapshot = project(path, marked(text, at));
    return shown(Navigation.references(snapshot, cursorDocument, offset, true));
  }

  // --- definitions -------------------------------------------------------------------------

  @Test
  void a_module_in_a_route_is_defined_by_its_manifest() {
    assertThat(definitions("deployment.json", BASE, "sensor/outputs"))
        .containsExactly("deployment.json:6 sensor");
  }

  @Test
  void a_module_of_the_runtime_is_defined_as_well() {
    String route = BASE.replace("modules/sensor", "modules/edgeAgent");

    assertThat(definitions("deployment.json", route, "edgeAgent/outputs"))
        .containsExactly("deployment.json:3 edgeAgent");
  }

  @Test
  void the_module_that_a_layer_changes_is_defined_in_its_base() {
    assertThat(definitions("layers/layer.json", LAYER, "sensor.env"))
        .containsExactly("deployment.json:6 sensor");
  }

  @ParameterizedTest
  @CsvSource({
    "interval, interval",
    "limits.high, limits",
    "high, high",
  })
  void a_property_that_a_layer_changes_is_defined_in_its_base(String at, String name) {
    file("line/deployment.json", TWIN);

    assertThat(definitions("line/layer.json", TWIN_LAYER, at))
        .containsExactly("deployment.json:4 " + name);
  }

  @Test
  void a_property_that_only_a_layer_has_is_not_defined_elsewhere() {
    file("line/deployment.json", TWIN);

    assertThat(definitions("line/layer.json", TWIN_LAYER, "added")).isEmpty();
  }

  @Test
  void two_manifests_have_modules_of_one_name_each_its_own() {
    assertThat(definitions("other.json", BASE, "sensor/outputs"))
        .containsExactly("other.json:6 sensor");
  }

  @Test
  void a_host_that_is_a_module_is_defined_by_its_manifest() {
    assertThat(definitions("deployment.json", BASE, "blob:11002"))
        .containsExactly("deployment.json:5 blob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MODULES.filter.amd64", "filter.amd64", "filter}"})
  void the_image_of_a_module_is_defined_by_its_folder(String at) {
    boolean onName = at.startsWith("filter");

    assertThat(definitions("build/deployment.template.json", TEMPLATE, at))
        .isEqualTo(onName ? List.of("module.json:1 image") : List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"modules/filter", "./modules/filter", "../build/modules/filter"})
  void an_image_of_a_folder_is_defined_by_it(String path) {
    String template = TEMPLATE.replace("MODULES.filter.amd64", "MODULEDIR<" + path + ">.amd64");

    assertThat(definitions("build/deployment.template.json", template, path))
        .containsExactly("module.json:1 image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REGISTRY/x", "REGISTRY}"})
  void a_variable_is_defined_by_its_line(String at) {
    assertThat(definitions("build/deployment.template.json", TEMPLATE, at))
        .containsExactly(".env:2 REGISTRY");
  }

  @Test
  void a_variable_that_nothing_sets_has_no_definition() {
    assertThat(definitions("build/deployment.template.json", TEMPLATE, "PATH")).isEmpty();
  }

  // --- references --------------------------------------------------------------------------

  @Test
  void a_module_is_mentioned_by_routes_twins_and_layers() {
    assertThat(references("deployment.json", BASE, "sensor\": {\"env"))
        .containsExactly(
            "deployment.json:6 sensor",
            "deployment.json:9 sensor",
            "deployment.json:8 sensor",
            "layer.json:2 sensor");
  }

  @Test
  void a_variable_is_mentioned_by_the_templates_beside_its_file() {
    assertThat(references("build/.env", ENV, "REGISTRY"))
        .containsExactly(
            ".env:2 REGISTRY",
            "deployment.template.json:4 REGISTRY",
            "deployment.template.json:4 REGISTRY");
  }

  @Test
  void a_folder_is_mentioned_by_the_templates_beside_it() {
    assertThat(references("build/modules/filter/module.json", MODULE, "image"))
        .containsExactly(
            "module.json:1 image",
            "deployment.template.json:3 filter",
            "deployment.template.json:5 filter");
  }

  @Test
  void highlights_stay_in_the_document() {
    Snapshot snapshot = project("deployment.json", marked(BASE, "sensor\": {\"env"));

    assertThat(Navigation.highlights(snapshot, cursorDocument, offset))
        .extracting(range -> range.of(BASE))
        .containsExactly("sensor", "sensor", "sensor");
  }

  @ParameterizedTest
  @CsvSource({
    "OUT, http://blob:11002/a, blob",
    "OUT, DefaultEndpointsProtocol=http;BlobEndpoint=http://blob:11002/a, blob",
    "OUT, http://user@blob/, blob",
    "OUT, blob:11002, blob",
    "BLOB_HOST, blob, blob",
    "no_proxy, 'localhost, blob,.corp', blob",
    "OUT, blob, ",
    "OUT, http://blob.corp/, ",
    "OUT, http://blobs/, ",
    "OUT, http://elsewhere:11002/, ",
  })
  void a_host_in_the_environment_may_be_a_module(String variable, String value, String host) {
    String text =
        BASE.replace("\"OUT\"", '"' + variable + '"').replace("http://blob:11002/a", value);
    Snapshot snapshot = project("deployment.json", marked(text, "blob\": {}"));

    List<String> found =
        Navigation.highlights(snapshot, cursorDocument, offset).stream()
            .skip(1)
            .map(range -> range.of(text))
            .toList();

    assertThat(found).isEqualTo(host == null ? List.of() : List.of(host));
  }

  @Test
  void a_host_that_is_no_module_is_no_name() {
    String text = BASE.replace("blob:11002", "elsewhere:11002");
    Snapshot snapshot = project("deployment.json", marked(text, "elsewhere:"));

    assertThat(Navigation.highlights(snapshot, cursorDocument, offset)).isEmpty();
    assertThat(Rename.at(snapshot, cursorDocument, offset)).isEmpty();
  }

  // --- renaming ----------------------------------------------------------------------------

  private String renamed(Rename rename, String path, String newName) {
    DocPath wanted = new DocPath("/project").resolve(path);
    String text =
        documents.stream()
            .filter(document -> document.path().equals(wanted))
            .findFirst()
            .orElseThrow()
            .source()
            .text();
    return rename.edits(newName).stream()
        .filter(edit -> edit.path().equals(wanted))
        .map(DocumentEdit::edits)
        .map(edits -> TextEdit.apply(text, edits))
        .findFirst()
        .orElse(text);
  }

  private Rename renameAt(String path, String text, String at) {
    Snapshot snapshot = project(path, marked(text, at));
    return Rename.at(snapshot, cursorDocument, offset).orElseThrow();
  }

  @Test
  void a_module_is_renamed_where_others_call_it_as_a_host() {
    Rename rename = renameAt("deployment.json", BASE, "blob\": {}");

    assertThat(renamed(rename, "deployment.json", "store"))
        .isEqualTo(BASE.replace("blob", "store"));
  }

  @Test
  void a_module_is_renamed_inside_the_keys_of_layers() {
    Rename rename = renameAt("deployment.json", BASE, "sensor\": {\"env");

    assertThat(renamed(rename, "layers/layer.json", "camera"))
        .isEqualTo(LAYER.replace("sensor", "camera"));
  }

  @Test
  void a_variable_is_renamed_in_its_file_and_in_templates() {
    Rename rename = renameAt("build/deployment.template.json", TEMPLATE, "REGISTRY/x");

    assertThat(rename.range()).isEqualTo(TextRange.ofLength(offset, "REGISTRY".length()));
    assertThat(renamed(rename, "build/.env", "ACR")).isEqualTo(ENV.replace("REGISTRY", "ACR"));
    assertThat(renamed(rename, "build/deployment.template.json", "ACR"))
        .isEqualTo(TEMPLATE.replace("REGISTRY", "ACR"));
    assertThat(rename.problem("OTHER")).contains("There is already a variable OTHER.");
    assertThat(rename.problem("1x")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "PATH, No .env beside the template sets PATH",
    "filter.amd64, rename the folder",
  })
  void what_is_set_elsewhere_keeps_its_name(String at, String reason) {
    Rename rename = renameAt("build/deployment.template.json", TEMPLATE, at);

    assertThat(rename.refusal().orElseThrow()).contains(reason);
    assertThat(rename.edits("NEW")).isEmpty();
  }

  @Test
  void nothing_else_has_a_name() {
    Snapshot snapshot = project("deployment.json", marked(BASE, "properties.desired"));

    assertThat(Rename.at(snapshot, cursorDocument, offset)).isEqualTo(Optional.empty());
  }

  // --- symbols -----------------------------------------------------------------------------

  private List<String> symbols(String query) {
    Snapshot snapshot = project("etc/aziot/config.toml", "$0[agent]\nname = \"edgeAgent\"\n");
    return WorkspaceSymbols.of(snapshot, query).stream()
        .map(symbol -> symbol.name() + " " + symbol.document().path().name())
        .toList();
  }

  @Test
  void symbols_are_modules_routes_and_tables_of_the_whole_workspace() {
    assertThat(symbols(""))
        .contains(
            "sensor deployment.json",
            "up deployment.json",
            "extra layer.json",
            "a deployment.template.json",
            "agent config.toml")
        .doesNotContain("REGISTRY .env");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sns", "SENSOR", "sen"})
  void symbols_have_the_letters_of_the_query_in_order(String query) {
    assertThat(symbols(query)).containsExactly("sensor deployment.json");
  }
}
