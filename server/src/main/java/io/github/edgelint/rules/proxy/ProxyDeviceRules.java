package io.github.edgelint.rules.proxy;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules that compare what the files of one device say about its proxy. */
public final class ProxyDeviceRules {

  private ProxyDeviceRules() {}

  public static List<Rule> all() {
    return List.of(
        new AgentSectionCommentedOut(),
        new BootstrapProxyMissing(),
        new LocalCallThroughProxy(),
        new ManifestDropsAgentProxy(),
        new AgentProxyMissing(),
        new HubProxyMissing(),
        new ModuleMayNeedProxy(),
        new EngineProxyOnly(),
        new IdentitydProxyMissing(),
        new EngineProxyMissing(),
        new EdgedProxyMissing(),
        new CertdProxyMissing(),
        new ProxyValuesDiffer(),
        new ProxyTextDiffers(),
        new ProxyHiddenFromCheck(),
        new EngineNoProxyMissesParent(),
        new NestedDeviceProxy(),
        new InspectingProxyUnprepared(),
        new HostNotAllowed());
  }
}
