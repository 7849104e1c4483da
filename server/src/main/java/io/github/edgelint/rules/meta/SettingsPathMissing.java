package io.github.edgelint.rules.meta;

import static io.github.edgelint.workspace.DocumentKind.SETTINGS;

import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.DeviceSettings;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.PathPattern;
import io.github.edgelint.workspace.Setting;
import io.github.edgelint.workspace.Settings;
import java.util.HashSet;
import java.util.Set;

/** EDGE912: a path of the settings that matches no file, or several. */
final class SettingsPathMissing implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE912", "settings-path-missing", Severity.WARNING, SETTINGS);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    Settings settings = context.snapshot().settingsOf(document.path());
    for (DeviceSettings device : settings.devices()) {
      String name = device.name().map(Setting::value).orElse("");
      Set<PathPattern> single = new HashSet<>();
      device.config().ifPresent(single::add);
      device.manifest().ifPresent(single::add);
      device.daemonJson().ifPresent(single::add);
      for (PathPattern pattern : device.patterns()) {
        check(document, pattern, name, single.contains(pattern), context);
      }
    }
    for (PathPattern pattern : settings.filePatterns()) {
      check(document, pattern, "", false, context);
    }
  }

  private static void check(
      Document document, PathPattern pattern, String device, boolean single, RuleContext context) {
    if (!pattern.written().file().equals(document.path())) {
      return;
    }
    int matches = context.snapshot().matching(pattern).size();
    if (matches == 0 || (single && matches > 1)) {
      context.report(
          Finding.of(
              INFO,
              document,
              pattern.written().range(),
              Message.of(
                  "`{path}`{device} matches {what}, so cross-file rules do not see it.",
                  "path",
                  pattern.written().value(),
                  "device",
                  device.isEmpty() ? "" : " of device `" + device + "`",
                  "what",
                  matches == 0 ? "no file" : matches + " files where one is meant")));
    }
  }
}
