package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;

/** EDGE230: the first edgeAgent of a device behind a proxy gets none. */
final class BootstrapProxyMissing implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE230", "bootstrap-proxy-missing", Severity.ERROR, DEVICE_CONFIG)
          .acrossFiles()
          .ofAbsence();

  private static final String MESSAGE =
      "`[agent.env]` sets no `https_proxy` although {evidence} does; the first edgeAgent of this"
          + " device cannot reach IoT Hub to fetch its deployment.";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    BootstrapProxy.missing(device)
        .filter(missing -> missing.commentedHeader().isEmpty())
        .ifPresent(missing -> context.report(missing.finding(INFO, missing.place(), MESSAGE)));
  }
}
