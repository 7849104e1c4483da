package io.github.edgelint.ide.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.ide.Hover;
import io.github.edgelint.ide.HoverText;
import io.github.edgelint.ide.InlayHint;
import io.github.edgelint.ide.InlayHints;
import io.github.edgelint.testing.Project;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverridesTest {

  private static final String BASE =
      """
      { "modulesContent": {
        "$edgeAgent": { "properties.desired": {
          "schemaVersion": "1.1",
          "runtime": { "type": "docker", "settings": {} },
          "systemModules": { "edgeAgent": {}, "edgeHub": {} },
          "modules": {
            "camera": {
              "type": "docker",
              "settings": { "image": "camera:1", "createOptions": "{}" },
              "env": { "KEY": { "value": "Zx81aJ0q" }, "OLD": { "value": "1" } }
            }
          }
        } },
        "$edgeHub": { "properties.desired": {
          "routes": { "up": "FROM /* INTO $upstream", "same": "FROM /a/* INTO $upstream" }
        } },
        "camera": { "properties.desired": { "rate": 5, "token": "Zx81aJ0q" } }
      } }
      """;

  private static final String LAYER =
      """
      { "content": { "modulesContent": {
        "$edgeAgent": {
          "properties.desired.modules.camera": {
            "type": "docker",
            "settings": { "image": "camera:2", "createOptions": "{ }" },
            "env": { "KEY": { "value": "Qq99" }, "NEW": { "value": "1" } }
          },
          "properties.desired.modules.press": {}
        },
        "$edgeHub": {
          "properties.desired.routes.up": "FROM /b/* INTO $upstream",
          "properties.desired.routes.same": "FROM /a/* INTO $upstream"
        },
        "camera": { "properties.desired.token": "Qq99" }
      } } }
      """;

  private static final Map<String, String> FILES =
      Map.of("deployment.json", BASE, "layer.json", LAYER);

  private static Document layer(Snapshot snapshot) {
    return snapshot.document(Project.ROOT.resolve("layer.json")).orElseThrow();
  }

  private static String hover(Map<String, String> files, String at) {
    Snapshot snapshot = Project.of(files);
    return Hover.at(snapshot, layer(snapshot), LAYER.indexOf(at) + 1)
        .map(HoverText::markdown)
        .orElse("");
  }

  private static List<String> hints(Map<String, String> files) {
    Snapshot snapshot = Project.of(files);
    return InlayHints.of(snapshot, layer(snapshot), new TextRange(0, LAYER.length())).stream()
        .map(OverridesTest::shown)
        .toList();
  }

  private static String shown(InlayHint hint) {
    String before = LAYER.substring(0, hint.offset() - 1);
    return before.substring(before.lastIndexOf('.') + 1) + " " + hint.label();
  }

  @Test
  void a_module_of_a_layer_tells_what_is_other_than_in_its_base() {
    assertThat(hover(FILES, "properties.desired.modules.camera"))
        .endsWith(
            """
            Overrides `deployment.json`:

            - `settings.image`: `camera:1` → `camera:2`
            - `settings.createOptions`: another value
            - `env.KEY.value`: another value
            - `env.OLD`: gone
            - `env.NEW`: new\
            """);
  }

  @Test
  void a_route_shows_both_texts_and_a_property_of_a_module_neither() {
    assertThat(hover(FILES, "properties.desired.routes.up"))
        .endsWith("- `FROM /* INTO $upstream` → `FROM /b/* INTO $upstream`");
    assertThat(hover(FILES, "properties.desired.token"))
        .endsWith("Overrides `deployment.json`:\n\n- another value");
  }

  @Test
  void the_name_of_a_route_tells_both_what_it_does_and_what_it_overrides() {
    assertThat(hover(FILES, "up\": \"FROM /b"))
        .startsWith("Sends ")
        .endsWith("- `FROM /* INTO $upstream` → `FROM /b/* INTO $upstream`");
  }

  @Test
  void what_a_layer_repeats_is_said_to_be_the_same() {
    assertThat(hover(FILES, "properties.desired.routes.same"))
        .endsWith("The same as in `deployment.json`.");
  }

  @Test
  void hints_stand_behind_the_keys_that_override_and_not_behind_those_that_add() {
    assertThat(hints(FILES))
        .containsExactly(
            "camera overrides deployment.json",
            "up overrides deployment.json",
            "same as in deployment.json",
            "token overrides deployment.json");
  }

  @Test
  void of_several_deployments_in_a_folder_only_the_settings_say_which_is_the_base() {
    Map<String, String> files = new HashMap<>(FILES);
    files.put("other.json", BASE);
    assertThat(hints(files)).isEmpty();

    files.put(
        ".edgelint.toml",
        "[[device]]\nname = \"a\"\nmanifest = \"other.json\"\nlayers = [\"layer.json\"]\n");
    assertThat(hints(files)).hasSize(4).allMatch(hint -> hint.endsWith(" other.json"));
  }

  @Test
  void the_key_of_a_twin_tells_its_size() {
    Snapshot snapshot = Project.of(Map.of("deployment.json", BASE));
    Document manifest = snapshot.documents().iterator().next();
    int camera = BASE.lastIndexOf("\"camera\"");

    assertThat(Hover.at(snapshot, manifest, camera + 1).map(HoverText::markdown).orElse(""))
        .endsWith("Desired properties: 0.0 of 32 KB, as IoT Hub counts them.");
  }
}
