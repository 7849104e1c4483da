package io.github.edgelint.rules.proxy;

/** What fixes write where only a person knows the value. */
final class StandIns {

  static final String HOST = "<host>";
  static final String PORT = "3128";
  static final String URL = "http://<host>:<port>";

  static final String VERSION = "<version>";
  static final String PATH = "<path>";

  private StandIns() {}
}
