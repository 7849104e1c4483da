package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.edit.JsonEditor;
import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.UnitEditor;
import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.EffectiveUnit;
import io.github.edgelint.iotedge.EnvVariable;
import io.github.edgelint.iotedge.ProxySetting;
import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyVariable;
import io.github.edgelint.iotedge.value.SystemdEnvironment;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE285: the engine has a proxy for plain HTTP only, and registries use HTTPS. */
final class EngineHttpProxyOnly implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE285", "engine-http-proxy-only", Severity.WARNING, UNIT, ENGINE_CONFIG)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    Optional<EffectiveUnit> unit = device.unit(DaemonUnit.DOCKER);
    if (hasHttps(device, unit)) {
      return;
    }
    Optional<ProxySetting> inFile =
        device.engine().flatMap(engine -> engine.proxy(ProxyVariable.HTTP_PROXY));
    if (inFile.isPresent()) {
      context.report(inDaemonJson(device.engineConfig().orElseThrow(), inFile.get()));
      return;
    }
    unit.flatMap(docker -> docker.environment().proxyVariable(ProxyVariable.HTTP_PROXY))
        .ifPresent(
            variable ->
                device
                    .documentOf(variable)
                    .ifPresent(document -> context.report(inUnit(document, variable))));
  }

  /** Whether an https proxy is set, was meant to be, or may come from where nobody sees it. */
  static boolean hasHttps(Device device, Optional<EffectiveUnit> unit) {
    boolean inUnit =
        unit.filter(
                docker ->
                    docker.hasHiddenEnvironment()
                        || docker.environment().settings().stream()
                            .anyMatch(variable -> !variable.isBlank() && isHttps(variable.name())))
            .isPresent();
    return inUnit
        || device
            .engine()
            .filter(
                engine ->
                    engine.section().members().stream().anyMatch(key -> isHttps(key.name()))
                        || engine.tree().root().get("https-proxy").isPresent())
            .isPresent();
  }

  private static boolean isHttps(String name) {
    return ProxyVariable.ofAnyCase(name)
        .or(() -> ProxyVariable.meantBy(name, ProxyReader.ENGINE))
        .filter(ProxyVariable.HTTPS_PROXY::equals)
        .isPresent();
  }

  private static Finding inDaemonJson(Document document, ProxySetting setting) {
    return finding(document, setting.nameRange(), setting.name())
        .withFix(
            Fix.unsafe(
                TITLE,
                document,
                () ->
                    document.engineConfig().orElseThrow().section() instanceof ObjectNode proxies
                        ? new JsonEditor(document.tree())
                            .insert(proxies, "https-proxy", NewValue.text(setting.url().text()))
                        : List.of()));
  }

  private static final String TITLE = "Add the https proxy with the same URL";

  private static Finding inUnit(Document document, EnvVariable variable) {
    String name =
        variable.name().equals(ProxyVariable.HTTP_PROXY.upperCase())
            ? ProxyVariable.HTTPS_PROXY.upperCase()
            : ProxyVariable.HTTPS_PROXY.canonical();
    return finding(document, variable.nameRange(), variable.name())
        .withFix(
            Fix.unsafe(
                TITLE,
                document,
                () ->
                    new UnitEditor(document.tree())
                        .insert(
                            "Service",
                            "Environment",
                            SystemdEnvironment.word(name, variable.value().orElse("")))));
  }

  private static Finding finding(Document document, TextRange range, String name) {
    return Finding.of(
        INFO,
        document,
        range,
        Message.of(
            "Only the http proxy is set; registries are reached by HTTPS, and dockerd never falls"
                + " back to `{name}` for that.",
            "name",
            name));
  }
}
