package io.github.edgelint.rules.device;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;

import io.github.edgelint.edit.NewValue;
import io.github.edgelint.edit.TomlEditor;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Fix;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.List;
import java.util.Optional;

/** EDGE705: images from a parent that the device does not have. */
final class UpstreamNeedsParent implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE705", "upstream-needs-parent", Severity.WARNING, MANIFEST).acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final String STAND_IN = "parent.example";

  @Override
  public void check(Device device, RuleContext context) {
    if (device.config().isEmpty()
        || device.deployment().isEmpty()
        || device.deviceConfig().orElseThrow().parentHostname().isPresent()) {
      return;
    }
    Document config = device.config().get();
    for (Module module : device.deployment().get().modules()) {
      Optional<ScalarNode> image = module.image();
      if (image.isEmpty() || !image.get().text().startsWith("$upstream:")) {
        continue;
      }
      context.report(
          Finding.of(
                  INFO,
                  device.manifest().orElseThrow(),
                  image.get().rangeOf(new TextRange(0, "$upstream".length())),
                  Message.of(
                      "`$upstream` is the parent device, but config.toml of this device names none,"
                          + " so {module} cannot be pulled or the whole deployment is refused.",
                      "module",
                      module.name()))
              .relatedTo(config, TextRange.at(0), "`parent_hostname` is missing here")
              .withFix(
                  Fix.placeholder(
                      "Add `parent_hostname` to config.toml",
                      config,
                      () ->
                          config.tree().root() instanceof ObjectNode root
                              ? new TomlEditor(config.tree())
                                  .insert(root, "parent_hostname", NewValue.text(STAND_IN))
                              : List.of())));
      return;
    }
  }
}
