package io.github.edgelint.ide.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.ide.Hover;
import io.github.edgelint.ide.HoverText;
import io.github.edgelint.testing.Project;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholderHoverTest {

  private static final String MODULE =
      """
      {"modulesContent": {"$edgeAgent": {"properties.desired": {"modules": {"m": {
        "env": {"A": {"value": "%s"}}, "startupOrder": $ORDER, "settings": {"image": "%s"}
      }}}}}}
      """;

  private static final String MODULE_FILE =
      """
      {"image": {"repository": "$REGISTRY/cam",
        "tag": {"version": "0.${ORDER}", "platforms": {"amd64": "f"}}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$REG‸ISTRY          | Variable of `.env`: `r.azurecr.io`",
        "a ${RE‸GISTRY} b    | Variable of `.env`: `r.azurecr.io`",
        "$DB_PASS‸WORD       | Variable of `.env`; not shown, it may be secret",
        "$OTH‸ER             | Variable that no `.env` beside the template sets",
        "${MODULES.c‸am}     | Image of `modules/cam`: `r.azurecr.io/cam:0.7`",
        "${MODULES.cam.am‸d64} | Image of `modules/cam`: `r.azurecr.io/cam:0.7-amd64`",
        "${MODULES.cam.‸arm} | Image of `modules/cam`, which has no platform `arm` but `amd64`",
        "${MODULEDIR<../c‸am>} | Image of `../cam`: `r.azurecr.io/cam:0.2`",
        "${MODULEDIR<../c‸am>.amd64} | Image of `../cam`: `r.azurecr.io/cam:0.2-amd64`",
        "${MODULEDIR<../c‸am>.arm} | Image of `../cam`, which has no platform `arm` but `amd64`",
        "${MODULEDIR<./modules/c‸am>} | Image of `./modules/cam`: `r.azurecr.io/cam:0.7`",
        "${MODULEDIR<../no‸pe>} | Image of `../nope`, whose `module.json` is not among the files",
        "${MODULES.no‸pe}    | Image of `modules/nope`, where no `module.json` is",
      })
  void a_placeholder_says_what_it_stands_for(String marked, String expected) {
    assertThat(hover(MODULE.formatted(marked, "a:1")))
        .hasValueSatisfying(hover -> assertThat(hover.markdown()).startsWith(expected));
    assertThat(hover(MODULE.formatted("", marked)))
        .hasValueSatisfying(hover -> assertThat(hover.markdown()).startsWith(expected));
  }

  @Test
  void one_without_quotes_as_well() {
    assertThat(hover(MODULE.formatted("", "a:1").replace("$ORDER", "$OR‸DER")))
        .map(HoverText::markdown)
        .contains("Variable of `.env`: `7`");
  }

  @Test
  void an_image_whose_registry_is_a_variable_is_not_said_to_be_of_docker_hub() {
    assertThat(hover(MODULE.formatted("", "$REGISTRY/c‸am:1")))
        .hasValueSatisfying(hover -> assertThat(hover.markdown()).doesNotContain("Docker Hub"));
  }

  @ParameterizedTest
  @CsvSource({"${MODULEDIR<..‸>.debug}", "${MODULEDIR<‸>}", "${REG‸ISTRY:-r.example.com}/cam:1"})
  void a_folder_or_a_default_of_a_shell_is_no_variable(String marked) {
    assertThat(hover(MODULE.formatted("", marked)).map(HoverText::markdown).orElse(""))
        .doesNotContain("ariable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$bo‸dy.a = 'x'            | Sends every message",
        "$connection‸DeviceId = 'x' | `$connectionDeviceId`",
        "a = '${OT‸HER}'           | Variable that no `.env` beside the template sets",
        "$OR‸DER = 7               | Variable of `.env`: `7`",
      })
  void a_dollar_name_in_a_route_is_a_property_where_no_variable_has_its_name(
      String condition, String expected) {
    assertThat(
            hover(
                """
                {"modulesContent": {"$edgeHub": {"properties.desired": {"routes": {
                  "r": "FROM /messages/* WHERE %s INTO $upstream"}}}}}
                """
                    .formatted(condition)))
        .hasValueSatisfying(hover -> assertThat(hover.markdown()).startsWith(expected));
  }

  private static Optional<HoverText> hover(String marked) {
    Snapshot snapshot =
        Project.of(
            Map.of(
                "solution/deployment.template.json",
                marked.replace("‸", ""),
                "solution/.env",
                "REGISTRY=r.azurecr.io\nDB_PASSWORD=hunter2\nORDER=7\n",
                "solution/modules/cam/module.json",
                MODULE_FILE,
                "cam/module.json",
                MODULE_FILE.replace("0.${ORDER}", "0.2")));
    Document template =
        snapshot.document(Project.ROOT.resolve("solution/deployment.template.json")).orElseThrow();
    return Hover.at(snapshot, template, marked.indexOf('‸'));
  }
}
