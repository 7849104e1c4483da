package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;
import static io.github.edgelint.workspace.DocumentKind.TEMPLATE;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.iotedge.value.HostLists;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.UrlMention;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.MisplacedProxyKeys;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** EDGE256: a module calls the outside, and only the runtime has a proxy. */
final class ModuleMayNeedProxy implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE256", "module-may-need-proxy", Severity.WARNING, MANIFEST, TEMPLATE);

  // The image "registry" as a pull-through cache, as in
  // Azure/iotedge:e2e_deployment_files/nestededge_topLayerBaseDeployment_amqp.json.
  private static final String CACHED_REGISTRY = "REGISTRY_PROXY_REMOTEURL";
  private static final String CACHE_PREFIX = "registry_proxy_";
  private static final String NO_PROXY = ProxyVariable.NO_PROXY.canonical();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    Optional<DeploymentManifest> manifest = document.manifest();
    Optional<ProxyScope> runtime =
        proxied(document, manifest.flatMap(DeploymentManifest::hubModule))
            .or(() -> proxied(document, manifest.flatMap(DeploymentManifest::agentModule)));
    if (runtime.isEmpty()) {
      return;
    }
    for (Module module : manifest.get().userModules()) {
      if (!speaksOfProxy(module)) {
        check(ProxyScope.of(document, module), module, runtime.get(), context);
      }
    }
  }

  private static Optional<ProxyScope> proxied(Document document, Optional<Module> module) {
    return module
        .map(found -> ProxyScope.of(document, found))
        .filter(scope -> scope.httpsProxy().isPresent());
  }

  /** Whether a variable of the module has to do with a proxy, under whatever name. */
  private static boolean speaksOfProxy(Module module) {
    for (EnvVariable variable : module.effectiveEnv().variables()) {
      String name = variable.name().toLowerCase(Locale.ROOT);
      if (name.contains("proxy") && !name.startsWith(CACHE_PREFIX) && !name.equals(NO_PROXY)) {
        return true;
      }
    }
    return !MisplacedProxyKeys.of(module).isEmpty();
  }

  private static void check(
      ProxyScope scope, Module module, ProxyScope runtime, RuleContext context) {
    for (EnvVariable variable : module.effectiveEnv().variables()) {
      if (!variable.isConcrete()) {
        continue;
      }
      String value = variable.value().orElse("");
      Optional<String> cached = cachedHost(variable, value);
      Optional<String> host =
          cached.or(() -> HostLists.azureHostIn(value).map(range -> range.of(value)));
      if (host.isPresent()) {
        Severity severity = cached.isPresent() ? Severity.WARNING : Severity.HINT;
        context.report(finding(scope, variable, host.get(), runtime).withSeverity(severity));
        return;
      }
    }
  }

  /** The host that a registry cache passes on to. */
  private static Optional<String> cachedHost(EnvVariable variable, String value) {
    return variable.name().equals(CACHED_REGISTRY)
        ? UrlMention.in(value).stream()
            .findFirst()
            .map(UrlMention::host)
            .filter(HostLists::isExternal)
        : Optional.empty();
  }

  private static Finding finding(
      ProxyScope scope, EnvVariable variable, String host, ProxyScope runtime) {
    Message message =
        Message.of(
            "`{module}` talks to `{host}` but has no `https_proxy`; the runtime does not hand its"
                + " own proxy on to modules.",
            "module",
            scope.environment().owner(),
            "host",
            host);
    return Finding.of(INFO, scope.document(), variable.nameRange(), message)
        .withFix(
            Fix.unsafe(
                "Copy `https_proxy` from " + runtime.component(),
                scope.document(),
                () ->
                    new EnvironmentEditor(scope)
                        .add(
                            Map.of(
                                ProxyVariable.HTTPS_PROXY.canonical(),
                                runtime.httpsProxy().flatMap(EnvVariable::value).orElse("")))));
  }
}
