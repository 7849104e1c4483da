package io.github.edgelint.rules.meta;

import static io.github.edgelint.workspace.DocumentKind.SETTINGS;

import io.github.edgelint.iotedge.value.ProxyReader;
import io.github.edgelint.iotedge.value.ProxyUrl;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DeviceSettings;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.ProxyEvidence;
import io.github.edgelint.workspace.ProxySettings;
import io.github.edgelint.workspace.Setting;
import io.github.edgelint.workspace.Settings;
import java.util.Optional;

/** EDGE914: the settings and the files disagree about a proxy. */
final class SettingsProxyContradiction implements DocumentRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE914", "settings-proxy-contradiction", Severity.WARNING, SETTINGS);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Document document, RuleContext context) {
    Settings settings = context.snapshot().settingsOf(document.path());
    checkUrl(document, settings.proxy(), context);
    for (DeviceSettings device : settings.devices()) {
      checkUrl(document, device.proxy(), context);
    }
    for (Device device : context.snapshot().devices()) {
      Optional<Setting<Boolean>> required = device.proxySettings().required();
      boolean none =
          required.isPresent()
              && !required.get().value()
              && required.get().file().equals(document.path());
      if (!none) {
        continue;
      }
      for (ProxyEvidence evidence : device.httpsProxies()) {
        boolean counts =
            evidence.place().filter(place -> place.reader() != ProxyReader.ENGINE).isPresent();
        if (counts) {
          context.report(
              Finding.of(
                      INFO,
                      document,
                      required.get().range(),
                      Message.of(
                          "The settings say that device `{device}` uses no proxy, but {file} sets"
                              + " one.",
                          "device",
                          device.name(),
                          "file",
                          evidence.document().path().name()))
                  .relatedTo(evidence.document(), evidence.range(), "this proxy"));
          break;
        }
      }
    }
  }

  private static void checkUrl(Document document, ProxySettings proxy, RuleContext context) {
    Optional<Setting<String>> url = proxy.url();
    if (url.isEmpty() || !url.get().file().equals(document.path())) {
      return;
    }
    ProxyUrl parsed = ProxyUrl.parse(url.get().value());
    boolean usable =
        parsed.scheme().filter(scheme -> scheme.startsWith("http")).isPresent()
            && parsed.problems(ProxyReader.RUNTIME).isEmpty()
            && !parsed.isBlank();
    if (!usable) {
      context.report(
          Finding.of(
              INFO,
              document,
              url.get().range(),
              Message.of(
                  "The settings say `{url}`, which is no usable proxy URL; write"
                      + " `http://host:port`.",
                  "url",
                  parsed.masked())));
    }
  }
}
