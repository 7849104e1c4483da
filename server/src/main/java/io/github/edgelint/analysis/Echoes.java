package io.github.edgelint.analysis;

import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.Comparator;
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

  // Rules about keys that are not where, or not what, they were meant to be.
  private static final Set<String> CAUSES = Set.of("EDGE100", "EDGE101", "EDGE102");

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
    List<Finding> causes = new ArrayList<>();
    for (Finding finding : findings) {
      // What is only an information works as it stands.
      if (CAUSES.contains(finding.code()) && finding.severity().isAtLeast(Severity.WARNING)) {
        causes.add(finding);
      }
    }
    if (causes.isEmpty()) {
      return findings;
    }
    // What stands in the wrong place may be much.
    causes.sort(Comparator.comparing(Finding::code).reversed());
    List<Finding> left = new ArrayList<>(findings);
    int tried = 0;
    for (Finding cause : causes) {
      if (left.contains(cause) && hasSuspects(cause, left)) {
        Optional<List<TextEdit>> edits = edits(cause);
        if (edits.isPresent() && tried++ < MOST_TRIED) {
          Finding whole = take(cause, edits.get(), left);
          left.set(left.indexOf(cause), whole);
        }
      }
    }
    return left;
  }

  private static boolean hasSuspects(Finding cause, List<Finding> findings) {
    return findings.stream().anyMatch(finding -> isSuspect(cause, finding));
  }

  private static boolean isSuspect(Finding cause, Finding finding) {
    return finding != cause && finding.severity().isAtLeast(Severity.WARNING);
  }

  // The fix that is offered first is what was most probably meant.
  private static Optional<List<TextEdit>> edits(Finding cause) {
    for (Fix fix : cause.fixes()) {
      List<DocumentEdit> edits = fix.edits();
      if (!edits.isEmpty()) {
        boolean own = edits.size() == 1 && edits.get(0).path().equals(cause.document().path());
        return own ? Optional.of(edits.get(0).edits()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Takes the echoes of a cause out of the findings; gives the cause with what it brings about. */
  private Finding take(Finding cause, List<TextEdit> edits, List<Finding> findings) {
    Document document = cause.document();
    Optional<List<Finding>> after = analysis.apply(TextEdit.apply(document.source().text(), edits));
    if (after.isEmpty()) {
      return cause;
    }
    Set<String> known = new HashSet<>();
    for (Finding finding : after.get()) {
      known.add(finding.code() + finding.message().text());
      known.add(finding.code() + finding.range().start());
    }
    Finding result = cause;
    for (Finding finding : List.copyOf(findings)) {
      if (isSuspect(cause, finding)
          && !known.contains(finding.code() + finding.message().text())
          && !known.contains(finding.code() + moved(finding.range(), edits))) {
        findings.remove(finding);
        result = result.relatedTo(document, finding.range(), finding.message().text());
        if (finding.severity().isAtLeast(result.severity())) {
          result = result.withSeverity(finding.severity());
        }
      }
    }
    return result;
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
