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
import io.github.edgelint.workspace.Document;
import java.util.Set;

/** EDGE420: a variable that the runtime sets itself. */
final class EnvReserved extends ManifestRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE420", "env-reserved", Severity.ERROR, MANIFEST, TEMPLATE, LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  // Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Edgelet/commands/CreateOrUpdateCommand.cs
  private static final Set<String> OF_EVERY_MODULE =
      Set.of(
          "IOTEDGE_WORKLOADURI",
          "IOTEDGE_AUTHSCHEME",
          "IOTEDGE_MODULEGENERATIONID",
          "IOTEDGE_IOTHUBHOSTNAME",
          "IOTEDGE_GATEWAYHOSTNAME",
          "IOTEDGE_PARENTHOSTNAME",
          "IOTEDGE_DEVICEID",
          "IOTEDGE_MODULEID",
          "IOTEDGE_APIVERSION");
  private static final Set<String> OF_AGENT =
      Set.of("IOTEDGE_MANAGEMENTURI", "NetworkId", "IOTEDGE_WORKLOADLISTEN_MNTURI", "Mode");

  @Override
  void check(Document document, DeploymentManifest manifest, RuleContext context) {
    for (Module module : manifest.modules()) {
      for (Member variable : module.get("env").members()) {
        if (isInjected(module, variable.name())) {
          context.report(
              Finding.of(
                      INFO,
                      document,
                      variable.key().range(),
                      Message.of(
                          "The runtime sets `{name}` itself; a second definition makes aziot-edged"
                              + " refuse the container, so {module} never starts.",
                          "name",
                          variable.name(),
                          "module",
                          module.name()))
                  .withFix(
                      Fix.unsafe(
                          "Remove `" + variable.name() + "`",
                          document,
                          () -> new JsonEditor(document.tree()).remove(variable))));
        }
      }
    }
  }

  private static boolean isInjected(Module module, String name) {
    return OF_EVERY_MODULE.contains(name)
        || ((module.isAgent() || module.isHub()) && name.equals("EdgeDeviceHostName"))
        || (module.isAgent() && OF_AGENT.contains(name));
  }
}
