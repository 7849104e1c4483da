package io.github.edgelint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.rules.meta.OwnFindings;
import io.github.edgelint.testing.Project;
import io.github.edgelint.testing.RuleCases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of the pages are run: the bad one shows the finding once, the good one is good. */
class RulePagesTest {

  @TestFactory
  List<DynamicTest> examples_show_what_the_page_says() {
    List<DynamicTest> tests = new ArrayList<>();
    for (RuleInfo info : RuleCases.infos()) {
      if (OwnFindings.ALL.contains(info)) {
        continue;
      }
      List<RulePage.Example> examples = RulePage.of(info).map(RulePage::examples).orElse(List.of());
      tests.add(
          DynamicTest.dynamicTest(
              info.code() + " has an example", () -> assertThat(examples).isNotEmpty()));
      for (RulePage.Example example : examples) {
        String name = info.code() + " " + example.name();
        tests.add(DynamicTest.dynamicTest(name + ": bad", () -> bad(info, example)));
        tests.add(DynamicTest.dynamicTest(name + ": good", () -> good(info, example)));
      }
    }
    return tests;
  }

  private static void bad(RuleInfo info, RulePage.Example example) {
    Analysis analysis = new Analyzer().analyze(Project.of(example.bad()));
    assertThat(analysis.findings())
        .filteredOn(finding -> finding.code().equals(info.code()))
        .as(() -> Findings.list(analysis))
        .hasSize(1);
  }

  private static void good(RuleInfo info, RulePage.Example example) {
    Analysis analysis = new Analyzer().analyze(Project.of(example.good()));
    assertThat(analysis.findings())
        .filteredOn(
            finding -> finding.code().equals(info.code()) || finding.severity() == Severity.ERROR)
        .as(() -> Findings.list(analysis))
        .isEmpty();
  }
}
