package io.github.edgelint.ide;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.github.edgelint.analysis.Analyzer;
import io.github.edgelint.analysis.Fixer;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Applies all safe fixes of one document until none is left, as {@code check --fix} does. */
final class FixAll {

  private FixAll() {}

  static boolean isFixable(Finding finding) {
    return finding.fixes().stream().anyMatch(fix -> fix.applicability() == Applicability.SAFE);
  }

  /** The edits, some of which may be in other files of the device. */
  static List<DocumentEdit> edits(Snapshot snapshot, Document document) {
    Snapshot device = around(snapshot, document);
    DocPath path = document.path();
    Fixer.Result result =
        new Fixer(new Analyzer())
            .fix(device, finding -> finding.document().path().equals(path), false);
    List<DocumentEdit> edits = new ArrayList<>();
    for (DocPath changed : result.changed()) {
      String before = snapshot.document(changed).orElseThrow().source().text();
      String after = result.snapshot().document(changed).orElseThrow().source().text();
      List<TextEdit> lines = lineEdits(before, after);
      if (!lines.isEmpty()) {
        edits.add(new DocumentEdit(changed, lines, false));
      }
    }
    return edits;
  }

  /** The document with its devices and settings: what its findings depend on. */
  private static Snapshot around(Snapshot snapshot, Document document) {
    Set<Document> documents = new LinkedHashSet<>();
    documents.add(document);
    snapshot.devicesOf(document).forEach(device -> documents.addAll(device.documents()));
    for (Document other : snapshot.documents()) {
      if (other.kind() == DocumentKind.SETTINGS) {
        documents.add(other);
      }
    }
    return Snapshot.of(snapshot.workspace(), documents);
  }

  /** Edits of whole lines, so that an editor keeps the cursor and what was not touched. */
  static List<TextEdit> lineEdits(String before, String after) {
    List<String> old = linesOf(before);
    List<TextEdit> edits = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, linesOf(after)).getDeltas()) {
      int start = lengthOf(old.subList(0, delta.getSource().getPosition()));
      int length = lengthOf(delta.getSource().getLines());
      edits.add(
          new TextEdit(
              TextRange.ofLength(start, length), String.join("", delta.getTarget().getLines())));
    }
    return edits;
  }

  private static int lengthOf(List<String> lines) {
    int length = 0;
    for (String line : lines) {
      length += line.length();
    }
    return length;
  }

  /** The lines with their line ends. */
  private static List<String> linesOf(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }
}
