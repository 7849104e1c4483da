package io.github.edgelint.rules;

import io.github.edgelint.workspace.Device;

/**
 * A rule that compares the documents of one device; it is called once for each device. A file that
 * stands alone is a device of one document.
 */
public non-sealed interface DeviceRule extends Rule {

  void check(Device device, RuleContext context);
}
