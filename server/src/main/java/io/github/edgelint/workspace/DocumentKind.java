package io.github.edgelint.workspace;

import java.util.Optional;

/** What a document is for. Templates of {@code config.toml} are device configurations as well. */
public enum DocumentKind {
  /**
   * {@code config.toml}, from which {@code iotedge config apply} makes the files of the daemons.
   */
  DEVICE_CONFIG('C', "device-config"),
  /** A deployment manifest as the hub takes it. */
  MANIFEST('M', "manifest"),
  /** A deployment manifest that a tool fills in first. */
  TEMPLATE('T', "template"),
  /** A layered deployment, which adds to a manifest; it may be a template, too. */
  LAYERED('L', "layered"),
  /** A systemd service or drop-in. */
  UNIT('U', "unit"),
  /** The {@code daemon.json} of the container engine. */
  ENGINE_CONFIG('D', "engine-config"),
  /** {@code .edgelint.toml}. */
  SETTINGS('S', "settings"),
  /** Configuration of a single daemon, mostly written by {@code iotedge config apply}. */
  DAEMON_FILE('F', "daemon-file"),
  /** Nothing that edgelint knows. */
  OTHER('-', "other");

  private final char letter;
  private final String label;

  DocumentKind(char letter, String label) {
    this.letter = letter;
    this.label = label;
  }

  /** The letter that stands for this kind in the catalogue of rules. */
  public char letter() {
    return letter;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** The kind of this {@link #label}. */
  public static Optional<DocumentKind> ofLabel(String label) {
    for (DocumentKind kind : values()) {
      if (kind.label.equals(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether this is a deployment manifest in the widest sense: M, T or L. */
  public boolean isManifest() {
    return this == MANIFEST || this == TEMPLATE || this == LAYERED;
  }
}
