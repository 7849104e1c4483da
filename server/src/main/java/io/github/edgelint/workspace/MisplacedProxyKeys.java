package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.TwinSection;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys with the name of a proxy variable, or {@code UpstreamProtocol}, that stand where nobody
 * reads them. Whoever writes them means a proxy. Letter case does not matter.
 */
public final class MisplacedProxyKeys {

  private static final String UPSTREAM_PROTOCOL = "UpstreamProtocol";

  /** Tables whose keys are up to the user. */
  private static final List<String[]> FREE_TABLES =
      List.of(
          new String[] {"agent", "env"},
          new String[] {"agent", "config", "createOptions"},
          new String[] {"aziot_keys"},
          new String[] {"preloaded_keys"},
          new String[] {"preloaded_certs"},
          new String[] {"cert_issuance", "est", "urls"});

  private MisplacedProxyKeys() {}

  /** Those of a device configuration: anywhere but in {@code [agent.env]}. */
  public static List<Member> of(DeviceConfig config) {
    Set<ConfigNode> free = Collections.newSetFromMap(new IdentityHashMap<>());
    for (String[] path : FREE_TABLES) {
      free.add(config.get(path));
    }
    List<Member> found = new ArrayList<>();
    collect(config.tree().root(), free, found);
    return found;
  }

  // Depth is bounded by the parser.
  private static void collect(ConfigNode table, Set<ConfigNode> free, List<Member> into) {
    for (Member member : table.members()) {
      if (isProxyKey(member.name())) {
        into.add(member);
      } else if (!free.contains(member.value())) {
        collect(member.value(), free, into);
      }
    }
  }

  /**
   * Those of a module: beside {@code env}, in {@code settings}, or in {@code settings.env}. Those
   * meant for a system module may also stand in its twin.
   */
  public static List<Member> of(Module module) {
    List<Member> found = new ArrayList<>();
    addKeys(module.node(), found);
    addKeys(module.get("settings"), found);
    addKeys(module.get("settings", "env"), found);
    return found;
  }

  /**
   * Those in the twin of edgeAgent, outside of modules: in {@code properties.desired}, {@code
   * systemModules} and {@code runtime.settings}.
   */
  public static List<Member> ofAgentTwin(DeploymentManifest manifest) {
    List<Member> found = new ArrayList<>();
    manifest.edgeAgent().flatMap(TwinSection::desired).ifPresent(twin -> addKeys(twin, found));
    addKeys(manifest.agent("systemModules"), found);
    addKeys(manifest.agent("runtime", "settings"), found);
    return found;
  }

  /** Those in the twin of edgeHub. */
  public static List<Member> ofHubTwin(DeploymentManifest manifest) {
    List<Member> found = new ArrayList<>();
    manifest.edgeHub().flatMap(TwinSection::desired).ifPresent(twin -> addKeys(twin, found));
    return found;
  }

  /** The first key for {@code https} traffic. */
  static Optional<Member> firstHttps(List<Member> keys) {
    for (Member key : keys) {
      if (ProxyVariable.ofAnyCase(key.name())
          .filter(ProxyVariable.HTTPS_PROXY::equals)
          .isPresent()) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private static void addKeys(ConfigNode object, List<Member> into) {
    for (Member member : object.members()) {
      if (isProxyKey(member.name())) {
        into.add(member);
      }
    }
  }

  private static boolean isProxyKey(String name) {
    return name.equalsIgnoreCase(UPSTREAM_PROTOCOL) || ProxyVariable.ofAnyCase(name).isPresent();
  }
}
