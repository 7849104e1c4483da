package io.github.edgelint.workspace;

import io.github.edgelint.iotedge.DeploymentManifest;
import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.EngineConfig;
import io.github.edgelint.syntax.ConfigTree;
import io.github.edgelint.text.Lazy;
import java.util.Optional;

/** What a tree means as a document of a kind, as far as the tree alone tells. */
final class Model {

  private final DocumentKind kind;
  private final boolean template;
  private final Lazy<Optional<DeploymentManifest>> manifest;
  private final Lazy<Optional<DeviceConfig>> deviceConfig;
  private final Lazy<Optional<EngineConfig>> engineConfig;
  private final Lazy<Optional<DocumentSchema>> schema;

  Model(Lazy<ConfigTree> tree, DocumentKind kind, boolean template) {
    this.kind = kind;
    this.template = template;
    this.manifest =
        new Lazy<>(
            () ->
                kind.isManifest() ? DeploymentManifest.of(tree.get(), template) : Optional.empty());
    this.deviceConfig =
        new Lazy<>(
            () ->
                kind == DocumentKind.DEVICE_CONFIG
                    ? Optional.of(DeviceConfig.of(tree.get()))
                    : Optional.empty());
    this.engineConfig =
        new Lazy<>(
            () ->
                kind == DocumentKind.ENGINE_CONFIG
                    ? Optional.of(EngineConfig.of(tree.get()))
                    : Optional.empty());
    this.schema = new Lazy<>(() -> DocumentSchema.of(kind, tree.get()));
  }

  DocumentKind kind() {
    return kind;
  }

  boolean template() {
    return template;
  }

  Optional<DeploymentManifest> manifest() {
    return manifest.get();
  }

  Optional<DeviceConfig> deviceConfig() {
    return deviceConfig.get();
  }

  Optional<EngineConfig> engineConfig() {
    return engineConfig.get();
  }

  Optional<DocumentSchema> schema() {
    return schema.get();
  }
}
