package io.github.edgelint.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.schema.SchemaProblem;
import io.github.edgelint.syntax.NodePath;
import io.github.edgelint.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSchemaTest {

  private static DocumentSchema of(String path, String text) {
    return Document.of(new DocPath("/etc/aziot/" + path), SourceText.of(text)).schema().get();
  }

  private static List<String> kinds(String path, String text) {
    return of(path, text).problems().stream()
        .map(problem -> problem.getClass().getSimpleName())
        .toList();
  }

  private static String config(String more) {
    return "[provisioning]\nsource = \"none\"\n" + more;
  }

  @ParameterizedTest
  @CsvSource({
    "config.toml, '[provisioning]\nsource = \"none\"', device-config",
    "deployment.json, '{\"modulesContent\": {}}', deployment-manifest",
    "deployment.template.json, '{\"modulesContent\": {}}', deployment-template",
    "docker/daemon.json, '{}', engine-config",
    ".edgelint.toml, '', settings",
  })
  void each_kind_has_its_schema(String path, String text, String schema) {
    assertThat(of(path, text).schema().name()).isEqualTo(schema);
  }

  @Test
  void a_unit_has_none() {
    assertThat(
            Document.of(new DocPath("/x.service.d/a.conf"), SourceText.of("[Service]\n")).schema())
        .isEmpty();
  }

  @Test
  void a_manifest_is_read_without_letter_case_and_a_device_configuration_with() {
    assertThat(
            kinds(
                "deployment.json",
                "{\"modulesContent\": {\"$edgeAgent\": {}, \"a\": {\"Properties.Desired\": 1}}}"))
        .containsExactly("KeyLetterCase", "WrongType");
    assertThat(kinds("config.toml", config("Device_ID = 1\n"))).containsExactly("KeyLetterCase");
  }

  @Test
  void placeholders_are_not_judged() {
    assertThat(kinds("config.toml", "cloud_retries = \"${RETRIES}\"\n" + config(""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[image_garbage_collection]\ncleanup_recurrence = \"36h\"",
        "[image_garbage_collection]\nimage_age_cleanup_threshold = \"7 dys\"",
        "[image_garbage_collection]\ncleanup_time = \"24:00\"",
        "[edge_ca]\n"
            + "method = \"est\"\n"
            + "auto_renew = { rotate_key = true, threshold = \"80 %\", retry = \"4%\" }",
      })
  void texts_without_their_format_are_found(String more) {
    assertThat(kinds("config.toml", config(more))).containsExactly("BadFormat");
  }

  @Test
  void words_about_a_key_are_found_by_its_path() {
    assertThat(of("config.toml", config("")).lookup().at(NodePath.of("agent", "env")).markdown())
        .isPresent();
  }

  @Test
  void a_document_is_checked_once() {
    DocumentSchema schema = of("config.toml", config("colour = 1"));
    List<SchemaProblem> first = schema.problems();
    assertThat(schema.problems()).isSameAs(first).hasSize(1);
  }
}
