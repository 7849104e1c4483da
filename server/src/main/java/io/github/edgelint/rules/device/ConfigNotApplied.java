package io.github.edgelint.rules.device;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** EDGE709: an {@code [agent]} that differs from what was applied last. */
final class ConfigNotApplied implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE709", "config-not-applied", Severity.INFO, DEVICE_CONFIG).acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    Optional<Document> generated = GeneratedFile.of(device, "edged");
    Optional<DeviceConfig> config = device.deviceConfig();
    if (generated.isEmpty()
        || config.isEmpty()
        || !(config.get().agent() instanceof ObjectNode agent)) {
      return;
    }
    ConfigNode applied = generated.get().tree().root().get("agent");
    boolean same =
        text(applied.at("config", "image")).equals(text(agent.at("config", "image")))
            && env(applied.get("env")).equals(env(agent.get("env")));
    if (applied.isPresent() && !same) {
      context.report(
          Finding.of(
                  INFO,
                  device.config().orElseThrow(),
                  agent.header().isEmpty() ? agent.range() : agent.header(),
                  Message.of(
                      "`[agent]` is not applied yet: run `iotedge config apply`, then remove the"
                          + " edgeAgent container once, because an existing one keeps its old"
                          + " environment."))
              .relatedTo(generated.get(), applied.range(), "what was applied"));
    }
  }

  private static String text(ConfigNode node) {
    return node.asText().orElse("");
  }

  private static Map<String, String> env(ConfigNode node) {
    Map<String, String> variables = new HashMap<>();
    for (Member member : node.members()) {
      variables.put(member.name(), text(member.value()));
    }
    return variables;
  }
}
