package io.github.edgelint.cli;

import io.github.edgelint.analysis.Analysis;
import io.github.edgelint.analysis.Fingerprints;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Printable;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.Position;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a run has to tell.
 *
 * @param base the folder that paths are printed from
 * @param snapshot the files
 * @param analysis all that was found in them
 * @param findings what is shown, by path and place
 * @param suppressed what comments and settings keep quiet
 * @param files how many files were checked
 * @param fixed how many fixes were applied
 */
record Report(
    DocPath base,
    Snapshot snapshot,
    Analysis analysis,
    List<Finding> findings,
    List<Analysis.Suppressed> suppressed,
    Fingerprints fingerprints,
    int files,
    int fixed) {

  /**
   * The report of an analysis: what was asked for, without hints unless they are wanted.
   *
   * @param fixed how many fixes were applied before
   * @param home the folder that fingerprints take paths from
   */
  static Report of(Input.Loaded loaded, Analysis analysis, boolean hints, int fixed, DocPath home) {
    List<Finding> shown = new ArrayList<>();
    for (Finding finding : analysis.findings()) {
      if (Input.isAsked(finding.document()) && (hints || finding.severity() != Severity.HINT)) {
        shown.add(finding);
      }
    }
    List<Analysis.Suppressed> suppressed = new ArrayList<>();
    analysis.suppressed().values().forEach(suppressed::addAll);
    suppressed.removeIf(s -> !Input.isAsked(s.finding().document()));
    List<Finding> all = new ArrayList<>(shown);
    suppressed.forEach(s -> all.add(s.finding()));
    return new Report(
        loaded.base(),
        loaded.snapshot(),
        analysis,
        shown,
        suppressed,
        Fingerprints.of(all, home),
        loaded.files(),
        fixed);
  }

  /** The same report without findings that are not wanted. */
  Report only(Predicate<Finding> wanted) {
    return new Report(
        base,
        snapshot,
        analysis,
        findings.stream().filter(wanted).toList(),
        suppressed,
        fingerprints,
        files,
        fixed);
  }

  /** The name of a finding that stays while lines move. */
  String fingerprint(Finding finding) {
    return fingerprints.of(finding);
  }

  /** The path of a document, for programs. */
  String path(DocPath path) {
    return path.relativeTo(base);
  }

  /** The path of a document for people: nothing in it steers a terminal or turns text around. */
  String shownPath(DocPath path) {
    return Printable.of(path(path));
  }

  /** Where a finding begins; lines and columns count from 0. */
  static Position start(Finding finding) {
    return finding.document().source().lines().position(finding.range().start());
  }

  /** Where a finding ends; lines and columns count from 0. */
  static Position end(Finding finding) {
    return finding.document().source().lines().position(finding.range().end());
  }

  long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** How many findings {@code --fix} would mend. */
  long fixable() {
    return findings.stream().filter(Report::isFixable).count();
  }

  static boolean isFixable(Finding finding) {
    for (Fix fix : finding.fixes()) {
      if (fix.applicability() == Applicability.SAFE && fix.isPossible()) {
        return true;
      }
    }
    return false;
  }
}
