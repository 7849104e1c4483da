package io.github.edgelint.workspace;

import java.util.Optional;

/**
 * What the settings say about the proxy, for a project or a device.
 *
 * @param required whether there is one; false means that there is none
 * @param url its address
 * @param only whether there is no direct way to IoT Hub at all
 * @param inspectsTls whether it opens encrypted traffic
 * @param reachesParent whether a nested device reaches its parent through it
 */
public record ProxySettings(
    Optional<Setting<Boolean>> required,
    Optional<Setting<String>> url,
    Optional<Setting<Boolean>> only,
    Optional<Setting<Boolean>> inspectsTls,
    Optional<Setting<Boolean>> reachesParent) {

  static final ProxySettings NONE =
      new ProxySettings(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether there is a proxy, if the settings say so; an address says yes. */
  public Optional<Setting<Boolean>> stated() {
    return required.or(() -> url.map(set -> new Setting<>(true, set.file(), set.range())));
  }

  public boolean isOnlyWay() {
    return only.isPresent() && only.get().value();
  }

  public boolean doesInspectTls() {
    return inspectsTls.isPresent() && inspectsTls.get().value();
  }

  public boolean doesReachParent() {
    return reachesParent.isPresent() && reachesParent.get().value();
  }

  /** These settings, and those of {@code project} where these are silent. */
  ProxySettings over(ProxySettings project) {
    // An address of the device means a proxy, whatever the project says.
    Optional<Setting<Boolean>> isRequired = stated().isPresent() ? stated() : project.required;
    return new ProxySettings(
        isRequired,
        url.or(() -> project.url),
        only.or(() -> project.only),
        inspectsTls.or(() -> project.inspectsTls),
        reachesParent.or(() -> project.reachesParent));
  }
}
