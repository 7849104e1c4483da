package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.LAYERED;
import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ArrayNode;
import io.github.edgelint.syntax.ConfigNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EDGE616: a variable of create options that overrides another definition. */
final class OptionEnvConflict extends ContainerRule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "EDGE616",
          "createoptions-env-conflict",
          Severity.ERROR,
          DEVICE_CONFIG,
          MANIFEST,
          TEMPLATE,
          LAYERED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> INJECTED =
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

  @Override
  void check(Container container, RuleContext context) {
    List<EnvVariable> settings =
        container
            .module()
            .map(Module::env)
            .orElseGet(
                () ->
                    container
                        .document()
                        .deviceConfig()
                        .map(DeviceConfig::agentEnv)
                        .orElse(List.of()));
    for (EnvVariable entry : container.options().env()) {
      if (INJECTED.contains(entry.name())) {
        context.report(
            finding(
                container,
                entry,
                "what the runtime sets, so "
                    + container.owner()
                    + " cannot reach the workload API"));
        continue;
      }
      for (EnvVariable setting : settings) {
        boolean differs =
            setting.name().equals(entry.name())
                && entry.isConcrete()
                && setting.isConcrete()
                && !setting.value().equals(entry.value());
        if (differs) {
          context.report(
              finding(container, entry, "the value in `env`")
                  .withSeverity(Severity.WARNING)
                  .relatedTo(
                      container.document(), setting.range(), "the value that is overridden"));
        }
      }
    }
  }

  private static Finding finding(Container container, EnvVariable entry, String what) {
    return Finding.of(
            INFO,
            container.document(),
            entry.range(),
            Message.of(
                "`{name}` in `createOptions.Env` overrides {what}; remove one of them.",
                "name",
                entry.name(),
                "what",
                what))
        .withFix(
            container.fix(
                "Remove the entry",
                Applicability.UNSAFE,
                () -> {
                  Optional<ConfigNode> list = container.options().tree().parentOf(entry.node());
                  return list.isPresent() && list.get() instanceof ArrayNode array
                      ? container.editor().remove(array, array.items().indexOf(entry.node()))
                      : List.of();
                }));
  }
}
