package io.github.edgelint.rules.manifest;

import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** EDGE416: a module with the name of a system module, or two that differ in letter case only. */
final class ModuleNameCollision extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE416", "module-name-collision", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    Map<String, Module> seen = new HashMap<>();
    for (Module module : manifest.userModules()) {
      String name = module.name();
      if (name.equalsIgnoreCase("edgeAgent") || name.equalsIgnoreCase("edgeHub")) {
        context.report(
            Finding.of(
                INFO,
                document,
                module.nameRange(),
                Message.of(
                    "`{name}` is a system module and belongs under `systemModules`; here the agent"
                        + " fails with a duplicate key and applies nothing.",
                    "name",
                    name)));
        continue;
      }
      Module other = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), module);
      if (other != null && !other.name().equals(name)) {
        context.report(
            Finding.of(
                    INFO,
                    document,
                    module.nameRange(),
                    Message.of(
                        "`{a}` and `{b}` are two modules, but routes match both; give one of them"
                            + " another name.",
                        "a",
                        other.name(),
                        "b",
                        name))
                .withSeverity(Severity.WARNING)
                .relatedTo(document, other.nameRange(), "the other module"));
      }
    }
  }
}
