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
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.RuleSetting;
import io.github.edgelint.workspace.Setting;
import io.github.edgelint.workspace.Settings;
import io.github.edgelint.workspace.SuppressionEntry;
import java.util.List;
import java.util.Optional;

/** EDGE911: the settings name a rule that does not exist. */
final class SettingsUnknownRule implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE911", "settings-unknown-rule", Severity.WARNING, SETTINGS);

  private static final String MISSING = "There is no rule `{name}`.";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    Settings settings = context.snapshot().settingsOf(document.path());
    for (RuleSetting rule : settings.rules()) {
      if (RuleCatalog.find(rule.rule()).isEmpty() && rule.file().equals(document.path())) {
        boolean group = RuleCatalog.isKnown(rule.rule());
        report(
            document,
            rule.rule(),
            group
                ? "`[rules]` takes single rules, so `{name}` does nothing here; `ignore` takes"
                    + " groups."
                : MISSING,
            group ? List.of() : RuleCatalog.names(),
            rule.range(),
            context);
      }
    }
    for (Setting<String> name : settings.select()) {
      selector(document, name, context);
    }
    for (Setting<String> name : settings.ignore()) {
      selector(document, name, context);
    }
    for (SuppressionEntry entry : settings.suppressions()) {
      for (Setting<String> name : entry.rules()) {
        selector(document, name, context);
      }
    }
  }

  private static void selector(Document document, Setting<String> name, RuleContext context) {
    if (name.file().equals(document.path()) && !RuleCatalog.isKnown(name.value())) {
      report(document, name.value(), MISSING, RuleCatalog.selectors(), name.range(), context);
    }
  }

  private static void report(
      Document document,
      String name,
      String message,
      List<String> known,
      TextRange range,
      RuleContext context) {
    Finding finding = Finding.of(INFO, document, range, Message.of(message, "name", name));
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
