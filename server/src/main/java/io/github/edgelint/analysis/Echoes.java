package io.github.edgelint.analysis;

import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One finding per cause, where the findings stand apart: a key that is misspelt or in the wrong
 * place is missing elsewhere. What goes away when the key is put right is no finding of its own; it
 * is told as a place that belongs to the cause, which is then as bad as the worst of what follows.
 */
final class Echoes {

  private static final String MISPLACED = "EDGE102";

  // Rules about keys that are not where, or not what, they were meant to be.
  private static final Set<String> CAUSES = Set.of("EDGE100", "EDGE101", MISPLACED);

  // Trying out a fix is reading the document anew.
  private static final int MOST_TRIED = 8;

  private final Function<String, Optional<List<Finding>>> analysis;

  /**
   * @param analysis the findings of the document with another text; empty where it would be of
   *     another kind then
   */
  Echoes(Function<String, Optional<List<Finding>>> analysis) {
    this.analysis = analysis;
  }

  /** The findings of one document without those that another one brings about. */
  List<Finding> without(List<Finding> findings) {
    List<Finding> misspelt = new ArrayList<>();
    List<Finding> misplaced = new ArrayList<>();
    for (Finding finding : findings) {
      // What is only an information works as it stands.
      if (isCause(finding) && finding.severity().isAtLeast(Severity.WARNING)) {
        (finding.code().equals(MISPLACED) ? misplaced : misspelt).add(finding);
      }
    }
    List<Finding> left = findings;
    if (!misplaced.isEmpty() || !misspelt.isEmpty()) {
      left = new ArrayList<>(findings);
      // What stands in the wrong place may be much: first.
      takeEach(misplaced, left);
      if (misspelt.size() == 1 || bringAnythingAbout(misspelt, left)) {
        takeEach(misspelt, left);
      }
    }
    return left;
  }

  private static boolean isCause(Finding finding) {
    return CAUSES.contains(finding.code());
  }

  private void takeEach(List<Finding> causes, List<Finding> left) {
    int tried = 0;
    for (Finding cause : causes) {
      if (left.contains(cause) && hasSuspects(cause, left)) {
        Optional<Fix> mend = mend(cause);
        if (mend.isPresent() && tried++ < MOST_TRIED) {
          Finding whole = take(cause, mend.get().edits().get(0).edits(), left);
          left.set(left.indexOf(cause), whole);
        }
      }
    }
  }

  /** Whether anything goes away when all keys are put right: one look instead of one for each. */
  private boolean bringAnythingAbout(List<Finding> causes, List<Finding> findings) {
    EditPlan plan = new EditPlan();
    for (Finding cause : causes) {
      if (findings.contains(cause) && hasSuspects(cause, findings)) {
        mend(cause).ifPresent(plan::accept);
      }
    }
    return plan.edits().values().stream()
        .anyMatch(edits -> !gone(causes.get(0), edits, findings).isEmpty());
  }

  private static boolean hasSuspects(Finding cause, List<Finding> findings) {
    for (Finding finding : findings) {
      if (isSuspect(cause, finding)) {
        return true;
      }
    }
    return false;
  }

  // A misspelt key has nothing to do with another one, but may stand in a table that is misplaced.
  private static boolean isSuspect(Finding cause, Finding finding) {
    return finding != cause
        && finding.severity().isAtLeast(Severity.WARNING)
        && (cause.code().equals(MISPLACED) || !isCause(finding));
  }

  // The fix that is offered first is what was most probably meant.
  private static Optional<Fix> mend(Finding cause) {
    for (Fix fix : cause.fixes()) {
      List<DocumentEdit> edits = fix.edits();
      if (!edits.isEmpty()) {
        boolean own = edits.size() == 1 && edits.get(0).path().equals(cause.document().path());
        return own ? Optional.of(fix) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Takes the echoes of a cause out of the findings; gives the cause with what it brings about. */
  private Finding take(Finding cause, List<TextEdit> edits, List<Finding> findings) {
    Finding result = cause;
    for (Finding finding : gone(cause, edits, findings)) {
      findings.remove(finding);
      // That keys of a misplaced table are not known where they stand goes without saying.
      if (!isCause(finding)) {
        result = result.relatedTo(cause.document(), finding.range(), finding.message().text());
      }
      if (finding.severity().isAtLeast(result.severity())) {
        result = result.withSeverity(finding.severity());
      }
    }
    return result;
  }

  /** What of the findings that a cause may bring about goes away with these edits. */
  private List<Finding> gone(Finding cause, List<TextEdit> edits, List<Finding> findings) {
    Optional<List<Finding>> after =
        analysis.apply(TextEdit.apply(cause.document().source().text(), edits));
    if (after.isEmpty()) {
      return List.of();
    }
    Set<String> known = new HashSet<>();
    for (Finding finding : after.get()) {
      known.add(finding.code() + finding.message().text());
      known.add(finding.code() + finding.range().start());
    }
    List<Finding> gone = new ArrayList<>();
    for (Finding finding : findings) {
      if (isSuspect(cause, finding)
          && !known.contains(finding.code() + finding.message().text())
          && !known.contains(finding.code() + moved(finding.range(), edits))) {
        gone.add(finding);
      }
    }
    return gone;
  }

  private static int moved(TextRange range, List<TextEdit> edits) {
    int start = range.start();
    for (TextEdit edit : edits) {
      if (edit.range().end() <= range.start()) {
        start += edit.newText().length() - edit.range().length();
      }
    }
    return start;
  }
}
