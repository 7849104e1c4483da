package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.syntax.json.JsonText;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Other forms of create options, told by the text that comes out of choosing one. */
class CreateOptionsActionsTest {

  private static final String TEMPLATE = "deployment.template.json";
  private static final String MANIFEST = "deployment.json";
  private static final String EXPAND = "Expand createOptions to an object";
  private static final String COLLAPSE = "Collapse createOptions to text";
  private static final String JOIN = "Join createOptions to one text";
  private static final String SPLIT = "Split createOptions into pieces of 512 characters";

  /** A manifest with one module, whose settings are these lines. */
  private static String manifest(String settings) {
    return """
    {
      "modulesContent": {
        "$edgeAgent": {
          "properties.desired": {
            "systemModules": {},
            "modules": {
              "m": {
                "settings": {
    %s
                }
              }
            }
          }
        }
      }
    }
    """
        .formatted(settings.indent(14).stripTrailing());
  }

  private static List<CodeAction> actions(Map<String, String> files, String path) {
    Snapshot snapshot = Project.of(files);
    Document document = snapshot.document(Project.ROOT.resolve(path)).orElseThrow();
    int at = files.get(path).indexOf("createOptions");
    return CodeActions.at(
        snapshot,
        new Analyzer(List.of()).analyze(snapshot),
        document,
        new CodeActionQuery(TextRange.at(at), List.of("refactor"), List.of(), false));
  }

  private static List<String> titles(String path, String settings) {
    return actions(Map.of(path, manifest(settings)), path).stream().map(CodeAction::title).toList();
  }

  /** The settings after an action, or nothing where it is not offered. */
  private static Optional<String> after(String path, String settings, String title) {
    String text = manifest(settings);
    return actions(Map.of(path, text), path).stream()
        .filter(action -> action.title().equals(title))
        .map(action -> apply(text, action))
        .findFirst();
  }

  private static String apply(String text, CodeAction action) {
    List<DocumentEdit> edits = ((CodeAction.Edits) action.work()).source().get();
    assertThat(edits).hasSize(1);
    return TextEdit.apply(text, edits.get(0).edits());
  }

  @Test
  void text_of_a_template_expands_in_the_layout_of_the_file() {
    assertThat(
            after(
                TEMPLATE,
                """
                "image": "x",
                "createOptions": "{\\"Env\\":[\\"A=\\\\\\"b\\\\\\"\\"],\\"Tty\\":true}"
                """,
                EXPAND))
        .contains(
            manifest(
                """
                "image": "x",
                "createOptions": {
                  "Env": [
                    "A=\\"b\\""
                  ],
                  "Tty": true
                }
                """));
  }

  @Test
  void pieces_expand_to_one_object() {
    assertThat(
            after(
                TEMPLATE,
                """
                "createOptions": "{\\"Tty\\"",
                "image": "x",
                "createOptions01": ":true}"
                """,
                EXPAND))
        .contains(
            manifest(
                """
                "createOptions": {
                  "Tty": true
                },
                "image": "x"
                """));
  }

  @Test
  void blank_text_expands_to_an_empty_object() {
    assertThat(after(TEMPLATE, "\"createOptions\": \"\"", EXPAND))
        .contains(manifest("\"createOptions\": {}"));
  }

  @Test
  void an_object_is_nothing_that_a_manifest_could_have() {
    assertThat(titles(MANIFEST, "\"createOptions\": \"{\\\"Tty\\\":true}\"")).isEmpty();
  }

  @Test
  void an_object_of_a_template_collapses_to_text() {
    assertThat(
            after(
                TEMPLATE,
                """
                "createOptions": {
                  "Env": ["A=\\"b\\" \\u00e9", "P=C:\\\\x"],
                  "HostConfig": { "Memory": 1e3 }
                },
                "image": "x"
                """,
                COLLAPSE))
        .contains(
            manifest(
                "\"createOptions\": "
                    + JsonText.quote(
                        "{\"Env\":[\"A=\\\"b\\\" \\u00e9\",\"P=C:\\\\x\"],"
                            + "\"HostConfig\":{\"Memory\":1e3}}")
                    + ",\n\"image\": \"x\""));
  }

  @Test
  void an_object_with_a_comment_stays() {
    assertThat(titles(TEMPLATE, "\"createOptions\": {\n  // why\n  \"Tty\": true\n}")).isEmpty();
  }

  @Test
  void text_that_only_the_agent_reads_stays() {
    assertThat(titles(TEMPLATE, "\"createOptions\": \"{Tty:true}\"")).isEmpty();
    assertThat(titles(TEMPLATE, "\"createOptions\": \"{\\\"Tty\\\":true /* why */}\"")).isEmpty();
    assertThat(titles(TEMPLATE, "\"createOptions\": \"{\\\"Tty\\\":\"")).isEmpty();
  }

  @Test
  void a_number_that_javascript_rounds_stays_text() {
    assertThat(
            titles(
                TEMPLATE,
                "\"createOptions\":"
                    + " \"{\\\"HostConfig\\\":{\\\"KernelMemory\\\":9223372036854771712}}\""))
        .isEmpty();
  }

  @Test
  void what_is_pasted_as_a_value_keeps_its_escapes() {
    assertThat(titles(TEMPLATE, "\"createOptions\": { \"Env\": $ENV }")).isEmpty();
    assertThat(titles(TEMPLATE, "\"createOptions\": \"{\\\"Env\\\":$ENV}\"")).isEmpty();
  }

  @Test
  void a_variable_with_a_backslash_means_something_else_in_text() {
    String text = manifest("\"createOptions\": { \"Env\": [\"A=$A\"] }");

    assertThat(actions(Map.of(TEMPLATE, text, ".env", "A=plain\n"), TEMPLATE)).hasSize(1);
    assertThat(actions(Map.of(TEMPLATE, text, ".env", "A=C:\\\\data\n"), TEMPLATE)).isEmpty();
  }

