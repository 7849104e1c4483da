package io.github.edgelint.analysis;

import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.text.SourceText;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Applies fixes until there is nothing left to apply. */
public final class Fixer {

  // A fix may uncover another finding, seldom more than twice in a row.
  private static final int MOST_ROUNDS = 12;

  /**
   * What came of it.
   *
   * @param snapshot the files as they are now
   * @param created the files that are new
   * @param changed the other files that differ from before
   * @param applied how many fixes were applied
   * @param left what is found now
   */
  public record Result(
      Snapshot snapshot, Set<DocPath> created, Set<DocPath> changed, int applied, Analysis left) {}

  private final Analyzer analyzer;

  public Fixer(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * Applies the first suitable fix of each wanted finding, again and again until none is left.
   *
   * @param unsafe whether fixes that are only plausible may be applied as well
   */
  public Result fix(Snapshot start, Predicate<Finding> wanted, boolean unsafe) {
    Snapshot snapshot = start;
    Set<DocPath> created = new LinkedHashSet<>();
    Set<DocPath> changed = new LinkedHashSet<>();
    int applied = 0;
    Analysis analysis = analyzer.analyze(snapshot);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      EditPlan plan = new EditPlan();
      for (Finding finding : analysis.findings()) {
        if (wanted.test(finding)) {
          accept(plan, finding, unsafe);
        }
      }
      if (plan.size() == 0) {
        break;
      }
      for (Map.Entry<DocPath, List<TextEdit>> entry : plan.edits().entrySet()) {
        DocPath path = entry.getKey();
        Optional<Document> document = snapshot.document(path);
        String before = document.map(known -> known.source().text()).orElse("");
        String text = TextEdit.apply(before, entry.getValue());
        snapshot =
            snapshot.with(
                Document.of(path, SourceText.of(text))
                    .from(document.map(Document::origin).orElse(Document.Origin.FOUND)));
        if (plan.created().contains(path)) {
          created.add(path);
        } else if (!created.contains(path)) {
          changed.add(path);
        }
      }
      applied += plan.size();
      analysis = analyzer.analyze(snapshot);
    }
    return new Result(snapshot, created, changed, applied, analysis);
  }

  private static void accept(EditPlan plan, Finding finding, boolean unsafe) {
    for (Fix fix : finding.fixes()) {
      boolean suits =
          fix.applicability() == Applicability.SAFE
              || (unsafe && fix.applicability() == Applicability.UNSAFE);
      if (suits && plan.accept(fix)) {
        return;
      }
    }
  }
}
