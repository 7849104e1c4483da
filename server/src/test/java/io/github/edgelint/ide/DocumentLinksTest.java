package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentLinksTest {

  private static List<DocumentLink> links(String image) {
    String text =
        """
        {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {
          "m": {"settings": {"image": "%s"}}}}}}}
        """
            .formatted(image);
    return links("deployment.json", text);
  }

  /** The links of a file of a project that has the files of a template and a device. */
  private static List<DocumentLink> links(String path, String text) {
    Document document = document(path, text);
    return DocumentLinks.of(
        Snapshot.of(
            Workspace.of(List.of(new DocPath("/project"))),
            List.of(
                document("modules/filter/module.json", "{}"),
                document(".env", "REGISTRY=r.azurecr.io\n"),
                document("devices/press/config.toml", ""),
                document)),
        document);
  }

  private static Document document(String path, String text) {
    return Document.of(new DocPath("/project").resolve(path), SourceText.of(text));
  }

  private static List<String> shown(String path, String text) {
    return links(path, text).stream()
        .map(link -> link.range().of(text) + " → " + name(link.target()))
        .toList();
  }

  private static String name(DocumentLink.Target target) {
    return target instanceof DocumentLink.File file
        ? file.path().value()
        : ((DocumentLink.Address) target).url().replaceAll(".*/", "");
  }

  @ParameterizedTest
  @CsvSource({
    "mcr.microsoft.com/azureiotedge-hub:1.5,"
        + " https://mcr.microsoft.com/artifact/mar/azureiotedge-hub/about",
    "redis:7, https://hub.docker.com/_/redis",
    "grafana/grafana:11.0.0, https://hub.docker.com/r/grafana/grafana",
  })
  void an_image_of_a_public_registry_has_a_page(String image, String page) {
    assertThat(links(image))
        .extracting(DocumentLink::target)
        .containsExactly(new DocumentLink.Address(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry.azurecr.io/m:1",
        "${MODULES.m}",
        "$upstream:443/m:1",
        "",
        "a b",
        "m:1:2"
      })
  void other_images_have_none(String image) {
    assertThat(links(image)).isEmpty();
  }

  @Test
  void the_link_covers_the_image_without_its_quotes() {
    DocumentLink link = links("redis:7").get(0);

    assertThat(link.range().length()).isEqualTo("redis:7".length());
  }

  @Test
  void the_image_of_the_agent_has_a_page() {
    String config =
        "[agent]\n"
            + "name = \"edgeAgent\"\n"
            + "[agent.config]\n"
            + "image = \"mcr.microsoft.com/azureiotedge-agent:1.5\"\n";

    assertThat(links("etc/aziot/config.toml", config)).hasSize(1);
  }

  @Test
  void a_template_leads_to_the_files_that_fill_it_in() {
    String template =
        """
        {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {
          "a": {"settings": {"image": "${MODULES.filter.amd64}"}, "env": {
            "X": {"value": "$REGISTRY"}, "Y": {"value": "$ELSEWHERE"}}},
          "b": {"settings": {"image": "${MODULES.nowhere}"}}}}}}}
        """;

    assertThat(shown("deployment.template.json", template))
        .containsExactly(
            "${MODULES.filter.amd64} → /project/modules/filter/module.json",
            "$REGISTRY → /project/.env");
  }

  @Test
  void a_suppression_leads_to_the_page_of_its_rule() {
    String config =
        """
        # edgelint: ignore[EDGE201, no-such-rule] the proxy has TLS
        # about EDGE202
        hostname = "press"
        """;

    assertThat(shown("etc/aziot/config.toml", config)).containsExactly("EDGE201 → EDGE201.md");
  }

  @Test
  void the_settings_lead_to_files_and_rules() {
    String settings =
        """
        select = ["EDGE253"]
        [rules]
        EDGE201 = "off"
        [[device]]
        config = "devices/press/config.toml"
        manifest = "devices/press/gone.json"
        """;

    assertThat(shown(".edgelint.toml", settings))
        .containsExactly(
            "EDGE253 → EDGE253.md",
            "EDGE201 → EDGE201.md",
            "devices/press/config.toml → /project/devices/press/config.toml");
  }
}
