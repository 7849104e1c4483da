package io.github.edgelint.analysis;

import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.RuleSetting;
import io.github.edgelint.workspace.RuleSetting.Level;
import io.github.edgelint.workspace.Setting;
import io.github.edgelint.workspace.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which rules run under some settings, and how bad their findings are: {@code select} narrows,
 * {@code ignore} takes out, and a line of {@code [rules]} has the last word.
 */
final class RuleSelection {

  private final Map<String, Level> levels = new HashMap<>();
  private final boolean production;

  private RuleSelection(Settings settings) {
    this.production = settings.isProduction();
    if (!settings.select().isEmpty()) {
      for (RuleInfo info : RuleCatalog.infos()) {
        // Findings about edgelint itself say that a selection is wrong; they are not selected.
        if (!info.group().equals("9xx") && !isNamed(info, settings.select())) {
          levels.put(info.code(), Level.OFF);
        }
      }
    }
    if (!settings.ignore().isEmpty()) {
      for (RuleInfo info : RuleCatalog.infos()) {
        if (isNamed(info, settings.ignore())) {
          levels.put(info.code(), Level.OFF);
        }
      }
    }
    for (RuleSetting setting : settings.rules()) {
      RuleCatalog.find(setting.rule()).ifPresent(info -> levels.put(info.code(), setting.level()));
    }
  }

  static RuleSelection of(Settings settings) {
    return new RuleSelection(settings);
  }

  private static boolean isNamed(RuleInfo info, List<Setting<String>> names) {
    for (Setting<String> name : names) {
      String wanted = name.value();
      if (wanted.equalsIgnoreCase(info.code())
          || wanted.equals(info.slug())
          || wanted.toLowerCase(Locale.ROOT).equals(info.group())) {
        return true;
      }
    }
    return false;
  }

  boolean isOn(RuleInfo rule) {
    Level level = levels.get(rule.code());
    return level == null ? production || !rule.production() : level != Level.OFF;
  }

  /** The severity that the settings give all findings of a rule. */
  Optional<Severity> severity(RuleInfo rule) {
    Level level = levels.get(rule.code());
    return level == null || level == Level.OFF
        ? Optional.empty()
        : Optional.of(Severity.valueOf(level.name()));
  }
}
