package io.github.edgelint.ide;

import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Related;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;

/**
 * Which actions an editor wants.
 *
 * @param range the selection, in offsets of the document
 * @param only kinds of actions by their names in LSP, wider ones include narrower ones; all where
 *     this is empty
 * @param mentioned the findings that it speaks of; where there are any, quick fixes of others are
 *     not wanted, whatever the range (Kate asks with the range of the whole document, and applies
 *     all it gets)
 * @param explanations whether the editor can show the page of a rule
 */
public record CodeActionQuery(
    TextRange range, List<String> only, List<Mentioned> mentioned, boolean explanations) {

  /** A finding as the editor remembers it; what it stood on may have moved. */
  public record Mentioned(String code, TextRange range) {

    private boolean is(Finding finding) {
      return finding.code().equals(code) && finding.range().equals(range);
    }

    private boolean maybe(Finding finding) {
      return finding.code().equals(code) && finding.range().intersects(range);
    }
  }

  public CodeActionQuery {
    only = List.copyOf(only);
    mentioned = List.copyOf(mentioned);
  }

  boolean wants(CodeAction.Kind kind) {
    if (only.isEmpty()) {
      return true;
    }
    for (String wanted : only) {
      if (kind.isPartOf(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The findings that quick fixes are wanted for. */
  List<Finding> select(List<Finding> findings) {
    if (mentioned.isEmpty()) {
      return findings.stream().filter(finding -> finding.range().intersects(range)).toList();
    }
    return findings.stream().filter(finding -> isMentioned(finding, findings)).toList();
  }

  /** The places here that a finding which stands elsewhere speaks of. */
  List<Related> selectRelated(Finding finding, Document document) {
    if (!mentioned.isEmpty() || finding.range().intersects(range)) {
      return List.of();
    }
    return finding.related().stream()
        .filter(place -> place.document() == document && place.range().intersects(range))
        .toList();
  }

  private boolean isMentioned(Finding finding, List<Finding> findings) {
    for (Mentioned mention : mentioned) {
      boolean exact = findings.stream().anyMatch(mention::is);
      if (exact ? mention.is(finding) : mention.maybe(finding)) {
        return true;
      }
    }
    return false;
  }
}
