package io.github.edgelint.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.github.edgelint.testing.Project;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientSettingsTest {

  private static final String CONFIG = "etc/aziot/config.toml";

  private static ClientSettings of(String json) {
    return ClientSettings.of(JsonParser.parseString(json));
  }

  private static Settings inForce(Map<String, String> files, String json) {
    Snapshot snapshot = of(json).applyTo(Project.of(files));
    return snapshot.settingsOf(Project.ROOT.resolve(CONFIG));
  }

  @Test
  void every_setting_is_in_force() {
    Settings settings =
        inForce(
            Map.of(CONFIG, ""),
            """
            {"version": "1.5", "profile": "production", "rules": {"EDGE253": "off"},
             "proxy": {"required": true, "url": "http://proxy:3128"}}
            """);

    assertThat(settings.version().orElseThrow().value()).hasToString("1.5");
    assertThat(settings.isProduction()).isTrue();
    assertThat(settings.rules()).hasSize(1);
    assertThat(settings.proxy().required().orElseThrow().value()).isTrue();
    assertThat(settings.proxy().url().orElseThrow().value()).isEqualTo("http://proxy:3128");
  }

  @Test
  void a_settings_file_goes_before_key_by_key() {
    Settings settings =
        inForce(
            Map.of(CONFIG, "", ".edgelint.toml", "version = \"1.4\"\n"),
            "{\"version\": \"1.6\", \"profile\": \"production\"}");

    assertThat(settings.version().orElseThrow().value()).hasToString("1.4");
    assertThat(settings.isProduction()).isTrue();
  }

  @Test
  void an_editor_has_no_settings_file() {
    assertThat(inForce(Map.of(CONFIG, ""), "{\"version\": \"1.6\"}").file()).isEmpty();
  }

  @Test
  void settings_without_effect_leave_the_snapshot_alone() {
    Snapshot snapshot = Project.of(Map.of(CONFIG, ""));

    assertThat(of("{\"version\": \"\", \"proxy\": {\"required\": null}}").applyTo(snapshot))
        .isSameAs(snapshot);
  }

  @Test
  void a_text_cannot_leave_its_quotation_marks() {
    Settings settings =
        inForce(
            Map.of(CONFIG, ""),
            "{\"proxy\": {\"url\": \"http://a\\\"\\n[rules]\"}, \"rules\": {\"a\\\"b\": \"off\"}}");

    assertThat(settings.proxy().url().orElseThrow().value()).isEqualTo("http://a\"\n[rules]");
    assertThat(settings.rules().get(0).rule()).isEqualTo("a\"b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "\"x\"",
        "7",
        "{\"version\": 7}",
        "{\"version\": {\"a\": 1}}",
        "{\"proxy\": \"x\"}",
        "{\"proxy\": {\"required\": \"yes\", \"url\": null}}",
        "{\"rules\": [\"EDGE253\"]}",
        "{\"rules\": {\"EDGE253\": 1}}",
      })
  void what_is_no_setting_counts_as_not_said(String json) {
    JsonElement element = JsonParser.parseString(json);

    assertThat(ClientSettings.of(element)).isEqualTo(ClientSettings.of(null));
  }
}
