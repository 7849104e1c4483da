package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlayHintsTest {

  private static final String TEMPLATE =
      """
      {"$schema-template": "4.0.0", "modulesContent": {"$edgeAgent": {"properties.desired": {
        "runtime": {"settings": {"registryCredentials": {"r": {
          "address": "$REGISTRY", "password": "$REGISTRY_PASSWORD"}}}},
        "modules": {"m": {"settings": {"image": "%s"}}}}}}}
      """;

  private static Document document(String path, String text) {
    return Document.of(new DocPath("/project").resolve(path), SourceText.of(text));
  }

  private static List<InlayHint> hints(String path, String text) {
    Document template = document(path, text);
    Snapshot snapshot =
        Snapshot.of(
            Workspace.of(List.of(new DocPath("/project"))),
            List.of(
                template,
                document(".env", "REGISTRY=r.azurecr.io\nREGISTRY_PASSWORD=secret\nX=x\n"),
                document(
                    "modules/m/module.json",
                    """
                    {"image": {"repository": "$REGISTRY/m", "tag": {"version": "0.1", "platforms": {"amd64": "f"}}}}
                    """)));
    return InlayHints.of(snapshot, template, new TextRange(0, text.length()));
  }

  @Test
  void variables_show_their_values_but_no_secrets() {
    String text = TEMPLATE.formatted("a:1");

    assertThat(hints("deployment.template.json", text))
        .containsExactly(
            new InlayHint(text.indexOf("$REGISTRY") + "$REGISTRY".length(), "= r.azurecr.io"));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"password\": \"$X\"', 0",
    "'\"DB_PW\": {\"value\": \"$X\"}', 0",
    "'\"Env\": [\"PASSWORD=$X\"]', 0",
    "'\"value\": \"Server=$X;SharedAccessKey=$X\"', 1",
    "'\"value\": \"$X\"', 1",
  })
  void a_variable_is_no_secret_only_where_its_place_has_no_secret_either(String at, int shown) {
    String template =
        """
        {"$schema-template": "4.0.0", "modulesContent": {"$edgeAgent": {"properties.desired": {
          "modules": {"m": {"env": {"A": {%s}}}}}}}}
        """
            .formatted(at);

    assertThat(hints("deployment.template.json", template)).hasSize(shown);
  }

  @Test
  void modules_show_their_images() {
    assertThat(hints("deployment.template.json", TEMPLATE.formatted("${MODULES.m.amd64}")))
        .last()
        .extracting(InlayHint::label)
        .isEqualTo("= r.azurecr.io/m:0.1-amd64");
  }

  @Test
  void a_platform_that_is_not_built_shows_nothing() {
    assertThat(hints("deployment.template.json", TEMPLATE.formatted("${MODULES.m.arm32v7}")))
        .hasSize(1);
  }

  @Test
  void unknown_variables_show_nothing() {
    assertThat(hints("deployment.template.json", TEMPLATE.formatted("${OTHER}"))).hasSize(1);
  }

  @Test
  void manifests_have_none() {
    assertThat(hints("deployment.json", "{\"modulesContent\": {\"a\": \"$REGISTRY\"}}")).isEmpty();
  }
}
