package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.Optional;

/**
 * EDGE250: config.toml gives edgeAgent its proxy, and the deployment takes it away. edgeAgent
 * compares image, create options and variables of the manifest with labels of its own container,
 * which at first say that there are neither options nor variables. Source:
 * Azure/iotedge:edge-agent/src/Microsoft.Azure.Devices.Edge.Agent.Docker/EdgeAgentDockerModule.cs.
 */
final class ManifestDropsAgentProxy implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE250", "manifest-drops-agent-proxy", Severity.ERROR, MANIFEST).acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    RuntimeScopes scopes = RuntimeScopes.of(device);
    if (scopes.config().isEmpty() || scopes.agent().isEmpty()) {
      return;
    }
    ProxyScope agent = scopes.agent().get();
    boolean missing = agent.httpsProxy().isEmpty() && !agent.hasMisplacedHttpsProxy();
    Optional<ProxyEvidence> inConfig = new DeviceProxy(device).evidence(ProxyPlace.AGENT_ENV);
    if (missing && scopes.config().get().httpsProxy().isPresent() && inConfig.isPresent()) {
      context.report(finding(device, scopes.config().get(), agent, inConfig.get()));
    }
  }

  private static Finding finding(
      Device device, ProxyScope config, ProxyScope agent, ProxyEvidence inConfig) {
    Module module = agent.module().orElseThrow();
    Optional<String> reason = reason(device.deviceConfig().orElseThrow(), module);
    Message message =
        reason
            .map(
                changed ->
                    Message.of(
                        "This deployment re-creates edgeAgent without the proxy that config.toml"
                            + " gives it ({reason}), and the device does not come back online.",
                        "reason",
                        changed))
            .orElseGet(
                () ->
                    Message.of(
                        "edgeAgent keeps the proxy of config.toml only while its image,"
                            + " createOptions and env stay as they are; the next change cuts the"
                            + " device off."));
    TextRange range =
        module.member("env").map(env -> env.key().range()).orElseGet(module::nameRange);
    Finding finding =
        Finding.of(INFO, agent.document(), range, message)
            .withSeverity(reason.isPresent() ? Severity.ERROR : Severity.WARNING)
            .about(module.member().range());
    return DeviceProxy.related(finding, inConfig)
        .withFix(
            ProxyCopy.of(inConfig, device, agent.document())
                .into(agent, config.protocolVariable().flatMap(EnvVariable::value)));
  }

  /** Why edgeAgent is made anew; empty where nothing of it changes, or nobody can tell. */
  private static Optional<String> reason(DeviceConfig config, Module module) {
    return imagesDiffer(config.agentImage(), module.image())
        ? Optional.of("the image differs")
        : change(module);
  }

  /**
   * What a manifest asks of edgeAgent that the container made from config.toml has not, the image
   * apart.
   */
  static Optional<String> change(Module agent) {
    if (!agent.createOptions().isEmpty()) {
      return Optional.of("createOptions are set");
    }
    boolean hasEnv = agent.get("env") instanceof ObjectNode env && !env.members().isEmpty();
    return hasEnv ? Optional.of("env is set") : Optional.empty();
  }

  private static boolean imagesDiffer(Optional<ScalarNode> here, Optional<ScalarNode> there) {
    return here.isPresent()
        && there.isPresent()
        && isKnown(here.get())
        && isKnown(there.get())
        && !here.get().text().equals(there.get().text());
  }

  private static boolean isKnown(ScalarNode image) {
    return Placeholders.isConcrete(image.text(), Placeholders.Place.TEMPLATE);
  }
}
