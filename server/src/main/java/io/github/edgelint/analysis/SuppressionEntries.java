package io.github.edgelint.analysis;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.meta.OwnFindings;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Setting;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.Snapshot;
import io.github.edgelint.workspace.SuppressionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the {@code [[suppressions.entry]]} of settings files, when all findings are known. */
record SuppressionEntries(Snapshot snapshot, Set<SuppressionEntry> used) {

  /** What is wrong with the entries of one settings file; those it extends speak for themselves. */
  List<Finding> check(Document file) {
    List<Finding> found = new ArrayList<>();
    if (!file.path().name().equals(Settings.FILE_NAME) || file.tree().hasSyntaxErrors()) {
      return found;
    }
    Settings settings = snapshot.settingsOf(file.path());
    for (SuppressionEntry entry : settings.suppressions()) {
      if (!entry.file().equals(file.path())) {
        continue;
      }
      if (settings.requiresReason() && entry.reason().isEmpty()) {
        found.add(withoutReason(file, entry));
      }
      if (!used.contains(entry) && isSurelyUnused(entry, settings)) {
        found.add(
            Finding.of(
                    OwnFindings.SUPPRESSION_UNUSED,
                    file,
                    entry.range(),
                    Message.of(
                        "{rules} is suppressed here but not reported any more.",
                        "rules",
                        entry.rules().stream()
                            .map(rule -> "`" + rule.value() + "`")
                            .collect(Collectors.joining(", "))))
                .withFix(Fix.safe("Remove the entry", file, () -> remove(file, entry))));
      }
    }
    return found;
  }

  private static Finding withoutReason(Document file, SuppressionEntry entry) {
    return Finding.of(
            OwnFindings.SUPPRESSION_WITHOUT_REASON,
            file,
            entry.range(),
            Message.of("Say why these findings are suppressed: `reason` is missing."))
        .withFix(
            Fix.placeholder(
                "Add a reason",
                file,
                () ->
                    table(file, entry)
                        .map(
                            table ->
                                new TomlEditor(file.tree())
                                    .insert(table, "reason", NewValue.text("why")))
                        .orElse(List.of())));
  }

  /** Whether its files are here and were looked at by its rules, and nothing was kept quiet. */
  private boolean isSurelyUnused(SuppressionEntry entry, Settings settings) {
    RuleSelection selection = RuleSelection.of(settings);
    for (Setting<String> rule : entry.rules()) {
      boolean ran =
          RuleCatalog.infos().stream()
              .filter(info -> RuleCatalog.means(rule.value(), info))
              .anyMatch(selection::isOn);
      if (!ran) {
        return false;
      }
    }
    boolean looked = false;
    for (Document document : snapshot.documents()) {
      if (entry.path().map(pattern -> pattern.matches(document.path())).orElse(true)) {
        if (document.problem().isPresent() || document.tree().hasSyntaxErrors()) {
          return false;
        }
        looked = true;
      }
    }
    return looked && !entry.rules().isEmpty();
  }

  private static List<TextEdit> remove(Document file, SuppressionEntry entry) {
    ConfigNode entries = file.tree().root().get("suppressions").get("entry");
    return table(file, entry)
        .map(
            table ->
                new TomlEditor(file.tree()).remove((ArrayNode) entries, indexOf(entries, table)))
        .orElse(List.of());
  }

  private static int indexOf(ConfigNode entries, ObjectNode table) {
    int index = 0;
    while (entries.get(index) != table) {
      index++;
    }
    return index;
  }

  private static Optional<ObjectNode> table(Document file, SuppressionEntry entry) {
    for (ConfigNode item : file.tree().root().get("suppressions").get("entry").items()) {
      Optional<ObjectNode> table = item.asObject();
      TextRange header = table.map(ObjectNode::header).orElse(item.range());
      if ((header.isEmpty() ? item.range() : header).equals(entry.range())) {
        return table;
      }
    }
    return Optional.empty();
  }
}
