package io.github.edgelint.rules.meta;

import static io.github.edgelint.workspace.DocumentKind.SETTINGS;

import io.github.edgelint.iotedge.value.NearestName;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.RuleSetting;
import io.github.edgelint.workspace.Setting;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.SuppressionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE911: the settings name a rule that does not exist. */
final class SettingsUnknownRule implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE911", "settings-unknown-rule", Severity.WARNING, SETTINGS);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    Settings settings = context.snapshot().settingsOf(document.path());
    for (RuleSetting rule : settings.rules()) {
      check(document, rule.rule(), rule.file(), rule.range(), context);
    }
    for (Setting<String> name : settings.select()) {
      check(document, name.value(), name.file(), name.range(), context);
    }
    for (Setting<String> name : settings.ignore()) {
      check(document, name.value(), name.file(), name.range(), context);
    }
    for (SuppressionEntry entry : settings.suppressions()) {
      for (Setting<String> name : entry.rules()) {
        check(document, name.value(), name.file(), name.range(), context);
      }
    }
  }

  private static void check(
      Document document, String name, DocPath file, TextRange range, RuleContext context) {
    if (!file.equals(document.path()) || RuleCatalog.isKnown(name)) {
      return;
    }
    List<String> known = new ArrayList<>();
    for (RuleInfo info : RuleCatalog.infos()) {
      known.add(info.code());
      known.add(info.slug());
    }
    Finding finding =
        Finding.of(INFO, document, range, Message.of("There is no rule `{name}`.", "name", name));
    Optional<String> near = NearestName.of(name, known);
    String written = range.of(document.source().text());
    context.report(
        near.isEmpty()
            ? finding
            : finding.withFix(
                Fix.unsafe(
                    "Replace by `" + near.get() + "`",
                    document,
                    () -> List.of(new TextEdit(range, written.replace(name, near.get()))))));
  }
}
