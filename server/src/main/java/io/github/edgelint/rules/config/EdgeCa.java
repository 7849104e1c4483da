package io.github.edgelint.rules.config;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.syntax.Member;
import io.github.edgelint.syntax.ObjectNode;
import java.util.Optional;

/**
 * The table {@code [edge_ca]}, of which the first form that fits is taken: issued, from files,
 * quickstart. Source: Azure/iotedge:edgelet/iotedge/src/config/super_config.rs.
 */
record EdgeCa(ObjectNode table) {

  /** The key of the quickstart form. */
  static final String EXPIRY = "auto_generated_edge_ca_expiry_days";

  static Optional<EdgeCa> of(DeviceConfig config) {
    return config.edgeCa().asObject().map(EdgeCa::new);
  }

  Optional<Member> member(String key) {
    return table.member(key);
  }

  /** Whether it is issued, so that files and the quickstart lifetime are ignored. */
  boolean isIssued() {
    return IssuedCertificate.hasMethod(table);
  }

  /** Whether its method is a placeholder. */
  boolean hasUnknownMethod() {
    return table
        .get("method")
        .asText()
        .filter(text -> !Placeholders.find(text).isEmpty())
        .isPresent();
  }

  /** Whether it has both a certificate and a key. */
  boolean hasFiles() {
    return table.member("cert").isPresent() && table.member("pk").isPresent();
  }

  /** Whether it comes from files. */
  boolean isFromFiles() {
    return !isIssued() && hasFiles();
  }

  boolean hasExpiry() {
    return table.member(EXPIRY).isPresent();
  }
}
