package io.github.edgelint.lsp;

/**
 * A configuration of {@code java.util.logging} that configures nothing, so that nobody listens to
 * what libraries log. LSP4J would write to standard error what editors show to people as a failure,
 * such as a client that hung up; and Java's own configuration is read at every start, for a tenth
 * of the time that an editor waits.
 */
public final class NoLogging {

  /** Called by {@link java.util.logging.LogManager}, by the name of the class. */
  public NoLogging() {}

  /** Makes it the configuration of this process, unless something has been logged already. */
  static void choose() {
    System.setProperty("java.util.logging.config.class", NoLogging.class.getName());
  }
}
