package io.github.edgelint.workspace;

import io.github.edgelint.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Snapshots for tests, made from paths below {@code /w} whose content follows from their names. */
final class Trees {

  static final DocPath ROOT = new DocPath("/w");

  static final String CONFIG = "[provisioning]\nsource = \"dps\"\n";
  static final String MANIFEST =
      """
      {"modulesContent": {"$edgeAgent": {"properties.desired": {"systemModules": {
        "edgeAgent": {"settings": {"image": "mcr.microsoft.com/azureiotedge-agent:1.5"}},
        "edgeHub": {"settings": {"image": "mcr.microsoft.com/azureiotedge-hub:1.5"}}}}}}}
      """;
  static final String LAYER = "{\"modulesContent\": {\"m\": {\"properties.desired.a\": 1}}}";
  static final String DROP_IN = "[Service]\nEnvironment=\"https_proxy=http://proxy.corp:3128\"\n";
  static final String ENGINE = "{\"log-driver\": \"local\"}";

  private Trees() {}

  /** A snapshot of files with the content that their names promise. */
  static Snapshot snapshot(String... paths) {
    List<Document> documents = new ArrayList<>();
    for (String path : paths) {
      documents.add(document(path, contentFor(path)));
    }
    return snapshot(documents);
  }

  static Snapshot snapshot(List<Document> documents) {
    return Snapshot.of(Workspace.of(List.of(ROOT)), documents);
  }

  static Document document(String path, String text) {
    return Document.of(ROOT.resolve(path), SourceText.of(text));
  }

  /** The documents of each device, as paths below the root. */
  static List<List<String>> grouped(Snapshot snapshot) {
    List<List<String>> devices = new ArrayList<>();
    for (Device device : snapshot.devices()) {
      devices.add(paths(device));
    }
    return devices;
  }

  static List<String> paths(Device device) {
    List<String> paths = new ArrayList<>();
    for (Document document : device.documents()) {
      paths.add(document.path().relativeTo(ROOT));
    }
    return paths;
  }

  private static String contentFor(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.endsWith(".toml")) {
      return path.contains("config.d") ? "" : CONFIG;
    }
    if (name.contains("daemon")) {
      return ENGINE;
    }
    if (name.contains("layer")) {
      return LAYER;
    }
    return name.endsWith(".json") ? MANIFEST : DROP_IN;
  }
}
