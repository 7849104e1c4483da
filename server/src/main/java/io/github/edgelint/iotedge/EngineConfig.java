package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code daemon.json} of the container engine. Sources: moby/moby:daemon/config/config.go and
 * daemon/command/daemon.go.
 *
 * @param tree the file
 */
public record EngineConfig(ConfigTree tree) {

  public static EngineConfig of(ConfigTree tree) {
    return new EngineConfig(tree);
  }

  /** The value of {@code proxies}, else a missing node. */
  public ConfigNode section() {
    return tree.root().get("proxies");
  }

  /** The member {@code https-proxy}, {@code http-proxy} or {@code no-proxy} of {@code proxies}. */
  public Optional<Member> proxyMember(ProxyVariable variable) {
    return section() instanceof ObjectNode proxies
        ? proxies.member(key(variable))
        : Optional.empty();
  }

  /** The address that the file gives for this traffic; empty where there is none or it is blank. */
  public Optional<ProxySetting> proxy(ProxyVariable variable) {
    Optional<Member> member = proxyMember(variable);
    if (member.isEmpty()
        || !(member.get().value() instanceof ScalarNode value)
        || value.type() != ScalarNode.Type.STRING
        || value.text().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        ProxySetting.of(
            ProxyPlace.DAEMON_JSON,
            ProxyPlace.DAEMON_JSON.label(),
            variable,
            member.get().name(),
            member.get().key().range(),
            ValueText.of(tree, value)));
  }

  /** The addresses that the file gives. */
  public List<ProxySetting> proxies() {
    return Stream.of(ProxyVariable.HTTPS_PROXY, ProxyVariable.HTTP_PROXY)
        .flatMap(variable -> proxy(variable).stream())
        .toList();
  }

  /** The hosts that the engine calls without the proxy. */
  public Optional<ValueText> noProxy() {
    return proxyMember(ProxyVariable.NO_PROXY)
        .map(Member::value)
        .filter(value -> value.asText().isPresent())
        .flatMap(ConfigNode::asScalar)
        .map(value -> ValueText.of(tree, value));
  }

  /** The address that the engine takes: the one of {@code daemon.json}, else that of its unit. */
  public static Optional<ProxySetting> effectiveProxy(
      ProxyVariable variable, Optional<EngineConfig> file, Optional<EffectiveUnit> unit) {
    return file.flatMap(config -> config.proxy(variable))
        .or(() -> unit.flatMap(docker -> docker.environment().proxy(variable)));
  }

  private static String key(ProxyVariable variable) {
    return variable.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
