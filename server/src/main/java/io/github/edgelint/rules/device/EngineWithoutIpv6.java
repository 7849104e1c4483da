package io.github.edgelint.rules.device;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE711: a module network with IPv6 on an engine without. */
final class EngineWithoutIpv6 implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE711", "engine-ipv6-disabled", Severity.WARNING, DEVICE_CONFIG).acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    Optional<Document> engine = device.engineConfig();
    if (engine.isEmpty() || device.deviceConfig().isEmpty()) {
      return;
    }
    ConfigNode wanted = device.deviceConfig().get().mobyRuntime().at("network", "ipv6");
    boolean enabled =
        engine.get().tree().root().get("ipv6") instanceof ScalarNode value
            && value.text().equals("true");
    if (wanted instanceof ScalarNode ipv6 && ipv6.text().equals("true") && !enabled) {
      Document file = engine.get();
      context.report(
          Finding.of(
                  INFO,
                  device.config().orElseThrow(),
                  ipv6.range(),
                  Message.of(
                      "The module network wants IPv6, but daemon.json does not enable it; `iotedge"
                          + " check` reports `container-engine-ipv6`."))
              .relatedTo(file, TextRange.at(0), "`ipv6` is not set here")
              .withFix(
                  Fix.unsafe("Add `\"ipv6\": true` to daemon.json", file, () -> enable(file))));
    }
  }

  private static List<TextEdit> enable(Document file) {
    JsonEditor editor = new JsonEditor(file.tree());
    if (!(file.tree().root() instanceof ObjectNode root)) {
      return List.of();
    }
    return root.get("ipv6").isPresent()
        ? editor.set(root.get("ipv6"), NewValue.literal("true"))
        : editor.insert(root, "ipv6", NewValue.literal("true"));
  }
}
