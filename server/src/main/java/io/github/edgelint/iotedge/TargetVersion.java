package io.github.edgelint.iotedge;

import io.github.edgelint.iotedge.value.RuntimeTrain;
import java.util.Optional;

/**
 * The version of the daemons that a file is written for, as far as anybody can tell.
 *
 * @param certainty how far the train can be trusted
 * @param train the release train; empty exactly when unknown
 */
public record TargetVersion(Certainty certainty, Optional<RuntimeTrain> train) {

  /** How the version was found. */
  public enum Certainty {
    /** The user says so. */
    KNOWN,
    /** An image of edgeAgent hints at it, which may be older than the daemons. */
    INFERRED,
    /** Everything that is supported today must work. */
    UNKNOWN
  }

  public static final TargetVersion UNKNOWN =
      new TargetVersion(Certainty.UNKNOWN, Optional.empty());

  public static TargetVersion known(RuntimeTrain train) {
    return new TargetVersion(Certainty.KNOWN, Optional.of(train));
  }

  public static TargetVersion inferred(RuntimeTrain train) {
    return new TargetVersion(Certainty.INFERRED, Optional.of(train));
  }

  /**
   * The version of a device.
   *
   * @param stated what the user says, in the settings or on the command line
   * @param config the file of the device, where there is one
   */
  public static TargetVersion of(Optional<RuntimeTrain> stated, Optional<DeviceConfig> config) {
    if (stated.isPresent()) {
      return known(stated.get());
    }
    return config.flatMap(DeviceConfig::hintedTrain).map(TargetVersion::inferred).orElse(UNKNOWN);
  }

  public boolean isKnown() {
    return certainty == Certainty.KNOWN;
  }

  /** Whether the version is known and of this train or a newer one. */
  public boolean isKnownAtLeast(int major, int minor) {
    return isKnown() && !isOlder(major, minor);
  }

  /** Whether the version is known and older than this train. */
  public boolean isKnownOlderThan(int major, int minor) {
    return isKnown() && isOlder(major, minor);
  }

  /** Whether the version is known and its train older than that of a release such as 1.4.20. */
  public boolean isKnownBefore(String release) {
    return RuntimeTrain.parse(release)
        .filter(since -> isKnownOlderThan(since.major(), since.minor()))
        .isPresent();
  }

  /** Whether the version is known and its train newer than that of a release. */
  public boolean isKnownAfter(String release) {
    return RuntimeTrain.parse(release)
        .filter(until -> isKnown() && train.filter(until::isOlderThan).isPresent())
        .isPresent();
  }

  private boolean isOlder(int major, int minor) {
    return train.isPresent() && train.get().isOlderThan(new RuntimeTrain(major, minor));
  }
}
