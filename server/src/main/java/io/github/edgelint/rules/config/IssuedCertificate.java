package io.github.edgelint.rules.config;

import io.github.edgelint.iotedge.DeviceConfig;
import io.github.edgelint.iotedge.value.Placeholders;
import io.github.edgelint.syntax.ConfigNode;
import io.github.edgelint.syntax.ObjectNode;
import io.github.edgelint.syntax.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Options by which a certificate is issued on the device, where they are read. Source:
 * Azure/iot-identity-service:aziotctl/aziotctl-common/src/config/super_config.rs.
 *
 * @param path the names that lead to them
 * @param id what aziot-certd calls the certificate
 */
record IssuedCertificate(List<String> path, String id, ObjectNode options) {

  /** The methods there are. */
  static final List<String> METHODS = List.of("est", "local_ca", "self_signed");

  /** All of a file, each with a method that is known or cannot be known yet. */
  static List<IssuedCertificate> of(DeviceConfig config) {
    List<IssuedCertificate> found = new ArrayList<>(3);
    add(List.of("edge_ca"), "aziot-edged-ca", config.edgeCa(), found);
    Provisioning.of(config)
        .filter(provisioning -> provisioning.method().equals("x509"))
        .ifPresent(
            provisioning ->
                add(
                    List.of("provisioning", provisioning.form().proof(), "identity_cert"),
                    "device-id",
                    provisioning.proof().get("identity_cert"),
                    found));
    add(
        List.of("cert_issuance", "local_ca", "cert"),
        "local-ca",
        config.get("cert_issuance", "local_ca", "cert"),
        found);
    return found;
  }

  private static void add(
      List<String> path, String id, ConfigNode node, List<IssuedCertificate> found) {
    if (node instanceof ObjectNode options && hasMethod(options)) {
      found.add(new IssuedCertificate(path, id, options));
    }
  }

  /** Whether options have a method that the reader knows, or one that nobody knows yet. */
  static boolean hasMethod(ObjectNode options) {
    return options
        .get("method")
        .asText()
        .filter(text -> METHODS.contains(text) || !Placeholders.find(text).isEmpty())
        .isPresent();
  }

  ScalarNode method() {
    return options.get("method").asScalar().orElseThrow();
  }

  boolean isBy(String method) {
    return method().text().equals(method);
  }

  /** The path of an option, for people. */
  String shown(String option) {
    return String.join(".", path) + "." + option;
  }

  /** The text of an option. */
  Optional<ScalarNode> string(String option) {
    ConfigNode node = options.get(option);
    return node.asText().isPresent() ? node.asScalar() : Optional.empty();
  }
}
