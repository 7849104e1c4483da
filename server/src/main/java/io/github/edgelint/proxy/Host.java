package io.github.edgelint.proxy;

import java.util.Locale;

/** What kind of machine the daemons run on, which decides what a person must do there. */
public enum Host {
  LINUX,
  /** IoT Edge 1.1 with Windows containers. */
  WINDOWS,
  /** IoT Edge for Linux on Windows: a virtual machine with the files of a Linux host. */
  EFLOW;

  /** The word of the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its services are units of systemd whose drop-ins can be copied to it. */
  public boolean hasUnits() {
    return this == LINUX;
  }
}
