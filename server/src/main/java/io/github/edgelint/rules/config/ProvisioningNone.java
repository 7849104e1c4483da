package io.github.edgelint.rules.config;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.rules.config.Provisioning.Form;
import io.github.edgelint.workspace.Document;
import java.util.List;

/** EDGE311: an IoT Edge device that provisions in no way. */
final class ProvisioningNone extends ConfigRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE311", "provisioning-none", Severity.WARNING, DEVICE_CONFIG);

  /** Tables that only IoT Edge reads, not the identity service alone. */
  private static final List<String> OF_EDGE =
      List.of(
          "agent",
          "edge_ca",
          "moby_runtime",
          "connect",
          "listen",
          "watchdog",
          "image_garbage_collection");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  void check(Document document, DeviceConfig config, RuleContext context) {
    Provisioning.of(config)
        .filter(provisioning -> isTheMistake(config, provisioning))
        .ifPresent(
            provisioning ->
                context.report(
                    Finding.of(
                        INFO,
                        document,
                        provisioning.table().get("source").range(),
                        Message.of(
                            "With `source = \"none\"` the device gets no identity, and aziot-edged"
                                + " waits for one forever."))));
  }

  /** Whether a file for IoT Edge provisions in no way. */
  static boolean isTheMistake(DeviceConfig config, Provisioning provisioning) {
    return provisioning.form() == Form.NONE
        && OF_EDGE.stream().anyMatch(table -> config.get(table).isPresent());
  }
}
