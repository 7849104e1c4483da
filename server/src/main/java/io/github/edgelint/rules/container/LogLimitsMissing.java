package io.github.edgelint.rules.container;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.workspace.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** EDGE623: container logs that grow without end. */
final class LogLimitsMissing implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE623", "log-limits-missing", Severity.HINT, MANIFEST, TEMPLATE)
          .acrossFiles()
          .inProductionOnly();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> LIMITED_DRIVERS = Set.of("local", "journald");

  @Override
  public void check(Device device, RuleContext context) {
    if (device.manifest().isEmpty() || device.engine().filter(e -> isLimited(e)).isPresent()) {
      return;
    }
    List<Container> unlimited = new ArrayList<>();
    for (Container container : Container.of(device.manifest().get(), context)) {
      boolean stopped =
          container
              .module()
              .filter(m -> m.status().asText().filter("stopped"::equalsIgnoreCase).isPresent())
              .isPresent();
      boolean readable = container.isReadable() || container.options().isEmpty();
      if (!stopped && readable && container.hostMember("LogConfig").isEmpty()) {
        unlimited.add(container);
      }
    }
    if (!unlimited.isEmpty()) {
      context.report(
          Finding.of(
              INFO,
              device.manifest().get(),
              unlimited.get(0).module().orElseThrow().nameRange(),
              Message.of(
                  "Container logs of {n} have no size limit and can fill the disk; set"
                      + " `HostConfig.LogConfig`, or `log-opts` in `daemon.json`.",
                  "n",
                  unlimited.size() == 1 ? "one module" : unlimited.size() + " modules")));
    }
  }

  private static boolean isLimited(EngineConfig engine) {
    ConfigNode root = engine.tree().root();
    return root.at("log-opts", "max-size").isPresent()
        || root.get("log-driver").asText().filter(LIMITED_DRIVERS::contains).isPresent();
  }
}
