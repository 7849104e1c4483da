package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.TwinSize;
import io.github.edgelint.iotedge.value.TwinRules;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.Locale;

/** EDGE428: more modules or more bytes than IoT Hub takes. */
final class ManifestTooLarge extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE428", "manifest-too-large", Severity.ERROR, MANIFEST, TEMPLATE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final int MOST_MODULES = 50;

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    int modules = manifest.userModules().size();
    if (modules > MOST_MODULES) {
      manifest
          .edgeAgent()
          .flatMap(agent -> agent.entry("modules"))
          .ifPresent(
              entry ->
                  report(
                      document,
                      entry.nameRange(),
                      modules + " modules",
                      MOST_MODULES + "",
                      context));
    }
    if (document.isTemplate()) {
      return;
    }
    for (TwinSection section : manifest.sections()) {
      long size = TwinSize.of(section);
      if (size > TwinRules.LARGEST_SECTION) {
        String kilobytes = String.format(Locale.ROOT, "%.1f KB", size / 1024.0);
        report(
            document,
            section.member().key().range(),
            kilobytes + " of desired properties",
            "32 KB",
            context);
      }
    }
  }

  private static void report(
      Document document, TextRange range, String what, String most, RuleContext context) {
    context.report(
        Finding.of(
            INFO,
            document,
            range,
            Message.of(
                "{what}, but IoT Hub takes at most {most} and refuses the manifest.",
                "what",
                what,
                "most",
                most)));
  }
}
