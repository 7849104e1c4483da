package io.github.edgelint.workspace;

/** What a document is for. Templates of {@code config.toml} are device configurations as well. */
public enum DocumentKind {
  /**
   * {@code config.toml}, from which {@code iotedge config apply} makes the files of the daemons.
   */
  DEVICE_CONFIG("device-config"),
  /** A deployment manifest as the hub takes it. */
  MANIFEST("manifest"),
  /** A deployment manifest that a tool fills in first. */
  TEMPLATE("template"),
  /** A layered deployment, which adds to a manifest; it may be a template, too. */
  LAYERED("layered"),
  /** A systemd service or drop-in. */
  UNIT("unit"),
  /** The {@code daemon.json} of the container engine. */
  ENGINE_CONFIG("engine-config"),
  /** {@code .edgelint.toml}. */
  SETTINGS("settings"),
  /** Configuration of a single daemon, mostly written by {@code iotedge config apply}. */
  DAEMON_FILE("daemon-file"),
  /** Nothing that edgelint knows. */
  OTHER("other");

  private final String label;

  DocumentKind(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** Whether this is a deployment manifest in the widest sense: M, T or L. */
  public boolean isManifest() {
    return this == MANIFEST || this == TEMPLATE || this == LAYERED;
  }
}
