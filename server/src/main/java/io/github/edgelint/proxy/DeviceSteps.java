package io.github.edgelint.proxy;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.rules.proxy.ProxyScope;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person does on a device once its files are changed, and how they see that it worked.
 * Source: Microsoft Learn, "Configure an IoT Edge device to communicate through a proxy server".
 */
final class DeviceSteps {

  private static final String SECRET_URL = "<proxy URL>";

  private final Snapshot snapshot;
  private final Device device;
  private final boolean removes;
  private final String url;
  private final List<String> commands = new ArrayList<>();

  /**
   * @param address of the proxy; empty where it is taken away
   */
  DeviceSteps(Snapshot snapshot, Device device, Optional<String> address) {
    this.snapshot = snapshot;
    this.device = device;
    this.removes = address.isEmpty();
    // A user and a password stay out of what is printed; scheme, host and port need no quotes.
    this.url = address.filter(text -> text.indexOf('@') < 0).orElse(SECRET_URL);
  }

  /**
   * The commands, in the order in which they are safe: a deployment without the proxy would cut off
   * an edgeAgent that was just rebuilt with it.
   *
   * @param left units whose drop-in nobody could place
   */
  List<String> commands(Host host, List<DaemonUnit> left) {
    if (!removes) {
      placeholders();
    }
    device.manifest().ifPresent(this::deploy);
    switch (host) {
      case LINUX -> {
        if (isDeploymentOnly()) {
          commands.add(
              removes
                  ? "# config.toml and the units of the device are not here: they keep their proxy"
                  : "# config.toml and the units of the device are not here, and need the proxy too");
        } else {
          linux(left);
        }
      }
      case WINDOWS -> windows();
      case EFLOW -> eflow();
    }
    return commands;
  }

  /** Whether no file of the host is here, so that none has changed. */
  private boolean isDeploymentOnly() {
    return device.config().isEmpty() && device.units().isEmpty() && device.engineConfig().isEmpty();
  }

  /** A template is no deployment: IoT Hub takes only what the build makes of it. */
  private void deploy(Document manifest) {
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
  private void placeholders() {
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

  private void linux(List<DaemonUnit> left) {
    for (DaemonUnit unit : left) {
      commands.add(edit(unit));
    }
    commands.add("sudo systemctl daemon-reload");
    commands.add("sudo systemctl restart docker");
    commands.add("sudo iotedge config apply");
    commands.add("sudo docker rm -f edgeAgent   # it is rebuilt within about a minute");
  }

  // In double quotes PowerShell would take a dollar sign of a password for a variable.
  private void windows() {
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
              + url
              + "'   # other variables follow behind \\0");
      commands.add(
          "[Environment]::SetEnvironmentVariable('HTTPS_PROXY', '"
              + url
              + "', [EnvironmentVariableTarget]::Machine)");
    }
    commands.add("Restart-Service iotedge-moby -Force");
    commands.add("Restart-Service iotedge");
    commands.add("docker -H npipe:////./pipe/iotedge_moby_engine rm -f edgeAgent");
  }

  /** The virtual machine is a Linux host, whose files nothing on Windows can reach. */
  private void eflow() {
    commands.add("Copy-EflowVMFile -fromFile config.toml -toFile /tmp/config.toml -pushFile");
    commands.add("Connect-EflowVm   # what follows runs in the virtual machine");
    commands.add("sudo install -m 600 /tmp/config.toml /etc/aziot/config.toml");
    for (DaemonUnit unit : List.of(DaemonUnit.DOCKER, DaemonUnit.IDENTITYD, DaemonUnit.EDGED)) {
      commands.add(
          removes
              ? "sudo systemctl edit " + unit.unitName() + "   # delete the line with https_proxy"
              : edit(unit));
    }
    linux(List.of());
  }

  private String edit(DaemonUnit unit) {
    return "sudo systemctl edit "
        + unit.unitName()
        + "   # write [Service] and Environment=\"https_proxy="
        + url
        + (url.equals(SECRET_URL) ? "\", each % of the URL doubled" : "\"");
  }

  /** The commands that show what the device really has. */
  List<String> verification(Host host) {
    return switch (host) {
      case LINUX, EFLOW ->
          List.of(
              "systemctl show --property=Environment docker aziot-identityd aziot-edged",
              "sudo docker inspect --format '{{.Config.Env}}' edgeAgent edgeHub",
              removes
                  ? "sudo iotedge logs edgeAgent   # the last start has no line about a proxy"
                  : "sudo iotedge logs edgeAgent   # look for the line about the detected proxy",
              removes
                  ? "sudo iotedge check"
                  : "sudo iotedge check --dont-run " + ProxyChecklist.neverThroughProxy());
      case WINDOWS ->
          List.of(
              "reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\iotedge /v Environment",
              "iotedge logs edgeAgent",
              "iotedge check");
    };
  }
}
