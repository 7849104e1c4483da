package io.github.edgelint.rules.device;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** EDGE708: a host name that was changed after it had been applied. */
final class HostnameChanged implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE708", "hostname-changed-since-apply", Severity.WARNING, DEVICE_CONFIG)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    Optional<Document> generated = GeneratedFile.of(device, "identityd");
    Optional<ScalarNode> wanted = device.deviceConfig().flatMap(DeviceConfig::hostname);
    if (generated.isEmpty() || wanted.isEmpty() || !Placeholders.isConcrete(wanted.get().text())) {
      return;
    }
    Optional<String> applied = generated.get().tree().root().get("hostname").asText();
    if (applied.isPresent() && !applied.get().equalsIgnoreCase(wanted.get().text())) {
      context.report(
          Finding.of(
                  INFO,
                  device.config().orElseThrow(),
                  wanted.get().range(),
                  Message.of(
                      "The applied host name is `{old}`, the file says `{new}`; while module"
                          + " containers exist, `iotedge config apply` refuses the change (its"
                          + " message swaps the two names).",
                      "old",
                      applied.get(),
                      "new",
                      wanted.get().text()))
              .relatedTo(
                  generated.get(),
                  generated.get().tree().root().get("hostname").range(),
                  "the applied name"));
    }
  }
}