  @Test
  void an_object_that_the_tools_could_not_split_stays_text() {
    String long4k = "{\\\"Env\\\":[\\\"A=" + "x".repeat(4096) + "\\\"]}";

    assertThat(titles(TEMPLATE, "\"createOptions\": \"" + long4k + "\"")).isEmpty();
  }

  @Test
  void long_text_is_split_at_512_characters() {
    String options = "{\"Env\":[\"A=" + "x".repeat(1100) + "\"]}";
    String after =
        after(
                MANIFEST,
                "\"createOptions\": " + JsonText.quote(options) + ",\n\"image\": \"x\"",
                SPLIT)
            .orElseThrow();

    assertThat(after)
        .isEqualTo(
            manifest(
                "\"createOptions\": "
                    + JsonText.quote(options.substring(0, 512))
                    + ",\n\"createOptions01\": "
                    + JsonText.quote(options.substring(512, 1024))
                    + ",\n\"createOptions02\": "
                    + JsonText.quote(options.substring(1024))
                    + ",\n\"image\": \"x\""));
  }

  @Test
  void uneven_pieces_are_cut_anew_and_numbered_with_two_digits() {
    String options = "{\"Env\":[\"A=" + "x".repeat(600) + "\"]}";

    assertThat(
            after(
                MANIFEST,
                "\"createOptions\": \"{\",\n\"createOptions1\": "
                    + JsonText.quote(options.substring(1, 600))
                    + ",\n\"createOptions2\": "
                    + JsonText.quote(options.substring(600)),
                SPLIT))
        .contains(
            manifest(
                "\"createOptions\": "
                    + JsonText.quote(options.substring(0, 512))
                    + ",\n\"createOptions01\": "
                    + JsonText.quote(options.substring(512))));
  }

  @Test
  void pieces_that_are_as_the_tools_make_them_stay() {
    String options = "{\"Env\":[\"A=" + "x".repeat(600) + "\"]}";

    assertThat(
            titles(
                MANIFEST,
                "\"createOptions\": "
                    + JsonText.quote(options.substring(0, 512))
                    + ",\n\"createOptions01\": "
                    + JsonText.quote(options.substring(512))))
        .containsExactly(JOIN);
  }

  @Test
  void pieces_are_joined_where_a_twin_takes_the_text() {
    assertThat(
            after(
                MANIFEST,
                "\"createOptions\": \"{\",\n\"createOptions01\": \"\\\"Tty\\\":true}\"",
                JOIN))
        .contains(manifest("\"createOptions\": \"{\\\"Tty\\\":true}\""));
  }

  @Test
  void pieces_that_the_agent_does_not_join_stay() {
    assertThat(titles(MANIFEST, "\"createOptions\": \"{\",\n\"createOptions02\": \"}\"")).isEmpty();
    assertThat(titles(MANIFEST, "\"createOptions\": \"{}\",\n\"CreateOptions\": \"{}\"")).isEmpty();
  }

  @Test
  void no_cut_goes_through_a_placeholder() {
    String before = "{\"Env\":[\"A=" + "x".repeat(495);

    assertThat(titles(TEMPLATE, "\"createOptions\": " + JsonText.quote(before + "${VARIABLE}\"]}")))
        .doesNotContain(SPLIT);
    assertThat(
            titles(
                TEMPLATE,
                "\"createOptions\": "
                    + JsonText.quote(before + "y".repeat(20) + "${VARIABLE}\"]}")))
        .contains(SPLIT);
  }

  /** Every module of every public file: each action keeps what the agent reads. */
  @Test
  void nothing_is_lost_in_public_manifests() throws IOException {
    Map<String, Integer> chosen = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(Shared.assumePresent("corpus/manifests"))) {
      for (Path file : files.toList()) {
        Document document =
            Document.of(
                Project.ROOT.resolve(file.getFileName().toString()),
                SourceText.decode(Files.readAllBytes(file)));
        for (Module module : document.manifest().map(m -> m.modules()).orElse(List.of())) {
          if (!module.createOptions().pieces().isEmpty()) {
            check(document, module, chosen);
          }
        }
      }
    }
    assertThat(chosen).containsKeys(EXPAND, COLLAPSE, SPLIT, JOIN);
  }

  private static void check(Document document, Module module, Map<String, Integer> chosen) {
    Snapshot snapshot = Snapshot.of(Project.of(Map.of()).workspace(), List.of(document));
    CodeActionQuery here =
        new CodeActionQuery(
            module.createOptions().pieces().get(0).key().range(),
            List.of("refactor.rewrite"),
            List.of(),
            false);
    for (CodeAction action :
        CodeActions.at(snapshot, new Analyzer(List.of()).analyze(snapshot), document, here)) {
      String text = document.source().text();
      Document changed = Document.of(document.path(), SourceText.of(apply(text, action)));
      assertThat(changed.tree().problems()).hasSameSizeAs(document.tree().problems());
      Module same =
          changed.manifest().orElseThrow().modules().stream()
              .filter(each -> each.name().equals(module.name()))
              .filter(each -> each.isSystem() == module.isSystem())
              .findFirst()
              .orElseThrow();
      assertThat(said(same.createOptions())).isEqualTo(said(module.createOptions()));
      assertThat(same.createOptions().misplaced()).isEmpty();
      chosen.merge(action.title(), 1, Integer::sum);
    }
  }

  private static String said(CreateOptions options) {
    return options.isEmpty()
        ? "{}"
        : JsonText.compact(options.tree(), options.root()).orElseThrow();
  }
}
