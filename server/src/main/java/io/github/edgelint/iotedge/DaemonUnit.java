package io.github.edgelint.iotedge;

import java.util.Optional;

/**
 * The systemd units of a device. Sources: Azure/iotedge:edgelet/iotedge/src/system.rs; Microsoft
 * Learn, "Configure an IoT Edge device to communicate through a proxy server".
 */
public enum DaemonUnit {
  DOCKER("docker", ProxyPlace.DOCKER),
  EDGED("aziot-edged", ProxyPlace.EDGED),
  IDENTITYD("aziot-identityd", ProxyPlace.IDENTITYD),
  CERTD("aziot-certd", ProxyPlace.CERTD),
  KEYD("aziot-keyd", ProxyPlace.OTHER_UNIT),
  TPMD("aziot-tpmd", ProxyPlace.OTHER_UNIT);

  private static final String SERVICE = ".service";
  private static final String DOCKER_SNAP = "snap.docker.dockerd";

  private final String unitName;
  private final ProxyPlace place;

  DaemonUnit(String unitName, ProxyPlace place) {
    this.unitName = unitName;
    this.place = place;
  }

  /** The name without {@code .service}. */
  public String unitName() {
    return unitName;
  }

  public ProxyPlace proxyPlace() {
    return place;
  }

  /** aziot-edged, aziot-identityd or aziot-certd, which can have a proxy. */
  public boolean isIotUnit() {
    return this == EDGED || this == IDENTITYD || this == CERTD;
  }

  /**
   * The unit of a name such as {@code aziot-edged}, {@code aziot-edged.service} or {@code
   * snap.azure-iot-edge.aziot-edged}. The snap of Docker calls its unit after dockerd.
   */
  public static Optional<DaemonUnit> of(String name) {
    String bare =
        name.endsWith(SERVICE) ? name.substring(0, name.length() - SERVICE.length()) : name;
    if (bare.equals(DOCKER_SNAP)) {
      return Optional.of(DOCKER);
    }
    int dot = bare.startsWith("snap.") ? bare.indexOf('.', "snap.".length()) : -1;
    String inSnap = dot < 0 ? bare : bare.substring(dot + 1);
    for (DaemonUnit unit : values()) {
      if (unit.unitName.equals(inSnap)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
