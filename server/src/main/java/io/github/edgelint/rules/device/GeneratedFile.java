package io.github.edgelint.rules.device;

import static io.github.edgelint.workspace.DocumentKind.DAEMON_FILE;

import io.github.edgelint.workspace.Device;
import io.github.edgelint.workspace.Document;
import java.util.Optional;

/** The files that {@code iotedge config apply} made of a config.toml, where they are at hand. */
final class GeneratedFile {

  private GeneratedFile() {}

  /** The generated file of a daemon of the device. */
  static Optional<Document> of(Device device, String daemon) {
    for (Document document : device.documents()) {
      if (document.kind() == DAEMON_FILE
          && document.path().value().endsWith(daemon + "/config.d/00-super.toml")) {
        return Optional.of(document);
      }
    }
    return Optional.empty();
  }
}
