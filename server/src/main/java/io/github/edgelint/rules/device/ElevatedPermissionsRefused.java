package io.github.edgelint.rules.device;

import static io.github.edgelint.workspace.DocumentKind.MANIFEST;

import io.github.edgelint.iotedge.CreateOptions;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.DeviceRule;
import io.github.edgelint.rules.Finding;
import io.github.edgelint.rules.Message;
import io.github.edgelint.rules.RuleContext;
import io.github.edgelint.rules.RuleInfo;
import io.github.edgelint.rules.Severity;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ScalarNode;
import io.github.edgelint.text.TextRange;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EDGE700: options that config.toml of the device forbids. */
final class ElevatedPermissionsRefused implements DeviceRule {

  private static final RuleInfo INFO =
      RuleInfo.of("EDGE700", "elevated-permissions-refused", Severity.WARNING, MANIFEST)
          .acrossFiles();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Device device, RuleContext context) {
    Optional<ConfigNode> forbidden =
        device
            .deviceConfig()
            .map(config -> config.get("allow_elevated_docker_permissions"))
            .filter(node -> node instanceof ScalarNode s && s.text().equals("false"));
    if (forbidden.isEmpty() || device.deployment().isEmpty()) {
      return;
    }
    Document config = device.config().orElseThrow();
    List<String> allowed = new ArrayList<>();
    ConfigNode sources = device.deviceConfig().orElseThrow().get("allowed_bind_sources");
    for (ConfigNode item : sources.items()) {
      item.asText().ifPresent(allowed::add);
    }
    for (Module module : device.deployment().get().modules()) {
      CreateOptions options = module.createOptions();
      Finder finder = new Finder(device, config, forbidden.get(), module, context);
      options
          .member("HostConfig", "Privileged")
          .filter(m -> m.value() instanceof ScalarNode s && s.text().equalsIgnoreCase("true"))
          .ifPresent(member -> finder.report(options, member.range(), "`Privileged`"));
      options
          .member("HostConfig", "CapAdd")
          .filter(m -> !m.value().items().isEmpty())
          .ifPresent(member -> finder.report(options, member.range(), "`CapAdd`"));
      if (sources.isPresent()) {
        for (ConfigNode bind : options.hostConfig("Binds").items()) {
          bind.asText()
              .map(text -> text.split(":", 2)[0])
              .filter(source -> source.startsWith("/") && !isBelow(source, allowed))
              .ifPresent(
                  source -> finder.report(options, bind.range(), "the bind of `" + source + "`"));
        }
      }
    }
  }

  private static boolean isBelow(String source, List<String> allowed) {
    for (String folder : allowed) {
      String bare = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
      if (source.equals(bare) || source.startsWith(bare + "/")) {
        return true;
      }
    }
    return false;
  }

  private record Finder(
      Device device, Document config, ConfigNode setting, Module module, RuleContext context) {

    void report(CreateOptions options, TextRange range, String what) {
      context.report(
          Finding.of(
                  INFO,
                  device.manifest().orElseThrow(),
                  options.toFile(range),
                  Message.of(
                      "config.toml forbids elevated permissions, so {what} of {module} is removed"
                          + " with only a log entry.",
                      "what",
                      what,
                      "module",
                      module.name()))
              .relatedTo(config, setting.range(), "forbidden here"));
    }
  }
}
