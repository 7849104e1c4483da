package io.github.edgelint.proxy;

import io.github.edgelint.iotedge.DaemonUnit;
import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.Module;
import io.github.edgelint.rules.DocumentEdit;
import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How all files of a device get one proxy, or lose it. Carried out, the same plan made again
 * changes nothing.
 *
 * @param refused why not, in a sentence without secrets; there are no changes then
 * @param changes what becomes of the files
 * @param commands what a person must still do on the device, in this order
 * @param verify commands that show whether it worked
 */
public record ProxyPlan(
    Optional<String> refused,
    List<FileChange> changes,
    List<String> commands,
    List<String> verify) {

  public ProxyPlan {
    changes = List.copyOf(changes);
    commands = List.copyOf(commands);
    verify = List.copyOf(verify);
  }

  /**
   * A plan that gives every component of the device the address: {@code config.toml}, edgeAgent and
   * edgeHub with a protocol that uses it, modules that have a proxy or call the outside, the units,
   * and {@code daemon.json} where it has one.
   *
   * @param snapshot the workspace that the device is one of
   * @param modules names of further modules that need the proxy
   */
  public static ProxyPlan set(
      Snapshot snapshot, Device device, String address, Set<String> modules, Host host) {
    Optional<String> refused =
        ProxyAddress.refusal(address).or(() -> unknownModule(device, modules));
    if (refused.isPresent()) {
      return new ProxyPlan(refused, List.of(), List.of(), List.of());
    }
    Draft draft = new Draft(snapshot, device);
    List<DaemonUnit> left = new ProxyWriter(draft, address, modules, host.hasUnits()).write();
    return of(snapshot, draft, host, Optional.of(address), left);
  }

  /** A plan that takes the proxy away again. */
  public static ProxyPlan unset(Snapshot snapshot, Device device, Host host) {
    Draft draft = new Draft(snapshot, device);
    new ProxyEraser(draft).erase();
    return of(snapshot, draft, host, Optional.empty(), List.of());
  }

  private static ProxyPlan of(
      Snapshot snapshot, Draft draft, Host host, Optional<String> address, List<DaemonUnit> left) {
    List<FileChange> changes = draft.changes();
    DeviceSteps steps = new DeviceSteps(snapshot, draft.device(), address);
    return new ProxyPlan(
        Optional.empty(), changes, steps.commands(host, left), steps.verification(host));
  }

  private static Optional<String> unknownModule(Device device, Set<String> modules) {
    Set<String> known = new TreeSet<>();
    device
        .deployment()
        .map(DeploymentManifest::userModules)
        .orElse(List.of())
        .forEach((Module module) -> known.add(module.name()));
    for (String module : modules) {
      if (!known.contains(module)) {
        return Optional.of(
            "The deployment has no module "
                + module
                + (known.isEmpty() ? "." : "; it has " + String.join(", ", known) + "."));
      }
    }
    return Optional.empty();
  }

  /** Whether the files are already as they should be. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The changes of files that are there afterwards, as edits. */
  public List<DocumentEdit> edits() {
    return changes.stream().map(FileChange::edit).toList();
  }
}
