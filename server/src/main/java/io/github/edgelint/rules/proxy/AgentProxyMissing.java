package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import java.util.Optional;

/** EDGE252: edgeAgent has no proxy in the deployment of a device that sits behind one. */
final class AgentProxyMissing implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE252", "agent-proxy-missing", Severity.ERROR, MANIFEST, TEMPLATE)
          .acrossFiles()
          .ofAbsence();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    DeviceProxy proxy = new DeviceProxy(device);
    Optional<ProxyEvidence> certain =
        proxy.evidence().stream()
            .filter(ProxyEvidence::isBySettings)
            .findFirst()
            .or(() -> proxy.evidence(ProxyPlace.IDENTITYD, ProxyPlace.EDGED, ProxyPlace.CERTD));
    Optional<ProxyEvidence> evidence = certain.or(() -> proxy.evidence(ProxyPlace.EDGE_HUB));
    RuntimeScopes scopes = RuntimeScopes.of(device);
    boolean concerned =
        evidence.isPresent()
            && scopes.agent().isPresent()
            && scopes.config().flatMap(ProxyScope::httpsProxy).isEmpty();
    if (concerned && !scopes.agent().get().hasSomeProxy()) {
      context.report(finding(device, scopes.agent().get(), evidence.get(), certain.isPresent()));
    }
  }

  private static Finding finding(
      Device device, ProxyScope agent, ProxyEvidence evidence, boolean certain) {
    Module module = agent.module().orElseThrow();
    boolean recreated = ManifestDropsAgentProxy.change(module).isPresent();
    Message message =
        Message.of(
            "edgeAgent has no `https_proxy` although {evidence} has one; {when}, it can no longer"
                + " reach IoT Hub.",
            "evidence",
            DeviceProxy.name(evidence),
            "when",
            recreated
                ? "once this deployment has re-created it"
                : "as soon as a change re-creates it");
    Finding finding =
        Finding.of(INFO, agent.document(), module.nameRange(), message)
            .withSeverity(certain && recreated ? Severity.ERROR : Severity.WARNING)
            .about(module.member().range());
    return DeviceProxy.related(finding, evidence)
        .withFix(ProxyCopy.of(evidence, device, agent.document()).into(agent, Optional.empty()));
  }
}
