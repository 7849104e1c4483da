package io.github.edgelint.iotedge.value;

import java.util.List;
import java.util.Set;

/**
 * What a URI of {@code config.toml} is for, which decides the schemes its reader can use. Sources:
 * Azure/iotedge:edgelet/iotedge/src/config/super_config.rs,
 * Azure/iot-identity-service:key/aziot-keys-common and http-common/src/connector.rs.
 */
public enum UriRole {
  /** A certificate or bundle: only files work. */
  CERTIFICATE(List.of("file"), Set.of(), "file://"),
  /** A private or symmetric key; its schemes are read in lower case only. */
  KEY(List.of("file", "pkcs11"), Set.of(), "file://"),
  /** A text that aziot-identityd reads: {@code payload.uri}, {@code additional_info}. */
  FILE(List.of("file"), Set.of(), "file://"),
  /** A socket that clients open: {@code connect}. */
  CONNECT(List.of("unix", "http"), Set.of(), "unix://"),
  /** A socket that aziot-edged opens or gets from systemd: {@code listen}. */
  LISTEN(List.of("fd", "unix"), Set.of(), "unix://"),
  /** The socket of the container engine; {@code iotedge check} accepts {@code unix} only. */
  ENGINE(List.of("unix"), Set.of("http", "fd"), "unix://"),
  /** An EST server; {@code http} is accepted with a warning. */
  EST(List.of("https"), Set.of("http"), "https://"),
  /** The global endpoint of the device provisioning service. */
  ENDPOINT(List.of("https", "http"), Set.of(), "https://");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> schemes;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> doubtful;

  private final String prefix;

  UriRole(List<String> schemes, Set<String> doubtful, String prefix) {
    this.schemes = schemes;
    this.doubtful = doubtful;
    this.prefix = prefix;
  }

  /** The schemes that work. */
  public List<String> schemes() {
    return schemes;
  }

  /** Schemes that are accepted, although something complains about them later. */
  public Set<String> doubtfulSchemes() {
    return doubtful;
  }

  /** What a bare path or host needs in front. */
  String prefix() {
    return prefix;
  }

  boolean takesPath() {
    return !prefix.equals("https://");
  }
}
