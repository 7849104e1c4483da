package io.github.edgelint.analysis;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.meta.OwnFindings;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.LineIndex;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.SuppressionEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes out of the findings of a document what its comments ask for, and checks the comments. */
final class Suppressor {

  private final Document document;
  private final Settings settings;
  private final List<Finding> kept = new ArrayList<>();
  private final Set<SuppressionEntry> usedEntries = new HashSet<>();
  private final List<Analysis.Suppressed> suppressed = new ArrayList<>();

  private Suppressor(Document document, Settings settings) {
    this.document = document;
    this.settings = settings;
  }

  static Suppressor of(Document document, List<Finding> findings, Settings settings) {
    Suppressor suppressor = new Suppressor(document, settings);
    suppressor.run(findings);
    return suppressor;
  }

  List<Finding> kept() {
    return kept;
  }

  List<Analysis.Suppressed> suppressed() {
    return suppressed;
  }

  /** The entries of the settings that would keep something quiet here. */
  Set<SuppressionEntry> usedEntries() {
    return usedEntries;
  }

  private void run(List<Finding> findings) {
    SuppressionComments comments = SuppressionComments.of(document.tree());
    if (comments.valid().isEmpty()
        && comments.broken().isEmpty()
        && settings.suppressions().isEmpty()) {
      kept.addAll(findings);
      return;
    }
    Set<Suppression.Name> used = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.rule() == OwnFindings.INTERNAL_ERROR) {
        kept.add(finding); // A file that was not checked must not look clean.
        continue;
      }
      Suppression by = null;
      for (Suppression suppression : comments.valid()) {
        for (Suppression.Name name : suppression.names()) {
          if (suppression.coversStartOf(finding.range()) && means(name, finding)) {
            used.add(name);
            by = suppression;
          }
        }
      }
      Optional<SuppressionEntry> entry = entryFor(finding);
      if (by != null) {
        suppressed.add(new Analysis.Suppressed(finding, by.reason(), true));
      } else if (entry.isPresent()) {
        suppressed.add(
            new Analysis.Suppressed(
                finding, entry.get().reason().map(reason -> reason.value()).orElse(""), false));
      } else {
        kept.add(finding);
      }
    }
    comments
        .broken()
        .forEach(broken -> invalid(broken.comment(), broken.comment(), broken.reason()));
    comments.valid().forEach(suppression -> check(suppression, used));
  }

  /** The entry of the settings that keeps a finding quiet; of several, the first. */
  private Optional<SuppressionEntry> entryFor(Finding finding) {
    Optional<SuppressionEntry> first = Optional.empty();
    for (SuppressionEntry entry : settings.suppressions()) {
      boolean named =
          entry.rules().stream().anyMatch(rule -> RuleCatalog.means(rule.value(), finding.rule()));
      boolean here =
          entry.path().map(pattern -> pattern.matches(document.path())).orElse(true)
              && entry.pointer().map(pointer -> isAt(pointer.value(), finding)).orElse(true);
      if (named && here) {
        usedEntries.add(entry);
        first = first.isPresent() ? first : Optional.of(entry);
      }
    }
    return first;
  }

  /**
   * Whether a finding stands in a part of the document.
   *
   * @param place its JSON Pointer (RFC 6901), or its keys with dots between them
   */
  private boolean isAt(String place, Finding finding) {
    boolean pointer = place.isEmpty() || place.startsWith("/");
    ConfigNode node = document.tree().root();
    TextRange range = node.range();
    for (String step : place.split(pointer ? "/" : "\\.", -1)) {
      if (step.isEmpty() && node == document.tree().root()) {
        continue; // before the first slash
      }
      String name = pointer ? step.replace("~1", "/").replace("~0", "~") : step;
      if (node instanceof ObjectNode object && object.member(name).isPresent()) {
        range = object.member(name).get().range();
        node = object.member(name).get().value();
      } else if (!name.isEmpty()
          && name.chars().allMatch(Character::isDigit)
          && name.length() < 9) {
        node = node.get(Integer.parseInt(name));
        range = node.range();
      } else {
        return false;
      }
    }
    return node.isPresent() && range.touches(finding.range().start());
  }

  private static boolean means(Suppression.Name name, Finding finding) {
    return RuleCatalog.find(name.text()).filter(finding.rule()::equals).isPresent();
  }

  private void check(Suppression suppression, Set<Suppression.Name> used) {
    for (Suppression.Name name : suppression.names()) {
      if (RuleCatalog.find(name.text()).isEmpty()) {
        unknown(suppression, name);
      } else if (!used.contains(name) && ran(name) && !document.tree().hasSyntaxErrors()) {
        kept.add(
            Finding.of(
                    OwnFindings.SUPPRESSION_UNUSED,
                    document,
                    name.range(),
                    Message.of(
                        "`{code}` is suppressed here but not reported any more.",
                        "code",
                        name.text()))
                .withFix(
                    Fix.safe("Remove the suppression", document, () -> remove(suppression, name))));
      }
    }
    if (settings.requiresReason() && suppression.reason().isEmpty()) {
      Suppression.Name first = suppression.names().get(0);
      kept.add(
          Finding.of(
                  OwnFindings.SUPPRESSION_WITHOUT_REASON,
                  document,
                  suppression.comment(),
                  Message.of("Say why `{code}` is suppressed here.", "code", first.text()))
              .withFix(
                  Fix.placeholder(
                      "Add a reason",
                      document,
                      () -> List.of(TextEdit.insert(suppression.comment().end(), " reason")))));
    }
  }

  private boolean ran(Suppression.Name name) {
    RuleInfo rule = RuleCatalog.find(name.text()).orElseThrow();
    return RuleSelection.of(settings).isOn(rule);
  }

  private void unknown(Suppression suppression, Suppression.Name name) {
    Optional<String> near = NearestName.of(name.text(), RuleCatalog.names());
    Finding finding =
        Finding.of(
            OwnFindings.SUPPRESSION_INVALID,
            document,
            name.range(),
            Message.of(
                "This suppression does nothing: there is no rule `{name}`.", "name", name.text()));
    if (near.isPresent()) {
      finding =
          finding.withFix(
              Fix.unsafe(
                  "Replace by `" + near.get() + "`",
                  document,
                  () -> List.of(new TextEdit(name.range(), near.get()))));
    }
    kept.add(
        finding.withFix(
            Fix.safe("Remove the suppression", document, () -> remove(suppression, name))));
  }

  private void invalid(TextRange range, TextRange comment, String reason) {
    kept.add(
        Finding.of(
                OwnFindings.SUPPRESSION_INVALID,
                document,
                range,
                Message.of("This suppression does nothing: {reason}.", "reason", reason))
            .withFix(
                Fix.safe(
                    "Remove the suppression",
                    document,
                    () -> List.of(TextEdit.delete(withLine(comment))))));
  }

  /** One name of several, or the whole comment. */
  private List<TextEdit> remove(Suppression suppression, Suppression.Name name) {
    List<Suppression.Name> names = suppression.names();
    if (names.size() == 1) {
      return List.of(TextEdit.delete(withLine(suppression.comment())));
    }
    int index = names.indexOf(name);
    return List.of(
        TextEdit.delete(
            index == 0
                ? new TextRange(name.range().start(), names.get(1).range().start())
                : new TextRange(names.get(index - 1).range().end(), name.range().end())));
  }

  /** The comment with its line where nothing else stands on it, else with the blanks before it. */
  private TextRange withLine(TextRange comment) {
    String text = document.source().text();
    LineIndex lines = document.source().lines();
    int line = lines.lineOf(comment.start());
    int start = comment.start();
    while (start > lines.lineStart(line) && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    boolean alone = start == lines.lineStart(line) && comment.end() == lines.lineEnd(line);
    return new TextRange(start, alone ? lines.lineEndWithBreak(line) : comment.end());
  }
}
