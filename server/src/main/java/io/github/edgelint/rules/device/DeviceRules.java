package io.github.edgelint.rules.device;

import io.github.edgelint.rules.Rule;
import java.util.List;

/** The rules of group 7xx. */
public final class DeviceRules {

  private DeviceRules() {}

  public static List<Rule> all() {
    return List.of(
        new ElevatedPermissionsRefused(),
        new LayerStack(),
        new UpstreamNeedsParent(),
        new HostnameChanged(),
        new ConfigNotApplied(),
        new EngineWithoutIpv6());
  }
}
