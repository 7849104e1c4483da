package io.github.edgelint.cli;

import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.DocPath;
import io.github.edgelint.workspace.Document;
import io.github.edgelint.workspace.DocumentKind;
import io.github.edgelint.workspace.FileScanner;
import io.github.edgelint.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The devices that a {@code proxy} command is about. */
final class ProxyInput {

  private static final Set<DocumentKind> PARTS =
      EnumSet.of(
          DocumentKind.DEVICE_CONFIG,
          DocumentKind.MANIFEST,
          DocumentKind.TEMPLATE,
          DocumentKind.UNIT,
          DocumentKind.ENGINE_CONFIG);

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "The device, where there are several (see 'edgelint devices').")
  private String name;

  /**
   * What was found.
   *
   * @param path what was named; nothing outside of it is written
   * @param base the folder that paths are printed from
   */
  record Found(Snapshot snapshot, List<Device> devices, DocPath path, DocPath base) {

    /** The one device; refused where there are several. */
    Device device() {
      if (devices.size() > 1) {
        throw new Failures.Refusal(
            "there are several devices; name one with --device: " + names(devices));
      }
      return devices.get(0);
    }

    String shown(DocPath file) {
      return file.relativeTo(base);
    }
  }

  /** Reads a file or folder, and what belongs to it. */
  Found load(Path path) {
    FileScanner.Scan scan = FileScanner.scan(List.of(path));
    if (!scan.missing().isEmpty()) {
      // A URL in the wrong place may hold a password.
      String shown = path.toString().indexOf('@') < 0 ? path.toString() : "what was named";
      throw new Failures.Refusal(shown + " does not exist");
    }
    Snapshot snapshot = scan.snapshot();
    List<Device> devices = named(devices(snapshot));
    return new Found(snapshot, devices, DocPath.of(path), DocPath.of(Path.of("")));
  }

  /** Those of which a file was asked for; files on their own only where there is nothing else. */
  private static List<Device> devices(Snapshot snapshot) {
    List<Device> devices = new ArrayList<>();
    for (Device device : snapshot.devices()) {
      if (device.documents().stream().anyMatch(Input::isAsked)) {
        devices.add(device);
      }
    }
    if (devices.isEmpty()) {
      for (Document document : snapshot.documents()) {
        if (Input.isAsked(document) && PARTS.contains(document.kind())) {
          devices.add(snapshot.deviceOfOne(document));
        }
      }
    }
    if (devices.isEmpty()) {
      throw new Failures.Refusal("there is no file of an IoT Edge device");
    }
    return devices;
  }

  private List<Device> named(List<Device> devices) {
    if (name == null) {
      return devices;
    }
    List<Device> found = devices.stream().filter(device -> device.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw new Failures.Refusal("there is no device '" + name + "'; there are " + names(devices));
    }
    return found;
  }

  private static String names(List<Device> devices) {
    return String.join(", ", devices.stream().map(Device::name).toList());
  }
}
