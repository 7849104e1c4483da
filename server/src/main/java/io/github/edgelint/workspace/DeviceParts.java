package io.github.edgelint.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The documents of a device while it is put together. */
final class DeviceParts {

  Optional<Document> config = Optional.empty();
  Optional<Document> manifest = Optional.empty();
  Optional<Document> engineConfig = Optional.empty();
  final List<Document> layers = new ArrayList<>();
  final List<Document> units = new ArrayList<>();
  final List<Document> others = new ArrayList<>();

  /** Puts a document where its kind belongs. */
  void add(Document document) {
    switch (document.kind()) {
      case DEVICE_CONFIG -> config = Optional.of(document);
      case MANIFEST, TEMPLATE -> manifest = Optional.of(document);
      case LAYERED -> layers.add(document);
      case UNIT -> units.add(document);
      case ENGINE_CONFIG -> engineConfig = Optional.of(document);
      case SETTINGS, DAEMON_FILE, OTHER -> others.add(document);
    }
  }

  List<Document> all() {
    List<Document> all = new ArrayList<>();
    config.ifPresent(all::add);
    manifest.ifPresent(all::add);
    all.addAll(layers);
    all.addAll(units);
    engineConfig.ifPresent(all::add);
    all.addAll(others);
    return all;
  }
}
