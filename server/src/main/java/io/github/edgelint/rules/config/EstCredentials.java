package io.github.edgelint.rules.config;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.syntax.ConfigNode;
import java.util.List;

/**
 * The pairs of credentials for an EST server. Half a pair counts as none. Source:
 * Azure/iot-identity-service:cert/aziot-certd-config/src/lib.rs.
 *
 * @param first the name, or the certificate
 * @param second the password, or its private key
 */
record EstCredentials(String first, String second) {

  static final List<EstCredentials> PAIRS =
      List.of(
          new EstCredentials("username", "password"),
          new EstCredentials("identity_cert", "identity_pk"),
          new EstCredentials("bootstrap_identity_cert", "bootstrap_identity_pk"));

  /** Whether a table has a whole pair. */
  static boolean anyIn(ConfigNode table) {
    return PAIRS.stream().anyMatch(pair -> pair.isIn(table));
  }

  /** The credentials for all certificates that have none of their own. */
  static ConfigNode defaults(DeviceConfig config) {
    return config.get("cert_issuance", "est", "auth");
  }

  boolean isIn(ConfigNode table) {
    return table.get(first).isPresent() && table.get(second).isPresent();
  }

  boolean isHalfIn(ConfigNode table) {
    return table.get(first).isPresent() != table.get(second).isPresent();
  }
}
