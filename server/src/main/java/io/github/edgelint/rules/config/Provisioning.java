package io.github.edgelint.rules.config;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.DeviceConnectionString;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.MissingNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import java.util.Optional;

/**
 * The table {@code [provisioning]}, as {@code iotedge config apply} chooses among its forms.
 * Source: Azure/iot-identity-service:aziotctl/aziotctl-common/src/config/super_config.rs.
 *
 * @param form what {@code source} says
 */
record Provisioning(ObjectNode table, Form form) {

  /** How the device gets its identity. */
  enum Form {
    MANUAL("manual", "authentication"),
    DPS("dps", "attestation"),
    NONE("none", ""),
    /** Not said, not known yet, or nothing that the reader knows. */
    UNKNOWN("", "");

    private final String source;
    private final String proof;

    Form(String source, String proof) {
      this.source = source;
      this.proof = proof;
    }

    /** The value of {@code source}. */
    String source() {
      return source;
    }

    /** The table that says how the device proves who it is. */
    String proof() {
      return proof;
    }

    /** The other form that has a proof. */
    Form other() {
      return this == DPS ? MANUAL : DPS;
    }
  }

  static Optional<Provisioning> of(DeviceConfig config) {
    return config.provisioning().asObject().map(table -> new Provisioning(table, formOf(table)));
  }

  private static Form formOf(ObjectNode table) {
    String source = table.get("source").asText().orElse("");
    for (Form form : Form.values()) {
      if (form != Form.UNKNOWN && form.source().equals(source)) {
        return form;
      }
    }
    return Form.UNKNOWN;
  }

  /** The string of {@code connection_string}. */
  Optional<ScalarNode> connectionString() {
    ConfigNode node = table.get("connection_string");
    return node.asText().isPresent() ? node.asScalar() : Optional.empty();
  }

  /** Whether a connection string decides, so that the explicit keys are ignored. */
  boolean isByConnectionString() {
    return form == Form.MANUAL && connectionString().filter(Provisioning::isReadable).isPresent();
  }

  /** Whether the string is one the service reads, or nobody knows yet. */
  static boolean isReadable(ScalarNode connectionString) {
    return !Placeholders.find(connectionString.text()).isEmpty()
        || DeviceConnectionString.parse(connectionString.text()).problems().isEmpty();
  }

  /** Whether all keys of the form without a connection string are there. */
  boolean isExplicit() {
    return table.get("iothub_hostname").isPresent()
        && table.get("device_id").isPresent()
        && table.get("authentication").isPresent();
  }

  /** How the device proves who it is, where that is read at all. */
  ConfigNode proof() {
    return form.proof().isEmpty() || isByConnectionString()
        ? MissingNode.NOWHERE
        : table.get(form.proof());
  }

  /** The path of a key of {@link #proof}, from the root. */
  String proofPath(String key) {
    return "provisioning." + form.proof() + "." + key;
  }

  /** The method of {@link #proof}; empty text where it is not there or not known yet. */
  String method() {
    return proof().get("method").asText().orElse("");
  }
}
