package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.analysis.Fixer;
import io.github.edgelint.rules.meta.OwnFindings;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.RuleCases;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every rule, tried on all examples and fixtures, so that no rule can forget it. */
class RuleLawsTest {

  @TestFactory
  List<DynamicTest> no_rule_fails() throws IOException {
    return each(
        files -> {
          Analysis analysis = new Analyzer().analyze(files);
          assertThat(analysis.findings())
              .filteredOn(finding -> finding.rule() == OwnFindings.INTERNAL_ERROR)
              .as(() -> Findings.list(analysis))
              .isEmpty();
        });
  }

  @TestFactory
  List<DynamicTest> a_fix_removes_its_finding_and_adds_no_error() throws IOException {
    return each(
        files -> {
          Analysis before = new Analyzer().analyze(files);
          for (Finding finding : before.findings()) {
            for (Fix fix : finding.fixes()) {
              if (fix.applicability() == Applicability.PLACEHOLDER || !fix.isPossible()) {
                continue;
              }
              tryFix(files, before, finding, fix);
            }
          }
        });
  }

  private static void tryFix(Snapshot files, Analysis before, Finding finding, Fix fix) {
    Snapshot fixed = files;
    for (DocumentEdit edit : fix.edits()) {
      String old = files.document(edit.path()).map(d -> d.source().text()).orElse("");
      String text = TextEdit.apply(old, edit.edits());
      assertThat(text).as(() -> finding.code() + " " + fix).isNotEqualTo(old);
      fixed = fixed.with(Document.of(edit.path(), SourceText.of(text)));
    }
    Analysis after = new Analyzer().analyze(fixed);
    assertThat(count(after, finding))
        .as(() -> describe(finding, fix, after))
        .isLessThan(count(before, finding));
    if (fix.applicability() == Applicability.SAFE) {
      assertThat(errors(after))
          .as(() -> describe(finding, fix, after))
          .isLessThanOrEqualTo(errors(before));
    }
    assertThat(syntaxErrors(fixed))
        .as(() -> describe(finding, fix, after))
        .isLessThanOrEqualTo(syntaxErrors(files));
  }

  @TestFactory
  List<DynamicTest> safe_fixes_converge_and_leave_nothing_safe_behind() throws IOException {
    return each(
        files -> {
          Fixer.Result result = new Fixer(new Analyzer()).fix(files, finding -> true, false);
          for (Finding finding : result.left().findings()) {
            assertThat(finding.fixes())
                .filteredOn(fix -> fix.applicability() == Applicability.SAFE && fix.isPossible())
                .as(() -> Findings.list(result.left()))
                .isEmpty();
          }
        });
  }

  @TestFactory
  List<DynamicTest> safe_fixes_that_are_applied_together_define_nothing_twice() throws IOException {
    return each(
        files -> {
          Fixer.Result result = new Fixer(new Analyzer()).fix(files, finding -> true, false);
          assertThat(definedTwice(result.left()))
              .as(() -> Findings.list(result.left()))
              .isLessThanOrEqualTo(definedTwice(new Analyzer().analyze(files)));
        });
  }

  private static long definedTwice(Analysis analysis) {
    return analysis.findings().stream()
        .filter(finding -> List.of("EDGE003", "EDGE006").contains(finding.code()))
        .count();
  }

  private static long count(Analysis analysis, Finding like) {
    return analysis.findings().stream()
        .filter(finding -> finding.code().equals(like.code()))
        .count();
  }

  private static long errors(Analysis analysis) {
    return analysis.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .count();
  }

  private static int syntaxErrors(Snapshot snapshot) {
    return snapshot.documents().stream()
        .mapToInt(document -> document.tree().problems().size())
        .sum();
  }

  private static String describe(Finding finding, Fix fix, Analysis after) {
    return finding.code()
        + " "
        + fix
        + "\n"
        + fix.edits()
        + "\nafter it, "
        + Findings.list(after)
        + after.findings().stream()
            .map(Finding::document)
            .distinct()
            .map(Document::source)
            .map(SourceText::text)
            .collect(Collectors.joining("\n---\n"));
  }

  private interface Law {
    void holdsFor(Snapshot files);
  }

  private static List<DynamicTest> each(Law law) throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleCases.Case files : RuleCases.all()) {
      tests.add(
          DynamicTest.dynamicTest(files.name(), () -> law.holdsFor(Project.of(files.files()))));
    }
    return tests;
  }
}
