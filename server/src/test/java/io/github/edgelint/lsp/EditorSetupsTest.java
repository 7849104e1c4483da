package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgelint.testing.Repository;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** The files in {@code editors} are what the editors read, by the sources of these. */
class EditorSetupsTest {

  private static final Path SETUPS = Repository.root().resolve("editors");

  private static JsonObject json(String file) throws IOException {
    String text = Files.readString(SETUPS.resolve(file));
    // Sublime Text and Zed take comments.
    return TestClient.gson().fromJson(text.replaceAll("(?m)^\\s*//.*$", ""), JsonObject.class);
  }

  private static JsonElement at(JsonElement from, String... path) {
    JsonElement here = from;
    for (String key : path) {
      here = here.getAsJsonObject().get(key);
    }
    return here;
  }

  // --- IntelliJ ------------------------------------------------------------------------------

  /** What LSP4IJ's LanguageServerTemplateDeserializer reads, and throws without. */
  @Test
  void lsp4ij_finds_what_it_reads_of_a_template() throws IOException {
    JsonObject template = json("intellij/edgelint/template.json");

    assertThat(template.keySet())
        .containsExactlyInAnyOrder("id", "name", "programArgs", "fileTypeMappings");
    assertThat(template.getAsJsonObject("programArgs").keySet())
        .contains("default", "windows")
        .isSubsetOf("default", "windows", "mac", "unix");
    for (JsonElement mapping : template.getAsJsonArray("fileTypeMappings")) {
      assertThat(at(mapping, "languageId").getAsString()).isIn("json", "toml", "systemd");
      assertThat(at(mapping, "fileType", "patterns").getAsJsonArray()).isNotEmpty();
    }
  }

  @Test
  void lsp4ij_sends_every_file_of_the_examples() throws IOException {
    List<String> patterns = new ArrayList<>();
    for (JsonElement mapping :
        json("intellij/edgelint/template.json").getAsJsonArray("fileTypeMappings")) {
      at(mapping, "fileType", "patterns")
          .getAsJsonArray()
          .forEach(pattern -> patterns.add(pattern.getAsString()));
    }

    try (Stream<Path> files = Files.walk(Repository.root().resolve("examples"))) {
      assertThat(files.filter(Files::isRegularFile).filter(file -> !file.endsWith("README.md")))
          .allMatch(
              file ->
                  patterns.stream()
                      .anyMatch(
                          pattern ->
                              FileSystems.getDefault()
                                  .getPathMatcher("glob:" + pattern)
                                  .matches(file.getFileName())));
    }
  }

  @Test
  void lsp4ij_has_the_settings_that_vs_code_has() throws IOException {
    Set<String> ofVsCode = new TreeSet<>();
    JsonObject properties =
        at(
                TestClient.gson()
                    .fromJson(
                        Files.readString(Repository.root().resolve("client-vscode/package.json")),
                        JsonObject.class),
                "contributes",
                "configuration",
                "properties")
            .getAsJsonObject();
    for (String name : properties.keySet()) {
      if (at(properties, name, "scope").getAsString().equals("resource")) {
        ofVsCode.add(name);
      }
    }

    Set<String> described = new TreeSet<>();
    leaves("", json("intellij/edgelint/settings.schema.json"), described);
    Set<String> preset = new TreeSet<>();
    values("", json("intellij/edgelint/settings.json"), preset);
    assertThat(described).isEqualTo(ofVsCode);
    assertThat(preset).isEqualTo(ofVsCode);
  }

  private static void leaves(String path, JsonObject schema, Set<String> leaves) {
    if (!schema.has("properties")) {
      leaves.add(path);
      return;
    }
    JsonObject properties = schema.getAsJsonObject("properties");
    for (String key : properties.keySet()) {
      leaves(path.isEmpty() ? key : path + "." + key, properties.getAsJsonObject(key), leaves);
    }
  }

  private static void values(String path, JsonElement value, Set<String> values) {
    if (!value.isJsonObject() || value.getAsJsonObject().isEmpty()) {
      values.add(path);
      return;
    }
    for (String key : value.getAsJsonObject().keySet()) {
      values(path.isEmpty() ? key : path + "." + key, value.getAsJsonObject().get(key), values);
    }
  }

  // --- the others ----------------------------------------------------------------------------

  private static void isOurCommand(JsonElement command) {
    assertThat(command.toString()).isEqualTo("[\"edgelint\",\"serve\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "toml"})
  void kate_starts_it_for(String language) throws IOException {
    isOurCommand(at(json("kate/settings.json"), "servers", language, "command"));
  }

  @Test
  void sublime_text_starts_it() throws IOException {
    isOurCommand(at(json("sublime/LSP.sublime-settings"), "clients", "edgelint", "command"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"json-language-server", "taplo"})
  void zed_starts_it_instead_of(String server) throws IOException {
    JsonElement binary = at(json("zed/settings.json"), "lsp", server, "binary");

    assertThat(at(binary, "path").getAsString()).isEqualTo("edgelint");
    assertThat(at(binary, "arguments").toString()).isEqualTo("[\"serve\"]");
  }

  @Test
  void helix_starts_it_beside_its_own_servers() throws IOException {
    TomlParseResult languages = Toml.parse(SETUPS.resolve("helix/languages.toml"));

    assertThat(languages.errors()).isEmpty();
    assertThat(languages.getString("language-server.edgelint.command")).isEqualTo("edgelint");
    assertThat(languages.getArray("language-server.edgelint.args").toList())
        .isEqualTo(List.of("serve"));
    for (int i = 0; i < languages.getArray("language").size(); i++) {
      assertThat(languages.getArray("language").getTable(i).getArray("language-servers").toList())
          .hasSize(2)
          .endsWith("edgelint");
    }
  }
}
