package io.github.edgelint.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which documents make up which devices, and why others make up none. */
final class Groups {

  private final List<Device> devices;
  private final Map<DocPath, List<Device>> byPath = new HashMap<>();
  private final Map<DocPath, String> aloneReasons;

  /**
   * @param aloneReasons what is known about documents, whether they belong to a device or not
   */
  Groups(List<Device> devices, Map<DocPath, String> aloneReasons) {
    this.devices = List.copyOf(devices);
    this.aloneReasons = aloneReasons;
    for (Device device : devices) {
      for (Document document : device.documents()) {
        byPath.computeIfAbsent(document.path(), path -> new ArrayList<>(1)).add(device);
      }
    }
  }

  List<Device> devices() {
    return devices;
  }

  List<Device> devicesOf(Document document) {
    return Collections.unmodifiableList(byPath.getOrDefault(document.path(), List.of()));
  }

  Optional<String> aloneReason(Document document) {
    if (byPath.containsKey(document.path())) {
      return Optional.empty();
    }
    if (document.problem().isPresent()) {
      return Optional.of("Nobody looked into it: " + document.problem().get() + ".");
    }
    return Optional.of(
        switch (document.kind()) {
          case SETTINGS, OTHER -> document.reason();
          case DAEMON_FILE -> "Files of single daemons belong to a device only in an image of it.";
          case LAYERED -> "Layered deployments belong to a device only where the settings say so.";
          case DEVICE_CONFIG -> "It is a template.";
          default ->
              aloneReasons.getOrDefault(
                  document.path(),
                  "No folder that holds it has exactly one device configuration below it.");
        });
  }
}
