package io.github.edgelint.rules.proxy;

import static io.github.edgelint.workspace.DocumentKind.DEVICE_CONFIG;

import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.workspace.Device;

/** EDGE229: the device sits behind a proxy, and the stock {@code [agent]} is still a comment. */
final class AgentSectionCommentedOut implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE229", "agent-section-commented-out", Severity.ERROR, DEVICE_CONFIG)
          .acrossFiles()
          .ofAbsence();

  private static final String MESSAGE =
      "The `[agent]` section is still commented out, so the first edgeAgent starts without the"
          + " proxy that {evidence} names and cannot fetch its deployment.";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    BootstrapProxy.missing(device)
        .flatMap(
            missing ->
                missing
                    .commentedHeader()
                    .map(header -> missing.finding(INFO, header.range(), MESSAGE)))
        .ifPresent(context::report);
  }
}
