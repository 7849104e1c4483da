package io.github.edgelint.rules.proxy;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules about the values, names and places of proxy settings in one file. */
public final class ProxyValueRules {

  private ProxyValueRules() {}

  public static List<Rule> all() {
    return List.of(
        new ProxyWithoutScheme(),
        new ProxyOverTls(),
        new ProxyUnsupported(),
        new ProxyWithoutPort(),
        new ProxyMalformed(),
        new ProxyPlaceholder(),
        new ProxyUserinfoUnencoded(),
        new ProxyPercentSequence(),
        new ProxyHostLoopback(),
        new ProxyVariableMisspelt(),
        new ProxySpellingsDiffer(),
        new HttpProxyOnly(),
        new ProxyValueEmpty(),
        new ProxyKeyMisplaced(),
        new AgentTableIncomplete(),
        new ProxyVariableNotHonoured(),
        new UpstreamProtocolUnknown(),
        new ProxyWithTcpProtocol(),
        new AgentProxyWithoutWebSocket(),
        new HubProxyWithoutWebSocket(),
        new UpstreamProtocolDiffers(),
        new OfflineCheckMisused(),
        new UnitPercentNotDoubled(),
        new PercentDoubledOutsideUnit(),
        new UnitAssignmentQuoting(),
        new UnitEnvironmentReset(),
        new DropInNotRead(),
        new DaemonJsonProxyKeys(),
        new EngineHttpProxyOnly());
  }
}
