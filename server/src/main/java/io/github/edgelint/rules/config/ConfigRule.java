package io.github.edgelint.rules.config;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.rules.DocumentRule;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.workspace.Document;

/** A rule about one {@code config.toml}. */
abstract class ConfigRule implements DocumentRule {

  @Override
  public final void check(Document document, RuleContext context) {
    document.deviceConfig().ifPresent(config -> check(document, config, context));
  }

  /**
   * Whether the file is what a device gets. Files of other names are often completed by tools, so
   * that an empty text says nothing.
   */
  static boolean isForDevice(Document document) {
    return document.path().name().equals("config.toml");
  }

  abstract void check(Document document, DeviceConfig config, RuleContext context);
}
