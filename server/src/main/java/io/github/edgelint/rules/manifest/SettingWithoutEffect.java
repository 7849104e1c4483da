package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** EDGE412: a setting that nobody reads, here or any more. */
final class SettingWithoutEffect extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE412",
          "manifest-setting-without-effect",
          Severity.WARNING,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final String LISTENER = "Metrics__Listener__MetricsEnabled";

  // Kubernetes mode is gone from the code; the document still lists its variables.
  private static final Set<String> OF_KUBERNETES =
      Set.of(
          "enablek8sservicecalltracing",
          "k8snamespace",
          "persistentvolumeclaimdefaultsizeinmb",
          "storageclassname",
          "runasnonroot",
          "usemountsourceforvolumename");

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    manifest
        .edgeAgent()
        .flatMap(agent -> agent.entry("runtime", "settings", "loggingOptions"))
        .filter(entry -> entry.value().asText().filter(text -> !text.isBlank()).isPresent())
        .ifPresent(
            entry ->
                context.report(
                    finding(
                        document,
                        entry.nameRange(),
                        "loggingOptions",
                        "; use `HostConfig.LogConfig` in `createOptions` or the `daemon.json` of"
                            + " the engine")));
    for (String id : List.of(DeploymentManifest.AGENT_ID, DeploymentManifest.HUB_ID)) {
      manifest
          .section(id)
          .flatMap(section -> section.entry("integrity"))
          .ifPresent(
              entry ->
                  context.report(
                      finding(document, entry.nameRange(), "integrity", "")
                          .withSeverity(Severity.INFO)));
    }
    for (Module module : manifest.modules()) {
      module
          .settings()
          .flatMap(settings -> settings.memberIgnoreCase("digest"))
          .ifPresent(
              digest ->
                  context.report(
                      finding(document, digest.key().range(), "digest", "")
                          .withSeverity(Severity.INFO)));
      if (module.isAgent() || module.isHub()) {
        for (Member variable : module.get("env").members()) {
          check(document, manifest, module, variable, context);
        }
      }
    }
  }

  private static void check(
      Document document,
      DeploymentManifest manifest,
      Module module,
      Member variable,
      RuleContext context) {
    String name = variable.name().toLowerCase(Locale.ROOT);
    TextRange range = variable.key().range();
    JsonEditor editor = new JsonEditor(document.tree());
    if (module.isHub() && name.equals("metricsenabled")) {
      context.report(
          finding(document, range, variable.name(), "; the name is `" + LISTENER + "`")
              .withFix(
                  Fix.unsafe(
                      "Rename to `" + LISTENER + "`",
                      document,
                      () -> editor.rename(variable.key(), LISTENER))));
    } else if (module.isHub() && name.equals("modulerequestthrottletimeout")) {
      Finding finding = finding(document, range, variable.name(), "; set it on edgeAgent");
      Optional<ObjectNode> env =
          manifest.agentModule().flatMap(agent -> agent.get("env").asObject());
      context.report(
          env.isEmpty()
              ? finding
              : finding.withFix(
                  Fix.unsafe(
                      "Move to edgeAgent", document, () -> editor.move(variable, env.get()))));
    } else if (module.isAgent() && OF_KUBERNETES.contains(name)) {
      context.report(finding(document, range, variable.name(), "; Kubernetes mode was removed"));
    }
  }

  private static Finding finding(Document document, TextRange range, String name, String advice) {
    return Finding.of(
        INFO,
        document,
        range,
        Message.of("`{name}` has no effect here{advice}.", "name", name, "advice", advice));
  }
}
