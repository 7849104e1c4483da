package io.github.edgelint.cli;

import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.DocPath;
import java.util.List;

/**
 * What a run has to tell.
 *
 * @param base the folder that paths are printed from
 * @param findings what is shown, by path and place
 * @param files how many files were checked
 * @param fixed how many fixes were applied
 */
record Report(DocPath base, List<Finding> findings, int files, int fixed) {

  /** The path of a document as it is printed. */
  String path(DocPath path) {
    return path.relativeTo(base);
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
