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
import io.github.edgelint.workspace.Settings;
import java.util.HashSet;
import java.util.Set;

/** EDGE912: a path of the settings that matches no file, or several. */
final class SettingsPathMissing implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE912", "settings-path-missing", Severity.WARNING, SETTINGS);

  private static final String UNSEEN = "cross-file rules do not see it";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    Settings settings = context.snapshot().settingsOf(document.path());
    for (DeviceSettings device : settings.devices()) {
      String of = device.name().map(name -> " of device `" + name.value() + "`").orElse("");
      Set<PathPattern> single = new HashSet<>();
      device.config().ifPresent(single::add);
      device.manifest().ifPresent(single::add);
      device.daemonJson().ifPresent(single::add);
      for (PathPattern pattern : device.patterns()) {
        check(document, pattern, of, single.contains(pattern), UNSEEN, context);
      }
    }
    for (PathPattern pattern : settings.filePatterns()) {
      check(document, pattern, "", false, "it has no effect", context);
    }
  }

  private static void check(
      Document document,
      PathPattern pattern,
      String device,
      boolean single,
      String consequence,
      RuleContext context) {
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
                  "`{path}`{device} matches {what}, so {consequence}.",
                  "path",
                  pattern.written().value(),
                  "device",
                  device,
                  "what",
                  matches == 0 ? "no file" : matches + " files where one is meant",
                  "consequence",
                  consequence)));
    }
  }
}
