package io.github.edgelint.cli;

import io.github.edgelint.lsp.LanguageServerProcess;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code edgelint serve}: the language server. */
@Command(
    name = "serve",
    description = "Serves an editor: the Language Server Protocol on standard input and output.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    // Whoever prints now must not end up in the middle of a message.
    System.setOut(System.err);
    return LanguageServerProcess.serve(
        new FileInputStream(FileDescriptor.in), out, EdgelintCommand.Version.number());
  }
}
