package io.github.edgelint.analysis;

import io.github.edgelint.rules.RuleCatalog;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.RuleSetting;
import io.github.edgelint.workspace.RuleSetting.Level;
import io.github.edgelint.workspace.Setting;
import io.github.edgelint.workspace.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which rules run under some settings, and how bad their findings are: {@code select} narrows,
 * {@code ignore} takes out, and a line of {@code [rules]} has the last word.
 */
public final class RuleSelection {

  /**
   * What the settings say about a rule.
   *
   * @param setting the setting that says it, such as {@code ignore}
   * @param file the settings file
   * @param range where in that file
   */
  public record Choice(Level level, String setting, DocPath file, TextRange range) {}

  private final Map<String, Choice> choices = new HashMap<>();
  private final boolean production;

  private RuleSelection(Settings settings) {
    this.production = settings.isProduction();
    if (!settings.select().isEmpty()) {
      Setting<String> first = settings.select().get(0);
      for (RuleInfo info : RuleCatalog.infos()) {
        // Findings about edgelint itself say that a selection is wrong; they are not selected.
        if (!info.group().equals("9xx") && named(info, settings.select()).isEmpty()) {
          choices.put(info.code(), new Choice(Level.OFF, "select", first.file(), first.range()));
        }
      }
    }
    if (!settings.ignore().isEmpty()) {
      for (RuleInfo info : RuleCatalog.infos()) {
        named(info, settings.ignore())
            .map(name -> new Choice(Level.OFF, "ignore", name.file(), name.range()))
            .ifPresent(choice -> choices.put(info.code(), choice));
      }
    }
    for (RuleSetting line : settings.rules()) {
      RuleCatalog.find(line.rule())
          .ifPresent(
              info ->
                  choices.put(
                      info.code(),
                      new Choice(line.level(), "rules." + line.rule(), line.file(), line.range())));
    }
  }

  /** The selection of some settings. */
  public static RuleSelection of(Settings settings) {
    return new RuleSelection(settings);
  }

  private static Optional<Setting<String>> named(RuleInfo info, List<Setting<String>> names) {
    for (Setting<String> name : names) {
      if (RuleCatalog.means(name.value(), info)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** What the settings say about a rule, if they say anything. */
  public Optional<Choice> choice(RuleInfo rule) {
    return Optional.ofNullable(choices.get(rule.code()));
  }

  /** Whether a rule runs. */
  public boolean isOn(RuleInfo rule) {
    Choice choice = choices.get(rule.code());
    return choice == null ? production || !rule.production() : choice.level() != Level.OFF;
  }

  /** The severity that the settings give all findings of a rule. */
  Optional<Severity> severity(RuleInfo rule) {
    Choice choice = choices.get(rule.code());
    return choice == null || choice.level() == Level.OFF
        ? Optional.empty()
        : Optional.of(Severity.valueOf(choice.level().name()));
  }
}
