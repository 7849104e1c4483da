package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.testing.Fixture;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.RuleCases;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fixture gives the findings it names, and no other of their codes; every fix leaves the file
 * it shows. One with {@code one-finding} in its name gives no other error or warning at all. {@code
 * -DupdateSnapshots} writes down what happens instead.
 */
class RuleFixturesTest {

  private static final boolean UPDATE = System.getProperty("updateSnapshots") != null;

  @TestFactory
  List<DynamicTest> fixtures_give_the_findings_they_name() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : RuleCases.fixtures()) {
      tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
    return tests;
  }

  @Test
  void every_rule_has_a_fixture() throws IOException {
    Set<String> shown =
        RuleCases.fixtures().stream().map(RuleCases::codeOf).collect(Collectors.toSet());

    assertThat(RuleCatalog.rules())
        .extracting(rule -> rule.info().code())
        .filteredOn(RuleCases::isWanted)
        .allSatisfy(code -> assertThat(shown).contains(code));
  }

  private static void check(Path file) throws IOException {
    String text = Files.readString(file);
    Fixture fixture = Fixture.parse(text);
    Set<String> codes = new HashSet<>(Set.of(RuleCases.codeOf(file)));
    fixture.expectations().forEach(expectation -> codes.add(expectation.code()));
    boolean strict = file.getFileName().toString().contains("one-finding");
    Snapshot snapshot = Project.of(fixture.files());
    List<Finding> findings =
        new Analyzer()
            .analyze(snapshot).findings().stream()
                .filter(
                    finding ->
                        codes.contains(finding.code())
                            || (strict && finding.severity().isAtLeast(Severity.WARNING)))
                .toList();

    String actual = render(fixture, snapshot, findings);
    if (UPDATE) {
      Files.writeString(file, actual);
      return;
    }
    assertThat(withoutLooseMessages(text, actual)).isEqualTo(actual);
  }

  /** The fixture as it would have to be written. */
  private static String render(Fixture fixture, Snapshot snapshot, List<Finding> findings) {
    StringBuilder text = new StringBuilder(fixture.title()).append('\n');
    for (String path : fixture.files().keySet()) {
      text.append("//- ").append(path).append('\n');
      Optional<Document> document = snapshot.document(Project.ROOT.resolve(path));
      int line = 0;
      for (String content : lines(fixture.files().get(path))) {
        text.append(content).append('\n');
        for (Finding finding : findings) {
          if (document.isPresent()
              && finding.document().path().equals(document.get().path())
              && finding.document().source().lines().lineOf(finding.range().start()) == line) {
            text.append(Findings.expectation(finding)).append('\n');
          }
        }
        line++;
      }
    }
    for (Fixture.AfterFix fixed : fixture.fixed()) {
      text.append("//= ").append(fixed.path()).append(": ").append(fixed.title()).append('\n');
      String after =
          apply(fixed, snapshot, findings).orElse("no such fix; " + Findings.list(findings));
      lines(after).forEach(content -> text.append(content).append('\n'));
    }
    return text.toString();
  }

  private static Optional<String> apply(
      Fixture.AfterFix wanted, Snapshot snapshot, List<Finding> findings) {
    for (Finding finding : findings) {
      for (Fix fix : finding.fixes()) {
        if (fix.title().equals(wanted.title())) {
          for (DocumentEdit edit : fix.edits()) {
            if (edit.path().relativeTo(Project.ROOT).equals(wanted.path())) {
              String before = snapshot.document(edit.path()).map(d -> d.source().text()).orElse("");
              return Optional.of(TextEdit.apply(before, edit.edits()));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A fixture may name a part of the message only, or none. */
  private static String withoutLooseMessages(String written, String actual) {
    List<String> actualLines = lines(actual);
    List<String> lines = new ArrayList<>(lines(written));
    for (int i = 0; i < lines.size() && i < actualLines.size(); i++) {
      String line = lines.get(i);
      String real = actualLines.get(i);
      if (line.startsWith("#~") && real.startsWith("#~")) {
        String head = real.substring(0, real.indexOf(": "));
        boolean sameHead = line.equals(head) || line.startsWith(head + ":");
        String message = line.length() > head.length() ? line.substring(head.length() + 1) : "";
        if (sameHead && real.contains(message.strip())) {
          lines.set(i, real);
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }
}
