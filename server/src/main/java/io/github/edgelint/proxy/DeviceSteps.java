package io.github.edgelint.proxy;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.rules.proxy.ProxyScope;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person does on a device once its files are changed, and how they see that it worked.
 * Source: Microsoft Learn, "Configure an IoT Edge device to communicate through a proxy server".
 */
final class DeviceSteps {

  private static final String URL = "<proxy URL>";

  private DeviceSteps() {}

  /**
   * The commands, in the order in which they are safe: a deployment without the proxy would cut off
   * an edgeAgent that was just rebuilt with it.
   *
   * @param left units whose drop-in nobody could place
   */
  static List<String> commands(
      Snapshot snapshot, Device device, Host host, boolean removes, List<DaemonUnit> left) {
    List<String> commands = new ArrayList<>();
    if (!removes) {
      placeholders(device, commands);
    }
    device.manifest().ifPresent(manifest -> deploy(snapshot, manifest, commands));
    switch (host) {
      case LINUX -> {
        if (isDeploymentOnly(device)) {
          commands.add(
              removes
                  ? "# config.toml and the units of the device are not here: they keep their proxy"
                  : "# config.toml and the units of the device are not here, and need the proxy too");
        } else {
          linux(left, commands);
        }
      }
      case WINDOWS -> windows(removes, commands);
      case EFLOW -> eflow(removes, commands);
    }
    return commands;
  }

  /** Whether no file of the host is here, so that none has changed. */
  private static boolean isDeploymentOnly(Device device) {
    return device.config().isEmpty() && device.units().isEmpty() && device.engineConfig().isEmpty();
  }

  /** A template is no deployment: IoT Hub takes only what the build makes of it. */
  private static void deploy(Snapshot snapshot, Document manifest, List<String> commands) {
    String path =
        snapshot
            .rootOf(manifest.path())
            .filter(manifest.path()::isBelow)
            .map(manifest.path()::relativeTo)
            .orElse(manifest.path().name());
    String content = path;
    if (manifest.isTemplate()) {
      commands.add("# build " + path + " with VS Code or iotedgedev, and deploy what comes out:");
      content = "<manifest>";
    }
    commands.add(
        "az iot edge set-modules --hub-name <hub> --device-id <device> --content "
            + (content.indexOf(' ') < 0 ? content : '"' + content + '"'));
  }

  /** Addresses that a tool fills in were left alone. */
  private static void placeholders(Device device, List<String> commands) {
    for (ProxyScope scope : DeviceEnvironments.modules(device)) {
      scope
          .httpsProxy()
          .filter(variable -> DeviceEnvironments.isFilledIn(scope, variable))
          .ifPresent(
              variable ->
                  commands.add(
                      "# "
                          + scope.document().path().name()
                          + " fills in the proxy of "
                          + scope.environment().owner()
                          + "; give its placeholder the same URL"));
    }
  }

  private static void linux(List<DaemonUnit> left, List<String> commands) {
    for (DaemonUnit unit : left) {
      commands.add(edit(unit));
    }
    commands.add("sudo systemctl daemon-reload");
    commands.add("sudo systemctl restart docker");
    commands.add("sudo iotedge config apply");
    commands.add("sudo docker rm -f edgeAgent   # it is rebuilt within about a minute");
  }

  // In double quotes PowerShell would take a dollar sign of a password for a variable.
  private static void windows(boolean removes, List<String> commands) {
    String key = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\iotedge";
    if (removes) {
      commands.add("reg delete " + key + " /v Environment   # holds all variables of the service");
      commands.add(
          "[Environment]::SetEnvironmentVariable('HTTPS_PROXY', $null,"
              + " [EnvironmentVariableTarget]::Machine)");
    } else {
      commands.add(
          "reg add "
              + key
              + " /v Environment /t REG_MULTI_SZ /d 'https_proxy="
              + URL
              + "'   # other variables follow behind \\0");
      commands.add(
          "[Environment]::SetEnvironmentVariable('HTTPS_PROXY', '"
              + URL
              + "', [EnvironmentVariableTarget]::Machine)");
    }
    commands.add("Restart-Service iotedge-moby -Force");
    commands.add("Restart-Service iotedge");
    commands.add("docker -H npipe:////./pipe/iotedge_moby_engine rm -f edgeAgent");
  }

  /** The virtual machine is a Linux host, whose files nothing on Windows can reach. */
  private static void eflow(boolean removes, List<String> commands) {
    commands.add("Copy-EflowVMFile -fromFile config.toml -toFile /tmp/config.toml -pushFile");
    commands.add("Connect-EflowVm   # what follows runs in the virtual machine");
    commands.add("sudo install -m 600 /tmp/config.toml /etc/aziot/config.toml");
    for (DaemonUnit unit : List.of(DaemonUnit.DOCKER, DaemonUnit.IDENTITYD, DaemonUnit.EDGED)) {
      commands.add(
          removes
              ? "sudo systemctl edit " + unit.unitName() + "   # delete the line with https_proxy"
              : edit(unit));
    }
    linux(List.of(), commands);
  }

  private static String edit(DaemonUnit unit) {
    return "sudo systemctl edit "
        + unit.unitName()
        + "   # write [Service] and Environment=\"https_proxy="
        + URL
        + "\", each % of the URL doubled";
  }

  /** The commands that show what the device really has. */
  static List<String> verification(Host host) {
    return switch (host) {
      case LINUX, EFLOW ->
          List.of(
              "systemctl show --property=Environment docker aziot-identityd aziot-edged",
              "sudo docker inspect --format '{{.Config.Env}}' edgeAgent edgeHub",
              "sudo iotedge logs edgeAgent   # look for the line about the detected proxy",
              "sudo iotedge check --dont-run " + ProxyChecklist.neverThroughProxy());
      case WINDOWS ->
          List.of(
              "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\iotedge /v Environment",
              "iotedge logs edgeAgent",
              "iotedge check");
    };
  }
}
