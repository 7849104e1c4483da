package io.github.edgelint.cli;

import java.io.PrintStream;

/** The entry point of the command line. */
public final class Main {

  private Main() {}

  /** Runs the command line; the exit code is the outcome. */
  public static void main(String[] args) {
    PrintStream out = System.out;
    out.println("edgelint " + version());
  }

  /** The version of this build as its jar states it, {@code development} outside of a jar. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
