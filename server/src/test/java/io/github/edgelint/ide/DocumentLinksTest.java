package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
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
    return DocumentLinks.of(
        Document.of(new DocPath("/project/deployment.json"), SourceText.of(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "mcr.microsoft.com/azureiotedge-hub:1.5,"
        + " https://mcr.microsoft.com/artifact/mar/azureiotedge-hub/about",
    "redis:7, https://hub.docker.com/_/redis",
    "grafana/grafana:11.0.0, https://hub.docker.com/r/grafana/grafana",
  })
  void an_image_of_a_public_registry_has_a_page(String image, String page) {
    assertThat(links(image)).extracting(DocumentLink::target).containsExactly(page);
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
    Document config =
        Document.of(
            new DocPath("/etc/aziot/config.toml"),
            SourceText.of(
                "[agent]\n"
                    + "name = \"edgeAgent\"\n"
                    + "[agent.config]\n"
                    + "image = \"mcr.microsoft.com/azureiotedge-agent:1.5\"\n"));

    assertThat(DocumentLinks.of(config)).hasSize(1);
  }
}
