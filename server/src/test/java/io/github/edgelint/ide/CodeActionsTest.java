package io.github.edgelint.ide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.ide.CodeActionQuery.Mentioned;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.testing.Project;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeActionsTest {

  private static final String CONFIG = "etc/aziot/config.toml";
  private static final DocPath PATH = Project.ROOT.resolve(CONFIG);

  /**
   * Finds every {@code BAD} under a code that there is; one fix is beyond doubt, the other is not.
   */
  private static final class BadWord implements DocumentRule {
    @Override
    public RuleInfo info() {
      return RuleCatalog.find("EDGE201").orElseThrow();
    }

    @Override
    public void check(Document document, RuleContext context) {
      String text = document.source().text();
      for (int at = text.indexOf("BAD"); at >= 0; at = text.indexOf("BAD", at + 1)) {
        TextRange range = TextRange.ofLength(at, 3);
        context.report(
            Finding.of(info(), document, range, Message.of("bad"))
                .withFix(
                    Fix.safe("Make it good", document, () -> List.of(new TextEdit(range, "good"))))
                .withFix(Fix.unsafe("Remove it", document, () -> List.of(TextEdit.delete(range))))
                .withFix(Fix.unsafe("Cannot be done", document, List::of)));
      }
    }
  }

  private final Analyzer analyzer = new Analyzer(List.of(new BadWord()));

  private List<CodeAction> actions(Map<String, String> files, String path, CodeActionQuery query) {
    Snapshot snapshot = Project.of(files);
    Analysis analysis = analyzer.analyze(snapshot);
    Document document = snapshot.document(Project.ROOT.resolve(path)).orElseThrow();
    return CodeActions.at(snapshot, analysis, document, query);
  }

  private List<CodeAction> actions(String text, CodeActionQuery query) {
    return actions(Map.of(CONFIG, text), CONFIG, query);
  }

  private static List<String> titles(List<CodeAction> actions) {
    return actions.stream().map(CodeAction::title).toList();
  }

  private static String apply(String text, CodeAction action) {
    List<DocumentEdit> edits = ((CodeAction.Edits) action.work()).source().get();
    assertThat(edits).hasSize(1);
    return TextEdit.apply(text, edits.get(0).edits());
  }

  private static CodeAction suppression(List<CodeAction> actions) {
    return actions.stream()
        .filter(action -> action.title().startsWith("Suppress"))
        .findFirst()
        .orElseThrow();
  }

  private static CodeActionQuery everywhere(String text) {
    return at(new TextRange(0, text.length()));
  }

  private static CodeActionQuery at(TextRange range) {
    return new CodeActionQuery(range, List.of(), List.of(), false);
  }

  @Test
  void a_fix_is_offered_at_every_place_it_changes_that_its_finding_speaks_of() {
    String text =
        """
        {"modulesContent": {
          "$edgeAgent": {"properties.desired": {"schemaVersion": "1.1",
            "systemModules": {
              "edgeAgent": {"settings": {"image": "mcr.microsoft.com/azureiotedge-agent:1.5"}},
              "edgeHub": {"settings": {"image": "mcr.microsoft.com/azureiotedge-hub:1.5"}}},
            "modules": {
              "camera": {"settings": {"image": "acme.example/camera:1"}},
              "filter": {"settings": {"image": "acme.example/filter:1"}}}}},
          "$edgeHub": {"properties.desired": {"schemaVersion": "1.1", "routes": {
            "up": "FROM /messages/modules/camra/* INTO $upstream",
            "on": "FROM /messages/modules/camra/* INTO BrokeredEndpoint(\\"/modules/filter/inputs/in\\")"
          }}}
        }}
        """;
    DocPath path = Project.ROOT.resolve("deployment.json");
    Snapshot snapshot = Project.of(Map.of("deployment.json", text));
    Document document = snapshot.document(path).orElseThrow();
    Analysis analysis = new Analyzer().analyze(snapshot);

    for (int at : List.of(text.indexOf("camra"), text.lastIndexOf("camra"))) {
      List<CodeAction> actions =
          CodeActions.at(snapshot, analysis, document, at(TextRange.at(at + 1)));

      CodeAction first = actions.get(0);
      assertThat(first.title()).isEqualTo("Replace by `camera` in all 2");
      assertThat(apply(text, first)).isEqualTo(text.replace("camra", "camera"));
    }
    List<CodeAction> beside =
        CodeActions.at(snapshot, analysis, document, at(TextRange.at(text.indexOf("camera"))));
    assertThat(titles(beside)).doesNotContain("Replace by `camera` in all 2");
  }

  @Test
  void fixes_come_first_and_those_that_are_impossible_not_at_all() {
    String text = "hostname = \"BAD\"\n";

    assertThat(titles(actions(text, everywhere(text))))
        .startsWith("Make it good", "Remove it", "Suppress EDGE201 here with a comment")
        .doesNotContain("Cannot be done");
  }

  @Test
  void the_safe_fix_of_a_single_finding_is_preferred() {
    String one = "hostname = \"BAD\"\n";
    String two = "hostname = \"BAD BAD\"\n";

    assertThat(actions(one, everywhere(one)).get(0).preferred()).isTrue();
    assertThat(actions(two, everywhere(two))).noneMatch(CodeAction::preferred);
  }

  @Test
  void findings_away_from_the_selection_are_left_out() {
    String text = "hostname = \"BAD\"\n";

    assertThat(
            actions(
                text, new CodeActionQuery(TextRange.at(2), List.of("quickfix"), List.of(), false)))
        .isEmpty();
  }

  @Test
  void of_two_findings_only_the_mentioned_one_is_fixed() {
    String text = "hostname = \"BAD BAD\"\n";
    Mentioned second = new Mentioned("EDGE201", TextRange.ofLength(16, 3));

    List<CodeAction> actions =
        actions(
            text,
            new CodeActionQuery(
                new TextRange(0, text.length()), List.of(), List.of(second), false));

    assertThat(apply(text, actions.get(0))).isEqualTo("hostname = \"BAD good\"\n");
    assertThat(actions.stream().filter(a -> a.title().equals("Make it good"))).hasSize(1);
  }

  @Test
  void a_mentioned_finding_that_moved_is_recognised_where_they_overlap() {
    String text = "hostname = \"BAD\"\n";
    Mentioned moved = new Mentioned("EDGE201", TextRange.ofLength(13, 3));

    assertThat(
            actions(text, new CodeActionQuery(TextRange.at(0), List.of(), List.of(moved), false)))
        .isNotEmpty();
  }

  @Test
  void an_explanation_is_offered_once_for_each_rule() {
    String text = "hostname = \"BAD BAD\"\n";

    List<CodeAction> actions =
        actions(
            text, new CodeActionQuery(new TextRange(0, text.length()), List.of(), List.of(), true));

    assertThat(actions.stream().filter(a -> a.work() instanceof CodeAction.Explain))
        .extracting(a -> ((CodeAction.Explain) a.work()).code())
        .containsExactly("EDGE201");
  }

  @Test
  void a_suppression_stands_above_the_line_with_its_indentation() {
    String text = "[agent]\n  name = \"BAD\"\n";

    String after = apply(text, suppression(actions(text, everywhere(text))));

    assertThat(after).isEqualTo("[agent]\n  # edgelint: ignore[EDGE201]\n  name = \"BAD\"\n");
    assertThat(analyzer.analyze(Project.of(Map.of(CONFIG, after))).of(PATH)).isEmpty();
  }

  @Test
  void a_suppression_keeps_out_of_a_text_of_several_lines() {
    String text = "[agent]\nname = \"\"\"\nsome\nBAD\n\"\"\"\n";

    String after = apply(text, suppression(actions(text, everywhere(text))));

    assertThat(after).startsWith("[agent]\n# edgelint: ignore[EDGE201]\nname");
    assertThat(analyzer.analyze(Project.of(Map.of(CONFIG, after))).of(PATH)).isEmpty();
  }

  @Test
  void a_suppression_keeps_out_of_joined_lines_of_a_unit() {
    String unit = "aziot-edged.service.d/x.conf";
    String text = "[Service]\nEnvironment=A=b \\\n  C=BAD\n";

    String after = apply(text, suppression(actions(Map.of(unit, text), unit, everywhere(text))));

    assertThat(after).startsWith("[Service]\n# edgelint: ignore[EDGE201]\nEnvironment");
  }

  @Test
  void a_byte_order_mark_stays_first() {
    String text = "\uFEFFhostname = \"BAD\"\n";

    assertThat(apply(text, suppression(actions(text, everywhere(text)))))
        .startsWith("\uFEFF# edgelint");
  }

  @Test
  void json_is_suppressed_only_where_something_strips_its_comments() {
    String manifest = "deployment.json";
    String text =
        "{\"modulesContent\": {\"$edgeAgent\": {\"properties.desired\":"
            + " {\"modules\": {}, \"systemModules\": {}, \"runtime\": {}, \"a\": \"BAD\"}}}}\n";

    assertThat(titles(actions(Map.of(manifest, text), manifest, everywhere(text))))
        .noneMatch(title -> title.startsWith("Suppress"));
    assertThat(
            titles(
                actions(
                    Map.of(manifest, text, ".edgelint.toml", "[json]\ncomments = true\n"),
                    manifest,
                    everywhere(text))))
        .anyMatch(title -> title.startsWith("Suppress"));
  }

  @Test
  void a_reason_is_asked_for_where_the_settings_want_one() {
    String text = "hostname = \"BAD\"\n";
    Map<String, String> files =
        Map.of(CONFIG, text, ".edgelint.toml", "[suppressions]\nrequire-reason = true\n");

    assertThat(apply(text, suppression(actions(files, CONFIG, everywhere(text)))))
        .startsWith("# edgelint: ignore[EDGE201] reason\n");
  }

  @Test
  void fix_all_keeps_lines_that_it_does_not_touch() {
    List<TextEdit> edits = FixAll.lineEdits("a\nb\nc\n", "a\nB\nc\nd\n");

    assertThat(edits)
        .containsExactly(new TextEdit(new TextRange(2, 4), "B\n"), TextEdit.insert(6, "d\n"));
  }
}
