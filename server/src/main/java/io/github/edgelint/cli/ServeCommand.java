package io.github.edgelint.cli;

import io.github.edgelint.lsp.LanguageServerProcess;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code edgelint serve}: the language server. */
@Command(
    name = "serve",
    description = "Serves an editor: the language server, on standard input and output.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  edgelint serve                what editors start",
      "  edgelint serve --tcp 9257     for one client on this machine",
    })
final class ServeCommand implements Callable<Integer> {

  @ArgGroup private Way way = new Way();

  // Clients of Microsoft's library add it; the client says the same in `initialize`.
  @SuppressWarnings("unused")
  @Option(names = "--clientProcessId", hidden = true)
  private long clientProcessId;

  /** How the client is reached. */
  static final class Way {
    // What is done when nothing else is asked for.
    @SuppressWarnings("unused")
    @Option(names = "--stdio", description = "By standard input and output, as without options.")
    private boolean standard;

    @Option(
        names = "--tcp",
        paramLabel = "PORT",
        description = "Wait for one client on a port of this machine; 0 is any free one.")
    private Integer port;

    @Option(
        names = "--pipe",
        paramLabel = "PATH",
        description = "Connect to the socket file that a client waits on.")
    private Path socket;
  }

  @Override
  public Integer call() throws IOException {
    String version = EdgelintCommand.Version.number();
    if (way.port != null) {
      if (way.port < 0 || way.port > 65535) {
        throw new Failures.Refusal("--tcp needs a port from 0 to 65535");
      }
      try {
        return LanguageServerProcess.listen(
            way.port,
            port -> System.err.println("edgelint: waiting for an editor on port " + port),
            version);
      } catch (SocketException e) {
        throw new Failures.Refusal("port " + way.port + " cannot be used: " + e.getMessage());
      }
    }
    if (way.socket != null) {
      try {
        return LanguageServerProcess.connect(way.socket, version);
      } catch (SocketException e) {
        throw new Failures.Refusal("nobody answers at " + way.socket + ": " + e.getMessage());
      }
    }
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    // Whoever prints now must not end up in the middle of a message.
    System.setOut(System.err);
    return LanguageServerProcess.serve(new FileInputStream(FileDescriptor.in), out, version);
  }

  /** Whether the arguments ask for nothing but the server on standard input and output. */
  static boolean isPlain(String... arguments) {
    return arguments.length > 0
        && arguments[0].equals("serve")
        && (arguments.length == 1 || (arguments.length == 2 && arguments[1].equals("--stdio")));
  }
}
