package io.github.edgelint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.RuleCases;
import io.github.edgelint.testing.Shared;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.CopiedDocuments;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.FileScanner;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of equal text get the findings that each of them would get alone. */
class CopiesTest {

  private static final String CONFIG = "[provisioning]\nsource = \"manual\"\n";

  private static final DocPath ONE = Project.ROOT.resolve("one");
  private static final DocPath TWO = Project.ROOT.resolve("two");

  /** Says the same of every document, and notes which it was called for. */
  private record Told(List<String> calledFor, boolean asksForOthers) implements DocumentRule {

    private static final RuleInfo INFO =
        RuleInfo.of("EDGE100", "unknown-key", Severity.WARNING, DocumentKind.DEVICE_CONFIG);

    Told(boolean asksForOthers) {
      this(Collections.synchronizedList(new ArrayList<>()), asksForOthers);
    }

    @Override
    public RuleInfo info() {
      return INFO;
    }

    @Override
    public void check(Document document, RuleContext context) {
      calledFor.add(document.path().relativeTo(Project.ROOT));
      if (asksForOthers) {
        assertThat(context.snapshot().documents()).isNotEmpty();
      }
      context.report(Finding.of(INFO, document, new TextRange(0, 3), Message.of("Here.")));
    }
  }

  private static Snapshot snapshot(List<Document> documents) {
    return Snapshot.of(Workspace.of(List.of(ONE, TWO)), documents);
  }

  private static Snapshot copies(String... paths) {
    Map<DocPath, String> files = new LinkedHashMap<>();
    for (String path : paths) {
      files.put(Project.ROOT.resolve(path), CONFIG);
    }
    return snapshot(CopiedDocuments.of(files));
  }

  private static List<String> places(Analysis analysis) {
    return analysis.findings().stream()
        .map(finding -> finding.document().path().relativeTo(Project.ROOT))
        .toList();
  }

  @Test
  void a_rule_that_looks_at_the_file_alone_is_called_once_for_all_copies() {
    Told rule = new Told(false);

    Analysis analysis =
        new Analyzer(List.of(rule)).analyze(copies("one/config.toml", "two/config.toml"));

    assertThat(rule.calledFor()).hasSize(1);
    assertThat(places(analysis)).containsExactly("one/config.toml", "two/config.toml");
  }

  @Test
  void a_rule_that_asks_for_other_files_is_called_for_each_copy() {
    Told rule = new Told(true);

    Analysis analysis =
        new Analyzer(List.of(rule)).analyze(copies("one/config.toml", "two/config.toml"));

    assertThat(rule.calledFor()).containsExactly("one/config.toml", "two/config.toml");
    assertThat(places(analysis)).containsExactly("one/config.toml", "two/config.toml");
  }

  @Test
  void a_copy_under_another_name_is_looked_at_anew() {
    Told rule = new Told(false);

    new Analyzer(List.of(rule)).analyze(copies("one/config.toml", "two/edge.toml"));

    assertThat(rule.calledFor()).containsExactly("one/config.toml", "two/edge.toml");
  }

  @Test
  void a_secret_is_told_in_the_copy_that_lies_in_a_repository(@TempDir Path folder)
      throws IOException {
    String config =
        CONFIG
            + "connection_string = \"HostName=a.azure-devices.net;DeviceId=d;SharedAccessKey="
            + "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0MTI=\"\n";
    for (String name : List.of("a", "b", "c", "d")) {
      Files.createDirectories(folder.resolve(name));
      Files.writeString(folder.resolve(name).resolve("config.toml"), config);
    }
    Files.createDirectories(folder.resolve("c/.git"));

    Analysis analysis = new Analyzer().analyze(FileScanner.scan(List.of(folder)).snapshot());

    assertThat(analysis.findings())
        .filteredOn(finding -> finding.code().equals("EDGE804"))
        .extracting(finding -> finding.document().path())
        .containsExactly(DocPath.of(folder.resolve("c/config.toml")));
  }

  @Test
  void copies_get_the_findings_and_fixes_that_each_file_gets_alone_in_all_fixtures()
      throws IOException {
    for (RuleCases.Case each : RuleCases.all()) {
      assertSameFindings(each.name(), each.files());
    }
  }

  @Test
  void copies_get_the_findings_and_fixes_that_each_file_gets_alone_in_the_corpus()
      throws IOException {
    Path corpus = Shared.assumePresent("corpus");
    try (Stream<Path> all = Files.walk(corpus)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (file.toString().endsWith(".toml") || file.toString().endsWith(".json")) {
          assertSameFindings(
              file.toString(),
              Map.of(file.getFileName().toString(), FileScanner.read(file).source().text()));
        }
      }
    }
  }

  private static void assertSameFindings(String name, Map<String, String> files) {
    Map<DocPath, String> twice = new LinkedHashMap<>();
    for (DocPath root : List.of(ONE, TWO)) {
      files.forEach((path, text) -> twice.put(root.resolve(path), text));
    }
    assertThat(all(snapshot(CopiedDocuments.of(twice))))
        .as(name)
        .isEqualTo(all(snapshot(CopiedDocuments.apart(twice))));
  }

  /** Everything that findings say, the edits of their fixes included. */
  private static String all(Snapshot snapshot) {
    StringBuilder all = new StringBuilder();
    for (Finding finding : new Analyzer().analyze(snapshot).findings()) {
      all.append(finding.document()).append(' ').append(finding.severity()).append(' ');
      all.append(finding.code()).append(' ').append(finding.range()).append(finding.subject());
      all.append(' ').append(finding.message().text()).append('\n');
      finding.related().forEach(place -> all.append("  at ").append(place).append('\n'));
      finding
          .fixes()
          .forEach(
              fix -> all.append("  ").append(fix).append(' ').append(fix.edits()).append('\n'));
    }
    return all.toString();
  }
}
