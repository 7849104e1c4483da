package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Environment;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.NoProxyList;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.UrlMention;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.text.TextEdit;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** EDGE234: a module calls its neighbours through the proxy. */
final class LocalCallThroughProxy implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE234", "local-call-through-proxy", Severity.WARNING, MANIFEST, TEMPLATE)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    if (device.deployment().isEmpty()) {
      return;
    }
    List<Module> proxied = new ArrayList<>(0);
    for (Module module : device.deployment().get().userModules()) {
      if (!module.effectiveEnv().proxies().isEmpty()) {
        proxied.add(module);
      }
    }
    if (proxied.isEmpty()) {
      return;
    }
    Document document = device.manifest().orElseThrow();
    Set<String> neighbours = new HashSet<>();
    device.deployment().get().modules().forEach(m -> neighbours.add(lower(m.name())));
    device
        .deviceConfig()
        .flatMap(DeviceConfig::hostname)
        .filter(name -> Placeholders.isConcrete(name.text(), Placeholders.Place.VALUE))
        .ifPresent(name -> neighbours.add(lower(name.text())));
    for (Module module : proxied) {
      check(ProxyScope.of(document, module), neighbours, context);
    }
  }

  private static void check(ProxyScope scope, Set<String> neighbours, RuleContext context) {
    Set<String> told = new HashSet<>(Set.of(lower(scope.environment().owner())));
    for (EnvVariable variable : scope.environment().variables()) {
      if (variable.isConcrete() && ProxyVariable.ofAnyCase(variable.name()).isEmpty()) {
        for (UrlMention call : UrlMention.in(variable.value().orElse(""))) {
          if (neighbours.contains(lower(call.host())) && told.add(lower(call.host()))) {
            check(scope, variable, call, context);
          }
        }
      }
    }
  }

  private static void check(
      ProxyScope scope, EnvVariable variable, UrlMention call, RuleContext context) {
    Environment environment = scope.environment();
    Optional<EnvVariable> exceptions = environment.proxyVariable(ProxyVariable.NO_PROXY);
    Optional<EnvVariable> proxy =
        traffic(call.scheme())
            .flatMap(environment::proxyVariable)
            .or(() -> environment.proxyVariable(ProxyVariable.ALL_PROXY));
    if (traffic(call.scheme()).isPresent()
        && proxy.isPresent()
        && exceptions.filter(list -> excepts(list, call.host())).isEmpty()) {
      context.report(finding(scope, variable, call, proxy.get()));
    }
  }

  private static Optional<ProxyVariable> traffic(String scheme) {
    return switch (scheme) {
      case "http", "ws" -> Optional.of(ProxyVariable.HTTP_PROXY);
      case "https", "wss" -> Optional.of(ProxyVariable.HTTPS_PROXY);
      default -> Optional.empty();
    };
  }

  /** Whether the list names the host in some way, or nobody knows what it will name. */
  private static boolean excepts(EnvVariable list, String host) {
    NoProxyList entries = NoProxyList.parse(list.value().orElse(""));
    return !list.isConcrete() || entries.mentions(host) || entries.matches(host, 0);
  }

  private static Finding finding(
      ProxyScope scope, EnvVariable variable, UrlMention call, EnvVariable proxy) {
    Message message =
        Message.of(
            "`{module}` calls `{host}` on this device, but `{variable}` sends that call to the"
                + " proxy; list `{host}` in `no_proxy`.",
            "module",
            scope.environment().owner(),
            "host",
            call.host(),
            "variable",
            proxy.name());
    TextRange range = variable.text().orElseThrow().toFile(call.hostRange());
    return Finding.of(INFO, scope.document(), range, message)
        .relatedTo(scope.document(), proxy.nameRange(), "the proxy")
        .withFix(
            Fix.unsafe(
                "Append `" + call.host() + "` to `no_proxy`",
                scope.document(),
                () -> append(scope, call.host())));
  }

  private static List<TextEdit> append(ProxyScope scope, String host) {
    Optional<EnvVariable> list = scope.environment().proxyVariable(ProxyVariable.NO_PROXY);
    return list.isPresent()
        ? EnvironmentEditor.setValue(
            list.get(), NoProxyList.append(list.get().value().orElse(""), host))
        : new EnvironmentEditor(scope).add(Map.of(ProxyVariable.NO_PROXY.canonical(), host));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
