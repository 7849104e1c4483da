package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.ENGINE_CONFIG;
import static io.github.edgelint.workspace.DocumentKind.UNIT;

import io.github.edgelint.iotedge.ProxyPlace;
import io.github.edgelint.rules.Applicability;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.ProxyEvidence;
import io.github.edgelint.workspace.Settings;

/** EDGE260: the engine has a proxy, and nothing else of the device has one. */
final class EngineProxyOnly implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE260", "engine-proxy-only", Severity.INFO, UNIT, ENGINE_CONFIG).acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    DeviceProxy proxy = new DeviceProxy(device);
    boolean undecided =
        device.proxySettings().stated().isEmpty() && device.proxyIntent().evidence().isEmpty();
    if (undecided && (device.config().isPresent() || device.manifest().isPresent())) {
      proxy
          .at(ProxyPlace.DAEMON_JSON)
          .or(() -> proxy.at(ProxyPlace.DOCKER))
          .ifPresent(
              found ->
                  context.report(
                      finding(found, SettingsEdit.of(context.snapshot(), found.document()))));
    }
  }

  private static Finding finding(ProxyEvidence engine, SettingsEdit settings) {
    Message message =
        Message.of(
            "Only the container engine has a proxy here; if IoT Hub is reached through it as well,"
                + " aziot-identityd, `[agent.env]`, edgeAgent and edgeHub need it too (otherwise"
                + " set `proxy.required = false`).");
    return Finding.of(INFO, engine.document(), engine.range(), message)
        .withFix(
            Fix.across(
                "Declare the proxy in `" + Settings.FILE_NAME + "`",
                Applicability.PLACEHOLDER,
                () -> settings.proxy("required")));
  }
}
